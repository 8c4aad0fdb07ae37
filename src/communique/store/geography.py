"""Where events took place, and which countries take part in them."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from communique.records import Event
from communique.store import schema
from communique.store.database import Store
from communique.store.queries import EventQuery

_E, _P = schema.events.c, schema.event_participants.c


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place with a known point (WGS 84 degrees), and how many events took or are to take place there."""

    name: str
    country: str | None
    latitude: float
    longitude: float
    events: int


class Involved(msgspec.Struct, frozen=True, kw_only=True):
    """A country, and in how many events its people take part."""

    country: str
    events: int


def count_spots(store: Store, query: EventQuery, most: int = 300) -> list[Spot]:
    """The places of most events; one without a known point is left out."""
    number, example = sa.func.count(), sa.func.max(_E.id)
    with store.reading() as connection:
        holds = query.condition(connection.dialect.name)
        found = sa.select(_E.place, _E.country, number.label("events"), example.label("example"))
        found = found.where(holds, _E.place.is_not(None)).group_by(_E.place, _E.country)
        counted = connection.execute(found.order_by(number.desc(), _E.place, _E.country).limit(most)).all()
        examples = [row.example for row in counted]
        records = sa.select(_E.id, _E.record).where(_E.id.in_(examples))
        events = {row.id: msgspec.json.decode(row.record, type=Event) for row in connection.execute(records)}
    places = [(events[row.example].place, row.events) for row in counted]
    return [
        Spot(name=place.name, country=place.country, latitude=place.latitude, longitude=place.longitude, events=n)
        for place, n in places
        if place is not None and place.latitude is not None and place.longitude is not None
    ]


def count_involved(store: Store, query: EventQuery) -> list[Involved]:
    """The countries whose people take part in events, by how many."""
    number = sa.func.count(sa.distinct(_P.event))
    with store.reading() as connection:
        found = sa.select(_P.country, number).where(_P.country.is_not(None))
        if query != EventQuery():
            found = found.where(_P.event.in_(sa.select(_E.id).where(query.condition(connection.dialect.name))))
        rows = connection.execute(found.group_by(_P.country).order_by(number.desc(), _P.country))
        return [Involved(country=row[0], events=row[1]) for row in rows]
