"""Where an act was by what it is and who took part in it, where no words of place are tied to it.

Troops are where they were sent to, or left from; a visit is where its host is at home; police, courts and governments
arrest, try and expel people in their own state; and where all who take part in a protest or a fight are of the state
that the article is about, and the sentence speaks of no other, it was there. ``grounds.toml`` says which kinds of act
are such.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.lexicon.grounds import load_grounds
from communique.lexicon.states import load_states
from communique.lexicon.toponyms import load_toponym_words
from communique.lexicon.words import packaged_words
from communique.reading.locatives import place_left
from communique.reading.parse import Sentence
from communique.reading.participants import Party
from communique.reading.roles import Roles
from communique.reading.sentence_places import state_at
from communique.reading.stage import Stage
from communique.reading.triggers import Trigger
from communique.records import Place

_FROM = frozenset({"from", "of", "out"})
_TO = frozenset({"to", "into", "in", "toward", "towards", "near", "along", "at", "off", "outside", "on"})
#: Sectors of those who do at home what they do by the power of a state.
_ORGANS = frozenset({"GOV", "COP", "JUD", "LEG"})
#: Of these those who have no power abroad.
_GUARDS = frozenset({"COP", "JUD"})
#: Kinds of act that are done to people in their own state where nobody is said to do them.
_JUDGED = frozenset({"arrest", "trial"})
#: Sectors of those who are abroad as often as at home.
_ROAMING = frozenset({"MIL", "IGO", "JRN", "NGO", "BUS", "SPY"})
#: Sectors of those who hardly ever are, so that whoever attacks them does it in their state.
_SETTLED = frozenset({"COP", "JUD", "LEG", "OPP", "EDU", "AGR"})


class Grounds:
    """The places of the acts of one article by what they are, on the ``stage`` where the article plays."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._places = stage, stage.places

    def place(self, trigger: Trigger, roles: Roles) -> Place | None:
        """The place of an act as its kind and its parties tell it."""
        sentence = trigger.sentence
        if trigger.frame.at_target and (hit := _unlisted(roles.recipient)) is not None:
            return hit
        match load_grounds().get(trigger.frame.kind):
            case "goal":
                return self._at_recipient(trigger, roles.recipient, _TO)
            case "source":
                left = self._at_recipient(trigger, roles.recipient, _FROM)
                return left if left is not None else place_left(self._places, sentence, trigger.token)
            case "host":
                return next((place for p in roles.host if (place := self._at_host(sentence, p)) is not None), None)
            case "organ":
                return self._at_desk(sentence, roles) or self._before_court(trigger, roles)
            case "desk":
                countries = {party.entity.country for party in roles.everyone}
                return self._at_desk(sentence, roles) if self._stage.states_named(sentence) <= countries else None
            case "polls":
                parties = [party for party in roles.everyone if party.entity.country is not None]
                one_state = len({party.entity.country for party in parties}) == 1
                return self._state_of(sentence, parties[0]) if one_state else None
            case "home":
                return self._home(trigger, roles)
        return None

    def _at_recipient(
        self, trigger: Trigger, recipients: Sequence[Party], prepositions: frozenset[str]
    ) -> Place | None:
        """The first place or state of the recipients that one of the prepositions leads to, or that is the object."""
        for party in recipients:
            above = party.token.head
            while above.dep_ in {"compound", "conj", "appos", "nmod"} and above.head != above:
                above = above.head
            led = party.token.head.lower_ in prepositions or above.lower_ in prepositions
            direct = party.token.dep_ in {"dobj", "nsubjpass"} and party.token.head == trigger.token
            if party.entity.type in {"place", "state"} and (led or direct):
                return self._state_of(trigger.sentence, party)
        return None

    def _at_desk(self, sentence: Sentence, roles: Roles) -> Place | None:
        """The state whose government, court or police acts."""
        organs = (p for p in roles.actor if _is_organ(p) and self._is_at_home(p, sentence))
        return next((self._state_of(sentence, p) for p in organs), None)

    def _before_court(self, trigger: Trigger, roles: Roles) -> Place | None:
        """The state of who is arrested or tried by nobody named, where the article and the sentence are about it."""
        countries = {p.entity.country for p in roles.recipient}
        country = next(iter(countries), None)
        if roles.actor or len(countries) != 1 or country is None or trigger.frame.kind not in _JUDGED:
            return None
        here = self._stage.is_about(country) and self._stage.states_named(trigger.sentence) <= countries
        return self._state_of(trigger.sentence, roles.recipient[0]) if here else None

    def _home(self, trigger: Trigger, roles: Roles) -> Place | None:
        """The state of all who take part, where those who act are at home and the sentence names no other state."""
        parties, sentence = roles.everyone, trigger.sentence
        countries = {party.entity.country for party in parties if party.entity.country is not None}
        if len(countries) != 1:
            return None
        known = [p for p in parties if p.entity.country is not None and p.entity.sector not in _ROAMING]
        settled = [p for p in known if p in roles.actor or p.entity.sector in _SETTLED]
        if not settled or not _lives_there(settled[0]) or not self._stage.is_about(settled[0].entity.country):
            return None
        return self._state_of(sentence, settled[0]) if self._stage.states_named(sentence) <= countries else None

    def _at_host(self, sentence: Sentence, host: Party) -> Place | None:
        """The state of a host who is at home, or whose nationality stands before its name ("*Russian* giant Orb")."""
        if _is_resident(host):
            return self._state_of(sentence, host)
        if host.entity.type != "organisation" or host.entity.country is not None:
            return None
        before = host.token.doc[host.token.left_edge.i : host.token.i]
        states = [state for token in before if (state := load_states().by_adjective(token.text)) is not None]
        return state_at(states[0].country, host.span) if len(states) == 1 else None

    def _is_at_home(self, organ: Party, sentence: Sentence) -> bool:
        """Is it a state itself, or one of its bodies in an article about it, or in a sentence about no other state?

        The police of one may help another's.
        """
        entity = organ.entity
        alone = entity.sector in _GUARDS and self._stage.states_named(sentence) <= {entity.country}
        return entity.type == "state" or alone or self._stage.is_about(entity.country)

    def _state_of(self, sentence: Sentence, party: Party) -> Place | None:
        """The place that names the party, else the state that it is of."""
        for place in sentence.begun_in(self._places):
            within = party.span.start <= place.span.start and place.span.end <= party.span.end
            if within and place.country == party.entity.country:
                return place
        if party.entity.country is None:
            return _unlisted([party])
        return state_at(party.entity.country, party.span)


def _unlisted(parties: Sequence[Party]) -> Place | None:
    """The first party that is a town which no list has."""
    towns = (p for p in parties if p.entity.type == "place" and p.entity.country is None)
    return next((Place(span=p.span, name=p.entity.name) for p in towns), None)


def _is_resident(host: Party) -> bool:
    """Is it a state, or somebody who governs one and is no envoy?"""
    entity = host.entity
    if entity.type in {"state", "place"}:
        return True
    office = (entity.office or "").lower().split()
    return (
        entity.type == "person"
        and entity.sector == "GOV"
        and bool(office)
        and packaged_words()["acts abroad"].isdisjoint(office)
    )


def _is_organ(party: Party) -> bool:
    entity = party.entity
    return entity.country is not None and (entity.type == "state" or entity.sector in _ORGANS)


def _lives_there(party: Party) -> bool:
    """Is it a group or body of a state, and not the state, a mission that it has abroad, or people "from" there?"""
    if party.entity.type == "state" or party.token.lemma_.lower() in load_toponym_words()["abroad"]:
        return False
    return all(c.lower_ != "from" for c in party.token.children)
