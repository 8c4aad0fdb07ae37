"""How the events that match a query spread over kinds, statuses, years, parties, places, topics and outlets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from communique.store import schema
from communique.store.database import Store
from communique.store.queries import EventQuery

_E, _P = schema.events.c, schema.event_participants.c


@dataclass(frozen=True, slots=True)
class Facet:
    """A field, and its most frequent values with the number of events that have each."""

    name: str
    values: tuple[tuple[str, int], ...]


def count_facets(store: Store, query: EventQuery, most: int = 12) -> list[Facet]:
    """The most frequent values of each field among the events that match.

    Parties and countries are ISO 3166-1 codes, topics and outlets folded words.
    """
    topics, sources = schema.event_topics.c, schema.event_sources.c
    with store.reading() as connection:
        holds = query.condition(connection.dialect.name)
        every = query == EventQuery()
        hits = sa.select(_E.id).where(holds)
        year = sa.func.substr(sa.cast(_E.start, sa.Text), 1, 4)
        counted = {
            "status": _count(_E.status, _E.status, holds),
            "kind": _count(_E.kind, _E.kind, holds),
            "year": _count(year, _E.start, holds),
            "country": _count(_P.country, _P.country, sa.true() if every else _P.event.in_(hits), _P.event),
            "place": _count(_E.country, _E.country, holds),
            "topic": _count(topics.label, topics.label, sa.true() if every else topics.event.in_(hits)),
            "outlet": _count(
                sources.label,
                sources.label,
                (sources.kind == "outlet") & (sa.true() if every else sources.event.in_(hits)),
            ),
        }
        return [
            Facet(name, tuple((str(row[0]).strip(), int(row[1])) for row in connection.execute(found.limit(most))))
            for name, found in counted.items()
        ]


def _count(
    value: sa.ColumnElement[str],
    known: sa.ColumnElement[object],
    holds: sa.ColumnElement[bool],
    of: sa.ColumnElement[str] | None = None,
) -> sa.Select[Any]:
    number: sa.ColumnElement[Any] = sa.func.count() if of is None else sa.func.count(sa.distinct(of))
    found: sa.Select[Any] = sa.select(value, number).where(known.is_not(None), holds).group_by(value)
    return found.order_by(number.desc(), value)
