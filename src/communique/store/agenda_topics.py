"""What events were about from year to year."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from communique.store import schema
from communique.store.database import Store
from communique.store.queries import EventQuery


def topics_by_year(store: Store, query: EventQuery, topics: Sequence[str]) -> dict[str, dict[str, int]]:
    """For each of the topics (folded words), how many events about it began in each year, among those that match."""
    e, t = schema.events.c, schema.event_topics.c
    year = sa.func.substr(sa.cast(e.start, sa.Text), 1, 4)
    counted: dict[str, dict[str, int]] = {topic: {} for topic in topics}
    with store.reading() as connection:
        found = sa.select(t.label, year, sa.func.count(sa.distinct(e.id))).join_from(
            schema.event_topics, schema.events, t.event == e.id
        )
        found = found.where(
            sa.func.trim(t.label).in_(topics), e.start.is_not(None), query.condition(connection.dialect.name)
        )
        for label, when, events in connection.execute(found.group_by(t.label, year).order_by(t.label, year)):
            counted[label.strip()][str(when)] = int(events)
    return counted
