"""Searching the record. Every condition is a SQLAlchemy expression; values are always bound."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args

import msgspec
import sqlalchemy as sa

from communique.records import Event
from communique.store import schema
from communique.store.database import Store
from communique.store.folding import fold
from communique.store.texts import matches

#: Statuses of an act that is still ahead; when its day has passed without a report of it, it is unconfirmed.
AHEAD = ("planned", "confirmed")

#: What events can be sorted by: their day, the day they were first reported, and three numbers.
Sort = Literal["day", "reported", "outlets", "confidence", "score"]
SORTS: tuple[Sort, ...] = get_args(Sort)

_E = schema.events.c
_P = schema.event_participants.c
_NO_LIMIT = 2**62
_AT_ONCE = 500
_SORTED: dict[Sort, sa.ColumnElement[Any]] = {
    "day": _E.start,
    "reported": _E.first_reported,
    "outlets": _E.outlets,
    "confidence": _E.confidence,
    "score": _E.score,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuery:
    """What to look for; all that is given must hold, and of several kinds, types or statuses one.

    ``who`` and both sides of ``dyad`` are a name or part of one, or a country (name or ISO 3166-1 alpha-3 code), which
    stands for everyone of it; ``actor`` is the whole id of one. ``since`` and ``until`` are days that the event's time
    must touch. ``where`` is a place or country. ``unconfirmed_on`` asks for events that were ahead and whose last day
    lies before that day. ``outlet`` and ``source`` are words of the name of an outlet that tells of it, or of whom it
    names. ``text`` are words that stand in the event's own words or in one sentence that reports it; those in quotation
    marks stand together.
    """

    who: str | None = None
    actor: str | None = None
    dyad: tuple[str, str] | None = None
    kinds: tuple[str, ...] = ()
    plovers: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    unconfirmed_on: datetime.date | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    topic: str | None = None
    where: str | None = None
    outlet: str | None = None
    source: str | None = None
    story: str | None = None
    text: str | None = None
    confidence: float | None = None

    def alone(self) -> Iterator[tuple[str, EventQuery]]:
        """Each condition that is set, by the name of its field, as a query of its own."""
        nothing = EventQuery()
        for field in fields(self):
            if value := getattr(self, field.name):
                yield field.name, replace(nothing, **{field.name: value})

    def condition(self, dialect: str = "sqlite") -> sa.ColumnElement[bool]:
        """The query as a condition on the ``events`` table of a database of this dialect."""
        return sa.and_(sa.true(), *self._who_and_what(), *self._when_and_where(), *self._told(dialect))

    def _who_and_what(self) -> Iterator[sa.ColumnElement[bool]]:
        if self.who:
            yield _E.id.in_(_events_with(self.who))
        if self.actor:
            yield _E.id.in_(sa.select(_P.event).where(_P.actor == self.actor))
        if self.dyad:
            yield _both(*self.dyad)
        if self.kinds:
            yield _E.kind.in_(self.kinds)
        if self.plovers:
            yield _E.plover.in_(self.plovers)
        if self.statuses or self.unconfirmed_on:
            yield self._of_status()
        if self.topic:
            topics = schema.event_topics.c
            yield _E.id.in_(sa.select(topics.event).where(_has_words(topics.label, self.topic)))

    def _when_and_where(self) -> Iterator[sa.ColumnElement[bool]]:
        if self.since:
            yield _E.end >= self.since
        if self.until:
            yield _E.start <= self.until
        if self.where:
            yield _has_words(_E.place, self.where) | _is_country(_E.country, self.where)

    def _told(self, dialect: str) -> Iterator[sa.ColumnElement[bool]]:
        sources = schema.event_sources.c
        for kind, words in (("outlet", self.outlet), ("source", self.source)):
            if words:
                named = sa.select(sources.event).where(sources.kind == kind, _has_words(sources.label, words))
                yield _E.id.in_(named)
        if self.story:
            yield _E.story.startswith(self.story, autoescape=True) | _E.story.startswith(
                f"story-{self.story}", autoescape=True
            )
        if self.text:
            yield _has_text(dialect, self.text)
        if self.confidence is not None:
            yield _E.confidence >= self.confidence

    def _of_status(self) -> sa.ColumnElement[bool]:
        either: list[sa.ColumnElement[bool]] = [_E.status.in_(self.statuses)] if self.statuses else []
        if self.unconfirmed_on:
            either.append(sa.and_(_E.status.in_(AHEAD), _E.end < self.unconfirmed_on))
        return sa.or_(*either)


def find_events(
    store: Store,
    query: EventQuery = EventQuery(),
    *,
    limit: int | None = None,
    offset: int = 0,
    sort: Sort = "day",
    descending: bool = False,
) -> list[Event]:
    """The events that match, in the order of their days (undated ones last) or another; ``offset`` skips the first."""
    with store.reading() as connection:
        # ids alone are sorted, since the records would be carried through the sorting of all that match
        page = sa.select(_E.id).where(query.condition(connection.dialect.name))
        page = page.order_by(*ordered(sort, descending=descending))
        page = page.limit(limit if limit is not None else _NO_LIMIT).offset(offset)
        ids = connection.scalars(page).all()
        found: list[Event] = []
        for start in range(0, len(ids), _AT_ONCE):
            chunk = ids[start : start + _AT_ONCE]
            records = {
                row.id: row.record for row in connection.execute(sa.select(_E.id, _E.record).where(_E.id.in_(chunk)))
            }
            found.extend(msgspec.json.decode(records[event], type=Event) for event in chunk)
        return found


def ordered(sort: Sort, *, descending: bool = False) -> tuple[sa.ColumnElement[Any], ...]:
    """An order of events; what has no value comes last, and equals are in the order of their days."""
    if sort == "day" and not descending:
        return chronological()
    column = _SORTED[sort]
    return (column.is_(None), column.desc() if descending else column, *chronological())


def count_events(store: Store, query: EventQuery = EventQuery()) -> int:
    """How many events match."""
    with store.reading() as connection:
        holds = query.condition(connection.dialect.name)
        found = sa.select(sa.func.count()).select_from(schema.events).where(holds)
        return int(connection.scalar(found) or 0)


def count_actors(store: Store) -> int:
    """How many actors the registry holds."""
    with store.reading() as connection:
        return int(connection.scalar(sa.select(sa.func.count()).select_from(schema.actors)) or 0)


def chronological() -> tuple[sa.ColumnElement[Any], ...]:
    """The order of events: by day, undated ones last by the day they were first reported, then by id."""
    return (
        _E.start.is_(None),
        _E.start,
        _E.end,
        _E.first_reported.is_(None),
        _E.first_reported,
        _E.id,
    )


def country_code(text: str) -> str | None:
    """The ISO 3166-1 alpha-3 code that the text is or that its country has."""
    from communique.lexicon.states import load_states  # reading the lexicon takes a moment that most searches need not

    states = load_states()
    found = states.by_code.get(text.upper()) or states.by_name(text) or states.by_name(text.title())
    return found.country if found is not None else None


def kinds_in(store: Store) -> tuple[str, ...]:
    """Every kind of event that the store holds."""
    with store.reading() as connection:
        return tuple(connection.scalars(sa.select(_E.kind).distinct().order_by(_E.kind)))


def names_in(store: Store) -> tuple[str, ...]:
    """Every name that an actor of the store goes by."""
    name = schema.actor_names.c.name
    with store.reading() as connection:
        return tuple(connection.scalars(sa.select(name).distinct().order_by(name)))


def undated(store: Store, query: EventQuery) -> int:
    """How many events match but for having no day."""
    anytime = replace(query, since=None, until=None)
    with store.reading() as connection:
        holds = anytime.condition(connection.dialect.name)
        found = sa.select(sa.func.count()).select_from(schema.events).where(holds, _E.start.is_(None))
        return int(connection.scalar(found) or 0)


def _events_with(who: str) -> sa.Select[Any]:
    """The ids of the events that someone takes part in."""
    return sa.select(_parts(who).c.event)


def _both(one: str, other: str) -> sa.ColumnElement[bool]:
    """Two different participants, one for each side."""
    first, second = _parts(one), _parts(other)
    different = (first.c.event == second.c.event) & (first.c.position != second.c.position)
    return _E.id.in_(sa.select(first.c.event).join_from(first, second, different))


def _parts(who: str) -> sa.Subquery:
    """The parts in events of the one meant: by its name there, by any name of its actor, or by its country.

    A union, since databases cannot tell how few rows an alternative of the three leaves, and use no index for it.
    """
    names, parts = schema.actor_names.c, sa.select(_P.event, _P.position)
    known_as = sa.select(names.actor).where(_has_words(names.folded, who))
    ways = (_has_words(_P.name, who), _P.actor.in_(known_as), _is_country(_P.country, who))
    return sa.union(*(parts.where(way) for way in ways)).subquery()


def _has_text(dialect: str, words: str) -> sa.ColumnElement[bool]:
    """Do words stand in the event's own text, or in a sentence that reports it?"""
    text, reports = schema.texts.c, schema.report_events.c
    holds = matches(dialect, words)
    itself = sa.select(text.id).where(text.kind == "event", holds)
    told = sa.select(text.id).where(text.kind == "report", holds)
    return _E.id.in_(itself) | _E.id.in_(sa.select(reports.event).where(reports.report.in_(told)))


def _is_country(column: sa.ColumnElement[Any], text: str) -> sa.ColumnElement[bool]:
    code = country_code(text)
    return column == code if code is not None else sa.false()


def _has_words(folded: sa.ColumnElement[Any], text: str) -> sa.ColumnElement[bool]:
    """Do the words of a text stand in a folded column, whole and in their order? A text without words is nowhere."""
    words = fold(text)
    return folded.contains(words, autoescape=True) if words else sa.false()
