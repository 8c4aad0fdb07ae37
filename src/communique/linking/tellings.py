"""Tellings: what one article says of one act, in one report of it or several."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

import msgspec

from communique.lexicon.grounds import load_grounds
from communique.linking.circumstances import SETTLED, bounds, is_state
from communique.linking.details import Detail
from communique.linking.matching import merge
from communique.linking.sides import Side
from communique.linking.terms import content_words
from communique.records import EventTime, Place, Report, Span, Status

#: Whose place that of an act is, where being at home is no evidence.
_AT_HOME = frozenset({"desk", "words"})
T = TypeVar("T")
#: "held talks in Oslo with *X* *on fishing quotas*", "on Chad's *quotas*", not "on Monday".
_ABOUT = re.compile(
    r"\b(?:on|about|over|regarding|concerning)\s+(?:[A-Z][\w-]{1,30}['’]s\s+)?((?:[^\W\dA-Z_][^\W\d_]*[ -]?){1,4})"
)


class Item(msgspec.Struct, array_like=True, frozen=True, eq=False, gc=False):
    """A report with what linking needs of its article.

    That is the day of publication, the words for the act (:mod:`~communique.linking.wordings`), and what else it tells
    of the act (:mod:`~communique.linking.details`).

    ``sides`` are those of its participants in their order, ``reasons`` why it is in its event.
    """

    report: Report
    published: datetime.date | None
    wording: str = ""
    details: tuple[Detail, ...] = ()
    sides: tuple[Side, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def time(self) -> EventTime | None:
        """The day of the act as far as it can tell it from others.

        What is called off lies ahead: a day in the past said of it is the day on which it was called off. Days that
        are inferred from the article's say no more than the day of its publication, which linking has already.
        """
        time, published = self.report.time, self.published
        if time is not None and time.inferred:
            return None
        if self.report.status in {"cancelled", "postponed"} and time is not None and published is not None:
            return time if time.end > published else None
        return time


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """What is kept of a report while events are put together; ``number`` is the caller's for it."""

    number: int
    id: str
    kind: str
    status: Status
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """Reports that one article gives of one act, and what they say together.

    ``words`` are the content words of each sentence but for who does what, of acts of speech only; ``topics`` those of
    all topics, ``matter`` these or else what may be one: nouns behind "on" or "about" anywhere in the sentence;
    ``kinds`` those of the reports, ``status`` their most settled one.
    """

    article: str
    published: datetime.date | None
    claims: tuple[Claim, ...]
    sides: tuple[Side, ...]
    time: EventTime | None
    place: Place | None
    words: tuple[frozenset[str], ...]
    topics: frozenset[str]
    kinds: frozenset[str]
    status: Status
    matter: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The least id of the reports."""
        return min(claim.id for claim in self.claims)

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
        if not reasons:
            return self
        claims = tuple(replace(c, reasons=tuple(dict.fromkeys((*c.reasons, *reasons)))) for c in self.claims)
        return replace(self, claims=claims)


def telling_of(item: Item, number: int = 0, *, speech: bool = True) -> Telling:
    """A report as a telling of its own; ``speech``: it may be an act of words, which the sentence tells from others."""
    report = item.report
    topics = frozenset(word for topic in report.topics for word in content_words(topic.label))
    claim = Claim(number, report.id, report.kind, report.status)
    sides: dict[str, Side] = {}
    for side in item.sides:
        sides.setdefault(side.actor, side)
    words = (_said(report),) if speech else ()
    return Telling(
        article=shared(report.article),
        published=shared(item.published),
        claims=(claim,),
        sides=shared(tuple(sides.values())),
        time=shared(_bare(item.time)),
        place=shared(_without_words(_told_place(report))),
        words=words,
        topics=shared(topics),
        kinds=shared(frozenset((report.kind,))),
        status=report.status,
        matter=shared(topics or _matter(report)),
    )


def _said(report: Report) -> frozenset[str]:
    verb = report.trigger.text.partition(" ")[0]  # what else a trigger has is what is said ("promised *aid*")
    spans = [verb, *(p.span.text for p in report.participants if p.span is not None)]
    named = frozenset(word for span in spans for word in content_words(span))
    return content_words(report.evidence.text) - named


def _matter(report: Report) -> frozenset[str]:
    """The words in small letters that stand behind a preposition of matter, wherever the parser hung it."""
    phrases = _ABOUT.findall(report.evidence.text)
    return frozenset(word for phrase in phrases for word in content_words(phrase))


def _told_place(report: Report) -> Place | None:
    """The place of an act, but not the home of those who speak or decree: it tells no such act from another."""
    place = report.place
    if place is None or load_grounds().get(report.kind) not in _AT_HOME:
        return place
    spans = (party.span for party in report.participants if party.span is not None)
    at_home = any(span.start <= place.span.start and place.span.end <= span.end for span in spans)
    return None if at_home and is_state(place) else place


def _bare(time: EventTime | None) -> EventTime | None:
    """A time without the words that give it."""
    return None if time is None else EventTime(start=time.start, end=time.end, precision=time.precision)


def _without_words(place: Place | None) -> Place | None:
    """A place without the words that name it."""
    return None if place is None else msgspec.structs.replace(place, span=Span(0, 0, ""))


@lru_cache(maxsize=65_536)
def shared(value: T) -> T:
    """The value, or the one like it that was met before: most come up again and again, and need not be kept twice."""
    return value


def combined(tellings: Sequence[Telling]) -> Telling:
    """Tellings of one act in one article as one: the most precise time and place, all sides and topics."""
    sides: tuple[Side, ...] = ()
    for telling in tellings:
        sides = merge(sides, telling.sides, within=True)
    times = [telling.time for telling in tellings if telling.time is not None]
    places = [telling.place for telling in tellings if telling.place is not None]
    claims = tuple(claim for telling in tellings for claim in telling.claims)
    return Telling(
        article=tellings[0].article,
        published=tellings[0].published,
        claims=claims,
        sides=shared(sides),
        time=min(times, key=lambda time: time.end - time.start, default=None),
        place=min(places, key=is_state, default=None),
        words=tuple(words for telling in tellings for words in telling.words),
        topics=frozenset().union(*(telling.topics for telling in tellings)),
        kinds=shared(frozenset(claim.kind for claim in claims)),
        status=max((claim.status for claim in claims), key=lambda status: (SETTLED[status], status)),
        matter=frozenset().union(*(telling.matter for telling in tellings)),
    )
