"""Tellings: what one article says of one act, in one report of it or several."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.linking.circumstances import SETTLED, bounds, is_state
from communique.linking.sides import Side, merge
from communique.linking.terms import content_words
from communique.records import EventTime, Place, Report, Status


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A report with the day on which its article was published, and the reasons why it is in its event."""

    report: Report
    published: datetime.date | None
    reasons: tuple[str, ...] = ()

    @property
    def time(self) -> EventTime | None:
        """The day of the act as far as it can tell it from others.

        What is called off lies ahead: a day in the past said of it is the day on which it was called off.
        """
        time, published = self.report.time, self.published
        if self.report.status in {"cancelled", "postponed"} and time is not None and published is not None:
            return time if time.end > published else None
        return time


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """Reports that one article gives of one act, and what they say together.

    ``words`` are the content words of each sentence but for who does what, ``topics`` those of all topics.
    """

    items: tuple[Item, ...]
    sides: tuple[Side, ...]
    time: EventTime | None
    place: Place | None
    words: tuple[frozenset[str], ...]
    topics: frozenset[str]

    @property
    def article(self) -> str:
        """The article's id."""
        return self.items[0].report.article

    @property
    def published(self) -> datetime.date | None:
        """The article's day."""
        return self.items[0].published

    @property
    def id(self) -> str:
        """The least id of the reports."""
        return min(item.report.id for item in self.items)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of the reports."""
        return frozenset(item.report.kind for item in self.items)

    @property
    def status(self) -> Status:
        """The most settled status of the reports."""
        return max((item.report.status for item in self.items), key=lambda status: (SETTLED[status], status))

    @property
    def bounds(self) -> tuple[datetime.date, datetime.date]:
        """First and last day on which the act can be."""
        return bounds(self.time, self.status, self.published)

    @property
    def anchor(self) -> datetime.date | None:
        """The day that the telling is looked up by: its act's, else its article's."""
        return self.time.start if self.time is not None else self.published

    @property
    def parties(self) -> int:
        """How many sides count as parties."""
        return sum(side.role != "other" for side in self.sides)

    def because(self, reasons: Sequence[str]) -> Telling:
        """The telling with reasons added to those of its reports."""
        items = tuple(replace(i, reasons=tuple(dict.fromkeys((*i.reasons, *reasons)))) for i in self.items)
        return replace(self, items=items)


def telling_of(item: Item, sides: Sequence[Side]) -> Telling:
    """A report as a telling of its own."""
    topics = frozenset(word for topic in item.report.topics for word in content_words(topic.label))
    spans = [item.report.trigger, *(p.span for p in item.report.participants if p.span is not None)]
    named = frozenset(word for span in spans for word in content_words(span.text))
    words = content_words(item.report.evidence.text) - named
    return Telling((item,), tuple(sides), item.time, item.report.place, (words,), topics)


def combined(tellings: Sequence[Telling]) -> Telling:
    """Tellings of one act in one article as one: the most precise time and place, all sides and topics."""
    sides: list[Side] = []
    for telling in tellings:
        sides = merge(sides, telling.sides)
    times = [telling.time for telling in tellings if telling.time is not None]
    places = [telling.place for telling in tellings if telling.place is not None]
    return Telling(
        items=tuple(item for telling in tellings for item in telling.items),
        sides=tuple(sides),
        time=min(times, key=lambda time: time.end - time.start, default=None),
        place=min(places, key=is_state, default=None),
        words=tuple(words for telling in tellings for words in telling.words),
        topics=frozenset().union(*(telling.topics for telling in tellings)),
    )
