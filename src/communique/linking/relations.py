"""How events hang together: one is part of another, follows one between the same parties, or answers one.

* A meeting is part of a visit when the visitor takes part in it, at the place of the visit or with its host, in its
  days; a visit to one state is part of a tour of several; a session is part of the conference in its town and days.
* An event of contact follows the last one of its sort between the same two parties, within a year.
* An act answers another where a sentence says so (:mod:`~communique.linking.responses`).

Events are looked up by party, or place, and month, so the work grows with the events of one party in a month.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from communique.lexicon.families import Families
from communique.linking.circumstances import BEHIND, Relation, is_state, relate_places
from communique.records import Event, EventRelation, RelationType

#: Kinds of which an event may be part of a visit or a conference.
_PARTS = frozenset({"meeting", "negotiation", "signing", "agreement", "press conference", "conference"})
#: Families of kinds that make series between two parties.
_SERIES = frozenset({"talks", "call", "visit"})
#: Days after the only day known of a visit, or the first of a tour, in which it may go on.
_STAY, _TOUR = 2, 14
#: How many events of one party in one month are compared with each of its visits in it.
_COMPARED = 200
_YEAR = datetime.timedelta(days=366)
_THERE = frozenset({Relation.SAME, Relation.NEAR, Relation.WITHIN, Relation.LOOSE})
_UNREAL = frozenset({"hypothetical", "denied"})
_INVERSE: dict[RelationType, RelationType] = {
    "part of": "has part",
    "follows": "followed by",
    "responds to": "answered by",
}

#: From one event to another, and why.
Found = tuple[str, RelationType, str, tuple[str, ...]]


def find_relations(
    events: Sequence[Event], answers: Iterable[Found], families: Families
) -> dict[str, tuple[EventRelation, ...]]:
    """The relations of events by id, each told from both sides; ``answers`` are those that sentences tell of."""
    of: dict[str, dict[tuple[RelationType, str], tuple[str, ...]]] = defaultdict(dict)
    for one, kind, other, reasons in (*_parts(events), *_followers(events, families), *answers):
        of[one].setdefault((kind, other), reasons)
        of[other].setdefault((_INVERSE[kind], one), reasons)
    return {
        event: tuple(EventRelation(type=k, event=e, reasons=told[k, e]) for k, e in sorted(told))
        for event, told in of.items()
    }


def can_hang_together(kind: str, families: Families) -> bool:
    """Are events of a kind parts of others, or have others in them, or make series?"""
    return kind in _PARTS or kind == "visit" or families.of(kind) in _SERIES


def series(events: Iterable[Event], families: Families) -> dict[tuple[str, str, str], list[Event]]:
    """The dated events that took place, by family of kinds and their two parties, each list in order of days."""
    found: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in events:
        parties = sorted({p.actor for p in event.participants if p.role in {"actor", "host"}})
        family = families.of(event.kind)
        if len(parties) == 2 and family in _SERIES and event.status in BEHIND and event.told_time is not None:
            found[family, parties[0], parties[1]].append(event)
    for several in found.values():
        several.sort(key=lambda event: (_start(event), event.id))
    return found


def _start(event: Event) -> datetime.date:
    return event.told_time.start if event.told_time is not None else datetime.date.max


def _followers(events: Sequence[Event], families: Families) -> Iterator[Found]:
    for (_, one, other), several in series(events, families).items():
        names = {p.actor: p.name for event in several for p in event.participants}
        for before, after in pairwise(several):
            if _start(before) < _start(after) <= _start(before) + _YEAR:
                yield after.id, "follows", before.id, (f"between {names[one]} and {names[other]}",)


def _parts(events: Sequence[Event]) -> Iterator[Found]:
    by_party: dict[tuple[str, int], list[Event]] = defaultdict(list)
    by_place: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for event in events:
        if event.status in _UNREAL or (month := _month(event)) is None:
            continue
        for party in {p.actor for p in event.participants if p.role in {"actor", "host"}}:
            by_party[party, month].append(event)
        if event.place is not None and event.kind in _PARTS:
            by_place[event.place.name, month].append(event)
    for whole in events:
        month = _month(whole)
        if month is None or whole.status in _UNREAL or whole.kind not in {"visit", "conference"}:
            continue
        near: Mapping[tuple[str, int], list[Event]] = by_party if whole.kind == "visit" else by_place
        keys = [p.actor for p in whole.participants if p.role == "actor"] if whole.kind == "visit" else []
        if whole.kind == "conference" and whole.place is not None:
            keys = [whole.place.name]
        listed = (e for key in keys for m in (month, month + 1) for e in near.get((key, m), ())[:_COMPARED])
        for part in {event.id: event for event in listed}.values():
            reasons = _belongs(part, whole) if part.id != whole.id else ()
            if reasons:
                yield part.id, "part of", whole.id, reasons


def _month(event: Event) -> int | None:
    """The month of an event's day, else of its first report."""
    day = event.told_time.start if event.told_time is not None else event.first_reported
    return 12 * day.year + day.month if day is not None else None


def _belongs(part: Event, whole: Event) -> tuple[str, ...]:
    """Why one event is part of another; nothing where it is not."""
    if (part.status in BEHIND) != (whole.status in BEHIND):
        return ()
    if whole.kind == "conference":
        return _in_conference(part, whole)
    if part.kind == "visit":
        return _in_tour(part, whole)
    return _in_visit(part, whole) if part.kind in _PARTS else ()


def _in_visit(part: Event, visit: Event) -> tuple[str, ...]:
    when = _during(part, visit, _STAY)
    place = relate_places(part.place, visit.place)
    hosts = _countries(visit, "host")
    others = {p.country for p in part.participants} - _countries(visit, "actor")
    if when is None or place is Relation.CONFLICT:
        return ()
    if place in _THERE and part.place is not None:
        return "the visitor takes part", when, f"in {part.place.name}"
    return ("the visitor takes part", when, "with the host") if hosts & others else ()


def _in_tour(part: Event, tour: Event) -> tuple[str, ...]:
    led_to = _countries(part, "host") | ({part.place.country} if part.place is not None else set())
    states = _countries(tour, "host")
    when = _during(part, tour, _TOUR)
    if len(states - {None}) < 2 or len(_countries(part, "host")) > 1 or when is None or not led_to & states - {None}:
        return ()
    return "the same visitor", when, "one of the states of the tour"


def _in_conference(part: Event, conference: Event) -> tuple[str, ...]:
    town = conference.place is not None and not is_state(conference.place)
    timed = part.told_time is not None and conference.told_time is not None
    same = relate_places(part.place, conference.place) is Relation.SAME
    told = set(part.articles) & set(conference.articles)
    if not (town and timed and same and told) or (when := _during(part, conference, 0)) is None:
        return ()
    return when, "in the same place", "told in one article"


def _during(part: Event, whole: Event, after: int) -> str | None:
    """Does an event lie in the days of another, which may go on some days? Without days, one article must tell both."""
    inner, outer = part.told_time, whole.told_time
    if inner is None or outer is None:
        return "told in one article" if set(part.articles) & set(whole.articles) else None
    last = outer.end
    if outer.start == last:
        last += datetime.timedelta(days=after)
    return "in its days" if outer.start <= inner.start and inner.end <= last else None


def _countries(event: Event, role: str) -> set[str | None]:
    """The states of the participants in a role."""
    return {p.country for p in event.participants if p.role == role and p.country is not None}
