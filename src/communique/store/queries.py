"""Searching the record. Every condition is a SQLAlchemy expression; values are always bound."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

import msgspec
import sqlalchemy as sa

from communique.records import Event
from communique.store import schema
from communique.store.database import Store
from communique.store.folding import fold

#: Statuses of an act that is still ahead; when its day has passed without a report of it, it is unconfirmed.
AHEAD = ("planned", "confirmed")

_E = schema.events.c
_P = schema.event_participants.c


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuery:
    """What to look for; all that is given must hold, and of several kinds or statuses one.

    ``who`` and both sides of ``dyad`` are a name or part of one, or a country (name or ISO 3166-1 alpha-3 code), which
    stands for everyone of it. ``since`` and ``until`` are days that the event's time must touch. ``where`` is a place
    or country. ``unconfirmed_on`` asks for events that were ahead and whose last day lies before that day.
    """

    who: str | None = None
    dyad: tuple[str, str] | None = None
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    unconfirmed_on: datetime.date | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    topic: str | None = None
    where: str | None = None

    def alone(self) -> Iterator[tuple[str, EventQuery]]:
        """Each condition that is set, by the name of its field, as a query of its own."""
        nothing = EventQuery()
        for field in fields(self):
            if value := getattr(self, field.name):
                yield field.name, replace(nothing, **{field.name: value})

    def condition(self) -> sa.ColumnElement[bool]:
        """The query as a condition on the ``events`` table."""
        parts: list[sa.ColumnElement[bool]] = []
        if self.who:
            parts.append(_takes_part(self.who))
        if self.dyad:
            parts.append(_both(*self.dyad))
        if self.kinds:
            parts.append(_E.kind.in_(self.kinds))
        if self.statuses or self.unconfirmed_on:
            parts.append(self._of_status())
        if self.since:
            parts.append(_E.end >= self.since)
        if self.until:
            parts.append(_E.start <= self.until)
        if self.topic:
            topics = schema.event_topics.c
            parts.append(_exists(topics.event, _has_words(topics.label, self.topic)))
        if self.where:
            parts.append(_has_words(_E.place, self.where) | _is_country(_E.country, self.where))
        return sa.and_(sa.true(), *parts)

    def _of_status(self) -> sa.ColumnElement[bool]:
        either: list[sa.ColumnElement[bool]] = [_E.status.in_(self.statuses)] if self.statuses else []
        if self.unconfirmed_on:
            either.append(sa.and_(_E.status.in_(AHEAD), _E.end < self.unconfirmed_on))
        return sa.or_(*either)


def find_events(store: Store, query: EventQuery = EventQuery(), *, limit: int | None = None) -> list[Event]:
    """The events that match, by day (undated ones last)."""
    found = sa.select(_E.record).where(query.condition()).order_by(*chronological()).limit(limit)
    with store.reading() as connection:
        return [msgspec.json.decode(record, type=Event) for record in connection.scalars(found)]


def count_events(store: Store, query: EventQuery = EventQuery()) -> int:
    """How many events match."""
    with store.reading() as connection:
        found = sa.select(sa.func.count()).select_from(schema.events).where(query.condition())
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
        found = sa.select(sa.func.count()).select_from(schema.events).where(anytime.condition(), _E.start.is_(None))
        return int(connection.scalar(found) or 0)


def _takes_part(who: str) -> sa.ColumnElement[bool]:
    return _exists(_P.event, _is_party(who))


def _both(one: str, other: str) -> sa.ColumnElement[bool]:
    """Two different participants, one for each side."""
    first, second = sa.alias(schema.event_participants), sa.alias(schema.event_participants)
    same_event = (first.c.event == _E.id) & (second.c.event == _E.id) & (first.c.position != second.c.position)
    return sa.exists().where(same_event, _is_party(one, first.c), _is_party(other, second.c))


def _is_party(who: str, party: Any = _P) -> sa.ColumnElement[bool]:  # noqa: ANN401 - columns of a table or its alias
    """Is a participant the one meant: by its name there, by any name of its actor, or by its country?"""
    names = schema.actor_names.c
    known_as = sa.select(names.actor).where(_has_words(names.folded, who))
    return sa.or_(_has_words(party.name, who), party.actor.in_(known_as), _is_country(party.country, who))


def _exists(event: sa.ColumnElement[str], *conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return sa.exists().where(event == _E.id, *conditions)


def _is_country(column: sa.ColumnElement[Any], text: str) -> sa.ColumnElement[bool]:
    code = country_code(text)
    return column == code if code is not None else sa.false()


def _has_words(folded: sa.ColumnElement[Any], text: str) -> sa.ColumnElement[bool]:
    """Do the words of a text stand in a folded column, whole and in their order? A text without words is nowhere."""
    words = fold(text)
    return folded.contains(words, autoescape=True) if words else sa.false()
