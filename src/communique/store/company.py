"""Who has to do with whom: the counterparts of an actor, pairs of countries, and the ties between actors."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from communique.store import schema
from communique.store.database import Store
from communique.store.queries import EventQuery

_E, _P = schema.events.c, schema.event_participants.c


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties (ids or country codes), the events that both take part in, and the mean PLOVER score of these."""

    one: str
    other: str
    events: int
    score: float | None


class Counterpart(msgspec.Struct, frozen=True, kw_only=True):
    """An actor, and the number of events that it takes part in with another."""

    id: str
    name: str
    events: int


def counterparts(store: Store, actor: str, most: int = 20) -> list[Counterpart]:
    """With whom an actor takes part in most events."""
    mine, theirs = schema.event_participants.alias(), schema.event_participants.alias()
    number = sa.func.count(sa.distinct(theirs.c.event))
    found = (
        sa.select(theirs.c.actor, number)
        .join_from(mine, theirs, (mine.c.event == theirs.c.event) & (mine.c.actor != theirs.c.actor))
        .where(mine.c.actor == actor)
        .group_by(theirs.c.actor)
        .order_by(number.desc(), theirs.c.actor)
        .limit(most)
    )
    with store.reading() as connection:
        counted = [(str(row[0]), int(row[1])) for row in connection.execute(found)]
        names = names_of(connection, [actor for actor, _ in counted])
    return [Counterpart(id=actor, name=names.get(actor, actor), events=n) for actor, n in counted]


def country_pairs(store: Store, query: EventQuery, most: int = 400) -> list[Tie]:
    """The pairs of countries whose people take part in most events together."""
    return _ties(store, query, "country", most)


def actor_pairs(store: Store, query: EventQuery, most: int = 80) -> list[Tie]:
    """The pairs of actors that take part in most events together."""
    return _ties(store, query, "actor", most)


def names_of(connection: sa.Connection, actors: list[str]) -> dict[str, str]:
    """The names of actors (a few hundred at most) by their ids."""
    a = schema.actors.c
    return {row.id: row.name for row in connection.execute(sa.select(a.id, a.name).where(a.id.in_(actors)))}


def _ties(store: Store, query: EventQuery, field: str, most: int) -> list[Tie]:
    one, other = schema.event_participants.alias(), schema.event_participants.alias()
    number, a, b = sa.func.count(sa.distinct(_E.id)), one.c[field], other.c[field]
    with store.reading() as connection:
        found = (
            sa.select(a, b, number, sa.func.avg(_E.score))
            .join_from(one, other, (one.c.event == other.c.event) & (a < b))
            .join(schema.events, _E.id == one.c.event)
            .where(query.condition(connection.dialect.name))
            .group_by(a, b)
            .order_by(number.desc(), a, b)
            .limit(most)
        )
        return [
            Tie(one=row[0], other=row[1], events=row[2], score=round(float(row[3]), 2) if row[3] is not None else None)
            for row in connection.execute(found)
        ]
