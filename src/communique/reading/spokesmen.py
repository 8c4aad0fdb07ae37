"""Who speaks for a state: "*Z* said that Chad welcomed the plan" is praise by Chad, and by Z for Chad.

A verbal act is done by saying so (Austin 1962), and an official who says what his state offers, welcomes, demands or
refuses does it in its name. So he is an actor beside the state, unless he tells of what it did before.
"""

from __future__ import annotations

from collections.abc import Mapping

from communique.reading.cast import Entity
from communique.reading.entity_kinds import is_of
from communique.reading.roles import participant
from communique.reading.tokens import Token
from communique.records import Attribution, Participant


def speaking_for(
    verb: Token, participants: tuple[Participant, ...], attribution: Attribution, people: Mapping[str, Entity]
) -> tuple[Participant, ...]:
    """The participants of a verbal act, and the official who does it for the state that is its only actor.

    ``people`` are the actors of the article by id.
    """
    speaker = people.get(attribution.actor or "")
    if speaker is None or attribution.span is None or speaker.type != "person" or not is_of(speaker, "official"):
        return participants
    actors = [p for p in participants if p.role == "actor"]
    alone = len(actors) == 1 and actors[0].type == "state" and actors[0].country == speaker.country
    if not alone or any(p.actor == speaker.id for p in participants) or _is_perfect(verb):
        return participants
    spoken = participant("actor", speaker, attribution.span)
    return (*actors, spoken, *(p for p in participants if p.role != "actor"))


def _is_perfect(verb: Token) -> bool:
    """Is the verb, or the one that governs it as an infinitive, in the perfect ("had *promised*")?"""
    clause = [verb, *([verb.head] if verb.dep_ == "xcomp" else [])]
    return any(c.dep_ == "aux" and c.lemma_ == "have" for v in clause for c in v.children)
