"""What only one source has of an event that several report: the sole word for a day, a place, a party, a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from communique.linking.agreement import NONE, agreement
from communique.linking.circumstances import is_state
from communique.linking.disagreements import time_text
from communique.linking.sides import Side
from communique.linking.tellings import Item
from communique.linking.terms import content_words
from communique.records import Sole, Span

#: The most that are kept of one event.
_MOST = 20
#: How many different sides of one event are compared with each other, the first told first.
_COMPARED = 60
#: A value that an item gives for a field, by what it is the same as others by.
_Given = tuple[str, str, str, Span | None]


def single_accounts(items: Sequence[Item], source_of: Mapping[str, str]) -> tuple[Sole, ...]:
    """The fields, parties and topics of an event that only one of its sources gives; none where there is one source.

    ``source_of`` gives the source that each article counts as. Accounts that differ are disagreements and stand there.
    """
    if len(set(source_of.values())) < 2:
        return ()
    sources: dict[tuple[str, str], set[str]] = defaultdict(set)
    first: dict[tuple[str, str], tuple[Item, str, Span | None]] = {}
    alone = _alone(items, source_of)
    for item in items:
        for field, key, value, span in _given(item, alone):
            sources[field, key].add(source_of[item.report.article])
            first.setdefault((field, key), (item, value, span))
    found = [
        Sole(
            field=field,
            value=value,
            articles=tuple(sorted(a for a, source in source_of.items() if {source} == sources[field, key])),
            span=span,
        )
        for (field, key), (_, value, span) in first.items()
        if len(sources[field, key]) == 1
    ]
    return tuple(found[:_MOST])


def _alone(items: Sequence[Item], source_of: Mapping[str, str]) -> set[str]:
    """The actors that only one source has, and no other by their office or state."""
    told: dict[Side, set[str]] = defaultdict(set)
    for item in items:
        for side in item.sides:
            told[side].add(source_of[item.report.article])
    sides = list(told)[:_COMPARED]
    return {
        side.actor
        for side in sides
        if len(told[side]) == 1 and all(told[other] == told[side] or agreement(side, other) == NONE for other in sides)
    }


def _given(item: Item, alone: Set[str]) -> Iterator[_Given]:
    """What an item gives: for fields that have one value the field is what is the same, whatever the value."""
    report = item.report
    if item.time is not None:
        yield "time", "", time_text(item.time), item.time.span
    if report.place is not None and not is_state(report.place):
        yield "place", "", report.place.name, report.place.span
    for detail in item.details:
        yield detail.field, "", detail.value, detail.span
    for topic in report.topics:
        yield "topic", " ".join(sorted(content_words(topic.label))), topic.label, topic.span
    for side, party in zip(item.sides, report.participants, strict=True):
        if side.actor in alone:
            yield "participant", side.actor, side.name, party.span
