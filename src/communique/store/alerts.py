"""Alerts: saved queries, where what matches is sent, and with which status each event was sent last.

Who is about to send a message claims it first, so that two programs on one store do not both send it. A claim that
nobody made good lapses, and the message is sent after all.

An event that was joined with another since it was sent is known by its former ids, so it is not sent again for that.
"""

from __future__ import annotations

import datetime

import msgspec
import sqlalchemy as sa

from communique.errors import InputError
from communique.store import schema
from communique.store.database import Store
from communique.store.queries import EventQuery, chronological

_A, _D, _E = schema.alerts.c, schema.deliveries.c, schema.events.c
#: How long a claim holds; sending takes seconds, so whoever claimed that long ago has died of it.
_LEASE = datetime.timedelta(minutes=10)
#: In place of the status of a message that is being sent; the status told before it, if any, follows.
_CLAIMED = "sending, after "


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """A query under a name, and its target: ``-``, the path of a mailbox, or the URL of a webhook."""

    name: str
    query: EventQuery
    target: str


class News(msgspec.Struct, frozen=True, kw_only=True):
    """An event to tell of: its status now, and the one with which it was told last, if it was."""

    event: str
    status: str
    before: str | None


def add_alert(store: Store, alert: Alert, *, now: datetime.datetime, present: bool) -> None:
    """Save an alert; what the store holds already counts as told, unless ``present`` is to be told of, too.

    Raises:
        InputError: there is an alert of that name.

    """
    row = {"name": alert.name, "query": msgspec.json.encode(alert.query).decode(), "target": alert.target}
    with store.writing() as connection:
        if connection.scalar(sa.select(_A.name).where(_A.name == alert.name)) is not None:
            raise InputError(f"there is an alert {alert.name!r} already; communique alert list shows what it asks")
        connection.execute(sa.insert(schema.alerts).values(**row))
        if not present:
            _tell(connection, alert, news_of(connection, alert, now), now)


def remove_alert(store: Store, name: str) -> None:
    """Forget an alert and what it told.

    Raises:
        InputError: there is none of that name.

    """
    with store.writing() as connection:
        if connection.execute(sa.delete(schema.alerts).where(_A.name == name)).rowcount == 0:
            raise InputError(f"there is no alert {name!r}; communique alert list shows what there is")


def all_alerts(store: Store) -> list[Alert]:
    """Every alert, by name."""
    with store.reading() as connection:
        rows = connection.execute(sa.select(schema.alerts).order_by(_A.name))
        return [
            Alert(name=row.name, query=msgspec.json.decode(row.query, type=EventQuery), target=row.target)
            for row in rows
        ]


def news_of(connection: sa.Connection, alert: Alert, now: datetime.datetime) -> list[News]:
    """The events that match and were not told with the status that they have, in the order of their days.

    Left out is what another program is telling of right now.
    """
    holds = alert.query.condition(connection.dialect.name)
    matching = connection.execute(sa.select(_E.id, _E.status).where(holds).order_by(*chronological())).all()
    told = _last_told(connection, alert, now)
    return [
        News(event=row.id, status=row.status, before=told.get(row.id))
        for row in matching
        if told.get(row.id) not in (row.status, _CLAIMED)
    ]


def claim(store: Store, alert: Alert, news: News, now: datetime.datetime) -> bool:
    """Take it on to tell an event; ``False`` if another program told it meanwhile or is telling it."""
    with store.writing() as connection:
        if _last_told(connection, alert, now, news.event).get(news.event) in (news.status, _CLAIMED):
            return False
        claimed = msgspec.structs.replace(news, status=f"{_CLAIMED}{news.before or ''}")
        _tell(connection, alert, [claimed], now)
        return True


def release(store: Store, alert: Alert, news: News, now: datetime.datetime) -> None:
    """Give back what was claimed and could not be told."""
    with store.writing() as connection:
        if news.before is None:
            connection.execute(sa.delete(schema.deliveries).where(_D.alert == alert.name, _D.event == news.event))
        else:
            _tell(connection, alert, [msgspec.structs.replace(news, status=news.before)], now)


def note_told(store: Store, alert: Alert, news: News, now: datetime.datetime) -> None:
    """Write down that an event was told with its status."""
    with store.writing() as connection:
        _tell(connection, alert, [news], now)


def _tell(connection: sa.Connection, alert: Alert, news: list[News], now: datetime.datetime) -> None:
    at = now.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    for one in news:
        connection.execute(sa.delete(schema.deliveries).where(_D.alert == alert.name, _D.event == one.event))
        row = {"alert": alert.name, "event": one.event, "status": one.status, "at": at}
        connection.execute(sa.insert(schema.deliveries).values(**row))


def _last_told(
    connection: sa.Connection, alert: Alert, now: datetime.datetime, event: str | None = None
) -> dict[str, str]:
    """The status with which each event, or one, was told last, by the id that it has now; ``_CLAIMED`` while it is."""
    former = schema.former_ids
    present = sa.func.coalesce(former.c.now, _D.event)
    found = sa.select(present.label("event"), _D.status, _D.at).select_from(
        schema.deliveries.outerjoin(former, former.c.id == _D.event)
    )
    if event is not None:
        found = found.where(present == event)
    told: dict[str, str] = {}
    for row in connection.execute(found.where(_D.alert == alert.name).order_by(_D.at, _D.event)):
        status = row.status
        if status.startswith(_CLAIMED):
            holds = now - datetime.datetime.fromisoformat(row.at) < _LEASE
            status = _CLAIMED if holds else status.removeprefix(_CLAIMED)
        if status:
            told[row.event] = status
    return told
