"""What an act is by whose it is: to restrict another state's doings is a sanction, what a crowd does is no state's."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from communique.reading.cast import Entity
from communique.reading.entity_kinds import is_public
from communique.reading.participants import Party
from communique.reading.relations import deep_subject
from communique.reading.roles import Roles
from communique.reading.syntax import first_conjunct
from communique.reading.triggers import Trigger


def as_abroad(trigger: Trigger, roles: Roles) -> Trigger:
    """The trigger, of the frame's kind ``abroad`` if a state does the act to those of another one.

    PLOVER codes measures between governments as SANCTION and a state's own administrative ones as COERCE. What is done
    in a mere place is done to those who are there, not to their state's dealings ("imposed a curfew in *Hebron*").
    """
    frame = trigger.frame
    if frame.abroad is None or not is_across_borders(roles):
        return trigger
    kind = msgspec.structs.replace(frame, kind=frame.abroad, plover=None, mode=None, cameo=None)
    return replace(trigger, frame=kind)


def is_across_borders(roles: Roles) -> bool:
    """Does a public actor of known state do something to those of other known states alone?"""
    own = {p.entity.country for p in roles.actor if is_public(p.entity)} - {None}
    others = {p.entity.country for p in roles.recipient if p.entity.type != "place"} - {None}
    return bool(own) and bool(others) and own.isdisjoint(others)


#: Kinds of acts that people do together, and whose nouns may have the state before them that the people are of.
_OF_CROWDS = frozenset({"protest", "strike"})


def by_the_people(trigger: Trigger, parties: list[Party]) -> list[Party]:
    """The actors, with the people of a state in the place of the state whose the crowds are ("*Greek* riots").

    A state protests by a verb, and in a protest of its own ("*Chad's* protest to the council").
    """
    if trigger.frame.kind not in _OF_CROWDS:
        return parties
    return [_as_people(p) if _is_where_crowds_are(trigger, p) else p for p in parties]


def _is_where_crowds_are(trigger: Trigger, party: Party) -> bool:
    if party.entity.type not in {"state", "place"} or party.entity.sector not in {None, "GOV"}:
        return False
    if not trigger.is_noun:
        subject = deep_subject(trigger.token)
        return subject is None or first_conjunct(party.token) is not first_conjunct(subject)
    note = trigger.frame.kind == "protest" and trigger.token.lemma_ == "protest" and trigger.token.tag_ == "NN"
    return not (note and party.token.head is trigger.token)


def _as_people(party: Party) -> Party:
    state = party.entity
    return replace(
        party, entity=Entity(id=state.id, name=state.name, type=state.type, country=state.country, sector="CVL")
    )
