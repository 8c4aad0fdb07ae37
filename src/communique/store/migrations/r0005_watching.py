"""Feeds that are watched and alerts; on PostgreSQL also the words of texts as a column of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from communique.store.schema import POSTGRESQL_WORDS, TEXT

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the four new tables, where they are not there."""
    op.create_table(
        "feeds",
        sa.Column("url", TEXT, primary_key=True),
        sa.Column("outlet", TEXT),
        sa.Column("title", TEXT),
        sa.Column("etag", TEXT),
        sa.Column("modified", TEXT),
        sa.Column("due", TEXT, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("trouble", TEXT),
        if_not_exists=True,
    )
    op.create_table(
        "feed_entries",
        sa.Column("feed", TEXT, sa.ForeignKey("feeds.url", ondelete="CASCADE"), primary_key=True),
        sa.Column("url", TEXT, primary_key=True),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("done", sa.Boolean, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "alerts",
        sa.Column("name", TEXT, primary_key=True),
        sa.Column("query", TEXT, nullable=False),
        sa.Column("target", TEXT, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "deliveries",
        sa.Column("alert", TEXT, sa.ForeignKey("alerts.name", ondelete="CASCADE"), primary_key=True),
        sa.Column("event", TEXT, primary_key=True),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        if_not_exists=True,
    )
    _have_words(op.get_bind())


def _have_words(connection: sa.Connection) -> None:
    if connection.dialect.name != "postgresql":
        return
    if "words" not in {column["name"] for column in sa.inspect(connection).get_columns("texts")}:
        connection.exec_driver_sql("DROP INDEX IF EXISTS texts_words")
        for statement in POSTGRESQL_WORDS:
            connection.exec_driver_sql(statement)
