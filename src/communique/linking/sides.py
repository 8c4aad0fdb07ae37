"""The sides of an event, and whether two reports name the same ones.

Reports name a side at different levels: a minister, "the Russian foreign minister", the ministry, Moscow. Levels agree
when the country agrees and nothing contradicts; two different persons never do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from communique.lexicon.agents import is_common_noun
from communique.lexicon.quantities import is_counted
from communique.linking.profiles import is_proper
from communique.records import Actor, ActorType, Participant

#: Sectors of PLOVER that act for their state.
_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
#: What the ids of known organisations begin with.
_BODY = "org:"
#: Sectors whose people are told apart by who tells of them ("gunmen" in one account, "rebels" in another).
_ARMED = frozenset({"UAF", "REB", "CRM", "OPP"})
#: The most sides of one report that candidates are looked up by.
_KEYED = 12

SAME, OFFICE, LEVEL, NONE = 3, 2, 1, 0


@dataclass(frozen=True, slots=True)
class Side:
    """A participant of a report as the registry knows it.

    ``named``: a person called by name. ``is_common``: known by nothing but a common noun ("gunmen", "police"), of no
    known state.
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

    @property
    def key(self) -> str:
        """What a side is looked up by: its state if it acts for one, else itself."""
        return f"state:{self.country}" if self.acts_for_state and self.country is not None else self.actor

    @property
    def is_body(self) -> bool:
        """Is it a known organisation, the same in every article?"""
        return self.actor.startswith(_BODY)

    @property
    def is_counted(self) -> bool:
        """Is it just a number of people, of no known state?"""
        return self.type == "group" and self.country is None and is_counted(self.name)

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
    offices = frozenset(o.office for o in actor.offices) | ({participant.office} if participant.office else set())
    is_state = actor.type in {"state", "place"}
    named = actor.type == "person" and is_proper(actor.name, offices)
    public = sector in _STATE_SECTORS or (sector is None and actor.type == "person")
    return Side(
        role="actor" if participant.role == "actor" else "recipient" if participant.role == "recipient" else "other",
        actor=actor.id,
        name=actor.name,
        type=actor.type,
        country=country,
        sector=sector,
        offices=frozenset(offices),
        named=named,
        acts_for_state=is_state or (country is not None and public),
        is_common=not (named or is_state or country or actor.id.startswith(_BODY)) and is_common_noun(actor.name),
    )


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
    if _are_people_of(one, other) or _are_people_of(other, one) or _are_alike(one, other):
        return LEVEL
    if (one.named and other.named) or one.country is None or one.country != other.country:
        return NONE
    if not (one.acts_for_state and other.acts_for_state):
        return NONE
    if one.offices and other.offices:
        return OFFICE if one.offices & other.offices else NONE
    if one.type == other.type == "organisation" and one.offices == other.offices:
        named = is_proper(one.name, ()) or one.name.casefold() != other.name.casefold()
        return NONE if named else LEVEL  # two bodies of one state, unless both are but "the court"
    return LEVEL


def _are_people_of(one: Side, other: Side) -> bool:
    """Is one some people whom an act befell, and the other the place or state that it befell?"""
    befell = one.role == other.role == "recipient" and other.type in {"place", "state"}
    return befell and (one.is_counted or one.is_common)


def _are_alike(one: Side, other: Side) -> bool:
    """Can people known by a common noun be the others: of the same sort, or armed men of any?"""
    if not (one.is_common or other.is_common) or {one.type, other.type} & {"state", "place"}:
        return False
    sectors = {one.sector, other.sector}
    return len(sectors) == 1 or None in sectors or sectors <= _ARMED


@dataclass(frozen=True, slots=True)
class Match:
    """How the sides of a report and those of an event go together.

    ``strengths`` has one entry for each pair of sides that agree, the best first; ``full``: both parties agree;
    ``contradicts``: each has sides that the other lacks; ``blames``: only those who act, whom it befell agrees;
    ``vague``: one part says of no side more than a common noun.
    """

    strengths: tuple[int, ...]
    full: bool
    contradicts: bool
    blames: bool = False
    vague: bool = False


def match(report: Sequence[Side], event: Sequence[Side], *, series: bool) -> Match:
    """Match sides one to one, the best agreements first, actors with actors and recipients with recipients.

    Two parties of each must go together for a full match. Sides on both parts that find no partner contradict. In a
    ``series`` of meetings with many parties two common parties are enough, or the body that holds the meeting.
    """
    strengths: list[int] = []
    opposed: list[str] = []
    met: list[str] = []
    common_body = any(side.is_body and side.actor == other.actor for side in report for other in event)
    for role in ("actor", "recipient"):
        ours = [side for side in report if side.role == role]
        theirs = [side for side in event if side.role == role]
        found = _pair_off(ours, theirs)
        strengths.extend(found)
        if len(ours) > len(found) and len(theirs) > len(found) and not (series and (common_body or len(found) > 1)):
            opposed.append(role)
        if found:
            met.append(role)
    directed = any(side.role == "recipient" for side in (*report, *event))
    full = len(met) == 2 if directed else len(strengths) > 1
    return Match(
        strengths=tuple(sorted(strengths, reverse=True)),
        full=full or (series and common_body),
        contradicts=bool(opposed),
        blames=opposed == ["actor"] and met == ["recipient"],
        vague=bool(strengths) and any(all(s.is_common or s.is_counted for s in part) for part in (report, event)),
    )


def _pair_off(ours: Sequence[Side], theirs: Sequence[Side]) -> list[int]:
    pairs = sorted(
        (-strength, i, j)
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        if (strength := agreement(one, other)) > NONE
    )
    used_ours: set[int] = set()
    used_theirs: set[int] = set()
    found = []
    for strength, i, j in pairs:
        if i not in used_ours and j not in used_theirs:
            used_ours.add(i)
            used_theirs.add(j)
            found.append(-strength)
    return found


def merge(sides: Sequence[Side], others: Sequence[Side]) -> list[Side]:
    """The sides of two matching reports, each once, the more particular of two that agree."""
    merged = list(sides)
    for other in others:
        known = enumerate(merged[: len(sides)])  # two that one report names are two
        partners = [i for i, side in known if side.role == other.role and agreement(side, other) > NONE]
        if not partners:
            merged.append(other)
            continue
        best = max(partners, key=lambda i: (agreement(merged[i], other), -i))
        if other.level > merged[best].level:
            merged[best] = other
    return list({side.actor: side for side in merged}.values())


def keys(sides: Sequence[Side]) -> tuple[list[str], list[str]]:
    """What sides are looked up by: each alone, and each pair (both sorted); numbers of people tell nothing."""
    telling = [side.key for side in sides if side.role != "other" and not side.is_counted]
    single = sorted(set(telling))[:_KEYED]
    by_key = sorted(telling)[:_KEYED]
    return single, sorted({f"{one} {other}" for one, other in combinations(by_key, 2)})
