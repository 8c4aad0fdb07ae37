"""Stories, the latest first."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from communique.records import Story
from communique.store import schema


def latest_stories(connection: sa.Connection, limit: int, offset: int = 0) -> list[Story]:
    """So many stories from the latest on by the day on which they begin, those of no known day last."""
    s = schema.stories.c
    found = sa.select(s.record).order_by(s.start.desc().nulls_last(), s.id).limit(limit).offset(offset)
    return [msgspec.json.decode(record, type=Story) for record in connection.scalars(found)]


def count_stories(connection: sa.Connection) -> int:
    """How many stories the record has."""
    return connection.scalar(sa.select(sa.func.count()).select_from(schema.stories)) or 0
