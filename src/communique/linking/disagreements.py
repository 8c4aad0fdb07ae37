"""Where accounts of one event differ: on day and place, who acted, numbers, length, outcome, whether it took place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from communique.linking.agreement import NONE, agreement, is_open
from communique.linking.circumstances import AHEAD, BEHIND, OFF, Relation, is_state, relate_places
from communique.linking.details import Detail
from communique.linking.sides import Side
from communique.linking.tellings import Item
from communique.records import Account, Disagreement, EventTime, Place, Span

T = TypeVar("T")

#: How many different accounts of a field are compared with each other, the first published first.
_COMPARED = 50


def disagreements(items: Sequence[Item]) -> tuple[Disagreement, ...]:
    """The fields on which articles differ, each value with its articles and the words of the first of them.

    Plans are compared with plans and outcomes with outcomes: a meeting held later than planned is history, not
    disagreement.
    """
    found = (_times(items), _places(items), _parties(items), *_details(items), _statuses(items))
    return tuple(disagreement for disagreement in found if disagreement is not None)


def _times(items: Sequence[Item]) -> Disagreement | None:
    for ahead in (False, True):
        told = [(i, i.time) for i in items if i.time is not None and (i.report.status in AHEAD) == ahead]
        differing = _conflicting(told, _apart)
        if differing:
            return _disagreement("time", [(i, time_text(time), time.span) for i, time in differing])
    return None


def _apart(one: EventTime, other: EventTime) -> bool:
    return one.end < other.start or other.end < one.start


def time_text(time: EventTime) -> str:
    """A day, or first and last day with a slash between, as ISO 8601 writes intervals."""
    start, end = time.start.isoformat(), time.end.isoformat()
    return start if start == end else f"{start}/{end}"


def _places(items: Sequence[Item]) -> Disagreement | None:
    known = [(i, i.report.place) for i in items if i.report.place is not None and not is_state(i.report.place)]
    for ahead in (False, True):
        told = [(i, place) for i, place in known if (i.report.status in AHEAD) == ahead]
        differing = _conflicting(told, _elsewhere)
        if differing:
            return _disagreement("place", [(i, place.name, place.span) for i, place in differing])
    return None


def _elsewhere(one: Place, other: Place) -> bool:
    return relate_places(one, other) in {Relation.NEAR, Relation.CONFLICT}


def _parties(items: Sequence[Item]) -> Disagreement | None:
    """Who acted: where of two articles each names somebody whom the other does not have, not even by the state."""
    named: dict[str, dict[str, Side]] = defaultdict(dict)
    for item in items:
        named[item.report.article].update((side.actor, side) for side in item.sides if side.role == "actor")
    distinct = list({frozenset(sides): sides for sides in named.values()}.values())[:_COMPARED]
    guilty: set[str] = set()
    for one, other in combinations(distinct, 2):
        left = _missing(one, other), _missing(other, one)
        if all(left):
            guilty.update(*left)
    told = [(i, s, p) for i in items for s, p in zip(i.sides, i.report.participants, strict=True) if s.actor in guilty]
    return _disagreement("actor", [(i, side.name, party.span) for i, side, party in told]) if told else None


def _missing(own: Mapping[str, Side], theirs: Mapping[str, Side]) -> set[str]:
    """The actors of one article that can be none of another's."""
    return {actor for actor, side in own.items() if not any(_may_be_one(side, other) for other in theirs.values())}


def _may_be_one(one: Side, other: Side) -> bool:
    return agreement(one, other) > NONE or is_open(one, other)


def _details(items: Sequence[Item]) -> Iterator[Disagreement]:
    """Numbers, length, outcome and initiative: fields of which two articles say nothing that both could be true of.

    One article may give several of one field: of the whole and of its parts.
    """
    told: dict[str, list[tuple[Item, Detail]]] = defaultdict(list)
    for item in items:
        for detail in item.details:
            told[detail.field].append((item, detail))
    for field, given in told.items():
        by_article: dict[str, dict[Hashable, Detail]] = defaultdict(dict)
        for item, detail in given:  # "eight" and "at least eight" are two accounts
            by_article[item.report.article][detail.value.casefold(), detail.low, detail.high] = detail
        distinct = list({frozenset(own): list(own.values()) for own in by_article.values()}.values())[:_COMPARED]
        if any(not any(a.agrees(b) for a in one for b in other) for one, other in combinations(distinct, 2)):
            yield _disagreement(field, [(item, detail.value, detail.span) for item, detail in given])


def _statuses(items: Sequence[Item]) -> Disagreement | None:
    """Whether it took place: denied by one and told by another, or called or put off by one that knew of the day."""
    denied = [item for item in items if item.report.status == "denied"]
    others = [item for item in items if item.report.status not in {"denied", "hypothetical", "proposed"}]
    if not denied or not others:
        held = [item for item in items if item.report.status in BEHIND]
        denied = [item for item in items if item.report.status in OFF and any(_is_past(item, i) for i in held)]
        others = held if denied else []
    if not denied or not others:
        return None
    return _disagreement("status", [(i, i.report.status, i.report.trigger) for i in (*denied, *others)])


def _is_past(calling_off: Item, held: Item) -> bool:
    """Was an act called or put off, says an article not published before the day on which another has it held?

    What is called off before that may have been taken up again.
    """
    return held.time is not None and calling_off.published is not None and calling_off.published >= held.time.end


def _conflicting(told: Sequence[tuple[Item, T]], apart: Callable[[T, T], bool]) -> list[tuple[Item, T]]:
    """The values that contradict another; equal values are compared once."""
    distinct: dict[Hashable, T] = {}
    for _, value in told:
        distinct.setdefault(_key(value), value)
    guilty = {key for key, value in distinct.items() if any(apart(value, other) for other in distinct.values())}
    return [(item, value) for item, value in told if _key(value) in guilty]


def _key(value: object) -> Hashable:
    if isinstance(value, EventTime):
        return value.start, value.end
    return (value.name, value.geonameid) if isinstance(value, Place) else value


def _disagreement(field: str, told: Iterable[tuple[Item, str, Span | None]]) -> Disagreement:
    """Values in the order in which they were first published, with their articles in order of id."""
    accounts: dict[str, list[tuple[str, Span | None]]] = defaultdict(list)
    for item, value, span in told:
        accounts[value].append((item.report.article, span))
    return Disagreement(
        field=field,
        values=tuple(
            Account(
                value=value,
                articles=tuple(sorted({article for article, _ in given})),
                span=next((span for _, span in given if span is not None), None),
            )
            for value, given in accounts.items()
        ),
    )
