"""The first schema that later ones begin from: whatever came before it is brought to it.

What was read and corrected before is kept. What was linked is taken away, since it can be had again from the rest.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from communique.store import schema
from communique.store.streaming import stream_readings
from communique.store.texts import reading_texts
from communique.store.writing import insert_rows

revision = "0004"
down_revision = None


def upgrade() -> None:
    """Make the tables that are missing, and those that linking fills anew."""
    connection = op.get_bind()
    schema.metadata.drop_all(connection, tables=list(schema.LINKED))
    schema.metadata.create_all(connection)
    connection.execute(sa.delete(schema.meta).where(schema.meta.c.key == "linked"))
    connection.execute(sa.delete(schema.texts))
    insert_rows(
        connection, schema.texts, (row for reading in stream_readings(connection) for row in reading_texts(reading))
    )
