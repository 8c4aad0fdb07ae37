"""Where people speak and meet who are at home: where the news is told from, or in the one state that it is of.

A ministry whose words are told from Hanoi, and which is Vietnam's, spoke there. A Kenyan minister who praises Kenya's
army, in an article that is about Kenya and in a sentence that names no other state, did so in Kenya; and so do the
government and parliament of one state meet, but not its rebels, who as often do so abroad.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.lexicon.toponyms import load_toponym_words
from communique.reading.parse import Sentence
from communique.reading.sentence_places import state_at
from communique.reading.stage import Stage
from communique.records import Participant, Place, Report

#: Sectors of those who are abroad as often as at home.
_ROAMING = frozenset({"MIL", "IGO", "JRN", "NGO", "BUS", "SPY", "REB", "UAF"})
#: Sectors of the bodies of a state.
_BODIES = frozenset({"GOV", "LEG", "JUD", "COP"})


def told_from_home(report: Report, stage: Stage) -> Place | None:
    """The place of the dateline, where those who speak are of its state and were not told to be anywhere else."""
    here = stage.dateline(report.trigger.start)
    doers = [p for p in report.participants if p.role == "actor"]
    at_home = here is not None and bool(doers) and all(_is_resident(p, here.country) for p in doers)
    return here if at_home else None


def state_of_all(report: Report, sentence: Sentence, stage: Stage, *, bodies: bool) -> Place | None:
    """The state of all who take part, where the article is about it and the sentence names no other.

    ``bodies``: they have to be bodies of it.
    """
    known = [p for p in report.participants if p.country is not None]
    doers = [p for p in report.participants if p.role == "actor"]
    country = _country_of(known)
    if any(p.sector == "IGO" for p in report.participants):  # which is of no state
        return None
    if country is None or not doers or not all(_is_resident(p, country) and p.type != "state" for p in doers):
        return None
    if bodies and not all(p.sector in _BODIES and p.country is not None for p in report.participants):
        return None
    if bodies and len(doers) == 1 and doers[0].type == "person":  # whom he met is not known, nor whether at home
        return None
    here = stage.dateline(report.trigger.start)
    told_elsewhere = here is not None and here.country != country
    if told_elsewhere or not stage.is_about(country) or not stage.states_named(sentence) <= {country}:
        return None
    span = next((p.span for p in doers if p.span is not None), None)
    return state_at(country, span) if span is not None else None


def _country_of(parties: Sequence[Participant]) -> str | None:
    """The one country that parties are of."""
    countries = {party.country for party in parties}
    return countries.pop() if len(countries) == 1 else None


def _is_resident(party: Participant, country: str | None) -> bool:
    """Is it of a state, and nobody who is abroad as often as at home, let alone its embassy?"""
    if country is None or party.country != country or party.sector in _ROAMING:
        return False
    told = f"{party.office or ''} {party.name}".lower().split()
    return load_toponym_words()["abroad"].isdisjoint(told)
