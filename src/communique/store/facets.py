"""How the events that match a query spread over kinds, statuses, years, parties, places, topics and outlets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from communique.store import schema
from communique.store.database import Store
from communique.store.folding import fold
from communique.store.lookup import load_events
from communique.store.queries import EventQuery

_E, _P = schema.events.c, schema.event_participants.c


@dataclass(frozen=True, slots=True)
class Facet:
    """A field, and its most frequent values with the number of events that have each.

    Where values are folded words, ``written`` has them as the texts write them.
    """

    name: str
    values: tuple[tuple[str, int], ...]
    written: Mapping[str, str] = field(default_factory=dict)


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
        values = {
            name: tuple((str(row[0]).strip(), int(row[1])) for row in connection.execute(found.limit(most)))
            for name, found in counted.items()
        }
        written = {
            "topic": _topics_as_written(connection, [value for value, _ in values["topic"]]),
            "outlet": _as_written(connection.scalars(sa.select(schema.articles.c.outlet).distinct())),
        }
        return [Facet(name, found, written.get(name, {})) for name, found in values.items()]


def _topics_as_written(connection: sa.Connection, folded: list[str]) -> dict[str, str]:
    topics = schema.event_topics.c
    about = topics.label.in_([fold(topic) for topic in folded])
    one_each = connection.scalars(sa.select(sa.func.min(topics.event)).where(about).group_by(topics.label)).all()
    return _as_written(topic.label for event in load_events(connection, one_each) for topic in event.topics)


def _as_written(values: Iterable[str | None]) -> dict[str, str]:
    return {fold(value).strip(): value for value in values if value}


def _count(
    value: sa.ColumnElement[str],
    known: sa.ColumnElement[object],
    holds: sa.ColumnElement[bool],
    of: sa.ColumnElement[str] | None = None,
) -> sa.Select[Any]:
    number: sa.ColumnElement[Any] = sa.func.count() if of is None else sa.func.count(sa.distinct(of))
    found: sa.Select[Any] = sa.select(value, number).where(known.is_not(None), holds).group_by(value)
    return found.order_by(number.desc(), value)
