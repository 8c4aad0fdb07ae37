"""What moved lately: events that were newly reported, whose status changed, or on which accounts differ."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from communique.records import Event
from communique.store import schema
from communique.store.database import Store

_LOOKED_AT = 400  # events reported last, among which changes and disputes are looked for
_E = schema.events.c


@dataclass(frozen=True, slots=True)
class Developments:
    """Events told of for the first time, whose status changed, and that are disputed; those reported last first."""

    new: list[Event]
    changed: list[Event]
    disputed: list[Event]


def latest(store: Store, most: int) -> Developments:
    """At most so many events of each sort, looked for among those reported last."""
    with store.reading() as connection:
        new = _reported(connection, _E.first_reported, most)
        moved = _reported(connection, _E.last_reported, _LOOKED_AT, _E.last_reported > _E.first_reported)
        told = _reported(connection, _E.last_reported, _LOOKED_AT, _E.outlets > 1)
    changed = [event for event in moved if len({change.status for change in event.history}) > 1]
    return Developments(new, changed[:most], [event for event in told if event.disagreements][:most])


def last_day(store: Store) -> datetime.date | None:
    """The last day on which an article of the store was published."""
    with store.reading() as connection:
        day: datetime.date | None = connection.scalar(sa.select(sa.func.max(schema.articles.c.published)))
        return day


def _reported(
    connection: sa.Connection, day: sa.ColumnElement[datetime.date], most: int, *conditions: sa.ColumnElement[bool]
) -> list[Event]:
    ids = sa.select(_E.id).where(day.is_not(None), *conditions).order_by(day.desc(), _E.id).limit(most)
    found = sa.select(_E.record).where(_E.id.in_(ids.subquery().select())).order_by(day.desc(), _E.id)
    return [msgspec.json.decode(record, type=Event) for record in connection.scalars(found)]
