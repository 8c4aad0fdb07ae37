"""Bringing a store of an older schema up: nothing that was read is lost, and what was linked is linked anew."""

from __future__ import annotations

import sqlalchemy as sa

from communique.store import schema
from communique.store.streaming import stream_readings
from communique.store.texts import reading_texts
from communique.store.writing import insert_rows

_WITH_TEXTS = 4  # the first schema whose texts can be searched


def upgrade(connection: sa.Connection, version: int) -> None:
    """Bring the tables of a schema up to the present one, in the transaction of the connection."""
    schema.metadata.drop_all(connection, tables=list(schema.LINKED))
    schema.metadata.create_all(connection)
    connection.execute(sa.delete(schema.meta).where(schema.meta.c.key == "linked"))
    if version < _WITH_TEXTS:
        connection.execute(sa.delete(schema.texts))
        rows = (row for reading in stream_readings(connection) for row in reading_texts(reading))
        insert_rows(connection, schema.texts, rows)
