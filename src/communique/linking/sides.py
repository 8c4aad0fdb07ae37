"""The sides of an event, and whether two reports name the same ones.

Reports name a side at different levels: a minister, "the Russian foreign minister", the ministry, Moscow. Levels agree
when the country agrees and nothing contradicts; two different persons never do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from communique.lexicon.agents import is_common_noun
from communique.lexicon.phrases import plural
from communique.lexicon.quantities import is_counted, load_quantities
from communique.linking.profiles import is_proper
from communique.linking.terms import stem
from communique.records import Actor, ActorType, Participant

#: Sectors of PLOVER that act for their state.
_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
#: What the ids of known organisations begin with.
_BODY = "org:"
#: Sectors of which a state has one body, or several that accounts tell apart loosely ("the army", "the air force").
_FORCES = frozenset({"MIL", "COP"})
#: The sector of people of whom no more is said.
_PUBLIC = "CVL"
#: What people without a name are looked up by, with their state.
_PEOPLE = "people:"
#: Sectors whose people are told apart by who tells of them ("gunmen" in one account, "rebels" in another).
_ARMED = frozenset({"UAF", "REB", "CRM", "OPP"})
#: The most sides of one report that candidates are looked up by.
_KEYED = 12

SAME, OFFICE, LEVEL, NONE = 3, 2, 1, 0


@dataclass(frozen=True, slots=True)
class Side:
    """A participant of a report as the registry knows it.

    ``named``: a person called by name. ``is_common``: known by nothing but a common noun ("gunmen", "police"), of no
    known state. ``is_crowd``: people known by their number or a common noun ("nine villagers", "Chilean protesters").
    """

    role: str
    actor: str
    name: str
    type: ActorType
    country: str | None
    sector: str | None
    offices: frozenset[str]
    named: bool
    acts_for_state: bool
    is_common: bool = False
    is_crowd: bool = False

    @property
    def key(self) -> str:
        """What a side is looked up by: its state if it acts for one, people without a name by theirs, else itself."""
        if self.is_crowd and not self.acts_for_state:
            return (
                f"{_PEOPLE}{self.country}" if self.country is not None else _PEOPLE if self.is_counted else self.actor
            )
        if self.acts_for_state and self.country is not None:
            return f"state:{self.country}"
        return self.name.casefold() if self.is_namesake else self.actor

    @property
    def is_body(self) -> bool:
        """Is it a known organisation, the same in every article?"""
        return self.actor.startswith(_BODY)

    @property
    def is_namesake(self) -> bool:
        """Is it one of whom no more is known than a name of several words? In one event it is one of that name."""
        return self.named and self.country is None and not self.offices and " " in self.name

    @property
    def is_counted(self) -> bool:
        """Is it just a number of people?"""
        return self.type == "group" and is_counted(self.name)

    @property
    def count(self) -> tuple[float, float, str] | None:
        """The least and most of a number of people, and the stem of what they are called."""
        counted = load_quantities().count(self.name) if self.is_counted else None
        return None if counted is None else (*counted[:2], stem(counted[2]))

    @property
    def level(self) -> int:
        """How particular the side is: 2 a person by name, 1 an office or body, 0 a state or group."""
        if self.named:
            return 2
        return 1 if self.offices or self.type == "organisation" else 0


def side_of(participant: Participant, actor: Actor) -> Side:
    """The side that a participant is."""
    sector = actor.sector or participant.sector
    country = actor.country or participant.country
    held = {o.office for o in actor.offices} | ({participant.office} if participant.office else set())
    offices = frozenset(map(_one_office, held))
    is_state = actor.type in {"state", "place"}
    named = actor.type == "person" and is_proper(actor.name, offices)
    public = sector in _STATE_SECTORS or (sector is None and actor.type == "person")
    acts_for_state = is_state or (country is not None and public)
    unnamed = not (acts_for_state or offices) and is_common_noun(actor.name)
    return Side(
        role="actor" if participant.role == "actor" else "recipient" if participant.role == "recipient" else "other",
        actor=actor.id,
        name=actor.name,
        type=actor.type,
        country=country,
        sector=sector,
        offices=offices,
        named=named,
        acts_for_state=acts_for_state,
        is_common=not (named or is_state or country or actor.id.startswith(_BODY)) and is_common_noun(actor.name),
        is_crowd=actor.type == "group" and (unnamed or is_counted(actor.name)),
    )


def _one_office(office: str) -> str:
    """The name of an office, also where several hold one each ("the foreign ministers of Chad and Niger")."""
    single = office.removesuffix("s")
    return single if single != office and plural(single) == office else office


class Sides:
    """The sides of reports, those that are alike kept once."""

    def __init__(self, actors: Mapping[str, Actor], actor_of: Mapping[tuple[str, str], str]) -> None:
        self._actors, self._actor_of = actors, actor_of
        self._known: dict[tuple[str | None, ...], Side] = {}

    def of(self, article: str, participants: Sequence[Participant]) -> tuple[Side, ...]:
        """The side that each of the participants of a report is."""
        return tuple(self._of(self._actor_of[article, p.actor], p) for p in participants)

    def _of(self, actor: str, participant: Participant) -> Side:
        key = (actor, participant.role, participant.office, participant.country, participant.sector)
        if key not in self._known:
            self._known[key] = side_of(participant, self._actors[actor])
        return self._known[key]


def agreement(one: Side, other: Side) -> int:
    """How two sides agree: :data:`SAME` actor, same :data:`OFFICE`, compatible :data:`LEVEL` or :data:`NONE`."""
    if one.actor == other.actor:
        return SAME
    if _are_people_of(one, other) or _are_people_of(other, one) or _are_alike(one, other) or _are_crowds(one, other):
        return LEVEL
    if one.is_namesake and other.is_namesake and one.name.casefold() == other.name.casefold():
        return LEVEL
    if (one.named and other.named) or one.country is None or one.country != other.country:
        return NONE
    if not (one.acts_for_state and other.acts_for_state):
        return NONE
    if one.offices and other.offices:
        return OFFICE if one.offices & other.offices else NONE
    if one.type == other.type == "organisation" and one.offices == other.offices:
        return LEVEL if _are_one_body(one, other) else NONE
    return LEVEL


def _are_one_body(one: Side, other: Side) -> bool:
    """Can two bodies of one state be the same: both but "the court", or police or forces called by a common noun?"""
    if one.sector == other.sector and one.sector in _FORCES:
        return is_common_noun(one.name) or is_common_noun(other.name)
    return not is_proper(one.name, ()) and _common_part(one.name) == _common_part(other.name)


def _common_part(name: str) -> str:
    """The name of a body without what says whose it is: "government" of "Peru's government"."""
    words = name.split()
    capital = max((i for i, word in enumerate(words[:-1]) if word[:1].isupper()), default=-1)
    return " ".join(words[capital + 1 :]).casefold()


def _are_people_of(one: Side, other: Side) -> bool:
    """Is one some people whom an act befell, and the other the place or state that it befell?"""
    befell = one.role == other.role == "recipient" and other.type in {"place", "state"}
    return befell and one.country in {None, other.country} and (one.is_crowd or one.is_common)


def _are_alike(one: Side, other: Side) -> bool:
    """Can people known by a common noun be the others: of the same sort, or armed men of any?"""
    if not (one.is_common or other.is_common) or {one.type, other.type} & {"state", "place"}:
        return False
    sectors = {one.sector, other.sector}
    return len(sectors) == 1 or None in sectors or sectors <= _ARMED


def _are_crowds(one: Side, other: Side) -> bool:
    """Are both people without a name who may be the same? Accounts differ on numbers, and one may give but a part."""
    if not (one.is_crowd and other.is_crowd) or (one.country != other.country and one.country and other.country):
        return False
    return one.sector == other.sector or not {one.sector, other.sector}.isdisjoint({None, _PUBLIC})


def keys(sides: Sequence[Side]) -> tuple[list[str], list[str]]:
    """What sides are looked up by: each alone, and each pair (both sorted).

    People without a name are in no pair, and of no known state they tell nothing.
    """
    telling = [side.key for side in sides if side.role != "other"]
    single = sorted(set(telling) - {_PEOPLE})[:_KEYED]
    by_key = sorted(key for key in telling if not key.startswith(_PEOPLE))[:_KEYED]
    return single, sorted({f"{one} {other}" for one, other in combinations(by_key, 2)})
