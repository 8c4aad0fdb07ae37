"""The tables of the record.

What was read (``articles``, ``reports``, ``statements``, ``rejected``) is written as articles are read and carries the
actor ids of its own article. What was linked (``events``, ``actors``, ``stories`` and the tables between them) is
derived from it, is replaced as a whole, and so has no foreign keys to it. ``record`` columns hold the JSON of
:mod:`communique.records`; the other columns are there to be searched.
"""

from __future__ import annotations

import sqlalchemy as sa

#: Raised by one whenever the tables change; a database with a higher one is not opened, one with a lower one is
#: brought up: missing tables are made, and the record is linked anew.
VERSION = 4

metadata = sa.MetaData()

meta = sa.Table(
    "meta",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

articles = sa.Table(
    "articles",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, index=True),
    sa.Column("url", sa.Text),
    sa.Column("outlet", sa.Text),
    sa.Column("published", sa.Date, index=True),
    sa.Column("published_basis", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("author", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("content", sa.Text, nullable=False),  # digest of the article as it came in
    sa.Column("edition", sa.Text, nullable=False),  # digest of the reader it was read with
    sa.Column("mentions", sa.Text, nullable=False),  # JSON arrays of records
    sa.Column("times", sa.Text, nullable=False),
    sa.Column("places", sa.Text, nullable=False),
)


def _of_article(name: str, *columns: sa.Column[object]) -> sa.Table:
    """A table of what one article says, in the order of its text; its rows go when the article goes."""
    article = sa.ForeignKey(articles.c.id, ondelete="CASCADE")
    return sa.Table(
        name,
        metadata,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("article", sa.Text, article, nullable=False, index=True),
        sa.Column("position", sa.Integer, nullable=False),
        *columns,
        sa.Column("record", sa.Text, nullable=False),
    )


reports = _of_article(
    "reports",
    sa.Column("kind", sa.Text, nullable=False, index=True),
    sa.Column("status", sa.Text, nullable=False),
)
genres = sa.Table(
    "genres",
    metadata,
    sa.Column("article", sa.Text, sa.ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("words", sa.Text, nullable=False),
)
statements = _of_article("statements", sa.Column("speaker", sa.Text))

rejected = sa.Table(
    "rejected",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, index=True),
    sa.Column("article", sa.Text, index=True),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("detail", sa.Text, nullable=False),
)

corrections = sa.Table(  # only ever added to, see corrections.py
    "corrections",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("target", sa.Text, nullable=False, index=True),
    sa.Column("value", sa.Text),
    sa.Column("field", sa.Text),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),  # ISO 8601, in UTC
    sa.Column("why", sa.Text),
)

texts = sa.Table(  # words to be searched, see texts.py; the rows of events are replaced by linking
    "texts",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("article", sa.Text, sa.ForeignKey(articles.c.id, ondelete="CASCADE"), index=True),
    sa.Column("text", sa.Text, nullable=False),
)
_FTS5 = (
    """CREATE VIRTUAL TABLE text_index USING fts5(
        text, content='texts', content_rowid='number', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
        INSERT INTO text_index(rowid, text) VALUES (new.number, new.text); END""",
    """CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN
        INSERT INTO text_index(text_index, rowid, text) VALUES ('delete', old.number, old.text); END""",
)
_GIN = "CREATE INDEX texts_words ON texts USING gin (to_tsvector('simple', text))"


@sa.event.listens_for(texts, "after_create")
def _index_texts(_: sa.Table, connection: sa.Connection, **__: object) -> None:
    """Make the full-text index of the database."""
    for statement in _FTS5 if connection.dialect.name == "sqlite" else (_GIN,):
        connection.exec_driver_sql(statement)


events = sa.Table(
    "events",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False, index=True),
    sa.Column("status", sa.Text, nullable=False, index=True),
    sa.Column("start", sa.Date, index=True),
    sa.Column("end", sa.Date),
    sa.Column("place", sa.Text),  # folded, see folding.py
    sa.Column("country", sa.Text, index=True),
    sa.Column("plover", sa.Text, index=True),
    sa.Column("score", sa.Float),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("outlets", sa.Integer, nullable=False),
    sa.Column("first_reported", sa.Date),
    sa.Column("last_reported", sa.Date),
    sa.Column("story", sa.Text, index=True),
    sa.Column("record", sa.Text, nullable=False),
)
event_participants = sa.Table(
    "event_participants",
    metadata,
    sa.Column("event", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("actor", sa.Text, nullable=False, index=True),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),  # folded
    sa.Column("country", sa.Text, index=True),
)
event_topics = sa.Table(
    "event_topics",
    metadata,
    sa.Column("event", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("label", sa.Text, nullable=False),  # folded
)
event_articles = sa.Table(
    "event_articles",
    metadata,
    sa.Column("event", sa.Text, primary_key=True),
    sa.Column("article", sa.Text, primary_key=True, index=True),
)
event_sources = sa.Table(  # which outlets tell of an event, and which sources they name for it
    "event_sources",
    metadata,
    sa.Column("event", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),  # outlet or source
    sa.Column("label", sa.Text, primary_key=True),  # folded
)
report_events = sa.Table(
    "report_events",
    metadata,
    sa.Column("report", sa.Text, primary_key=True),
    sa.Column("event", sa.Text, nullable=False, index=True),
)

actors = sa.Table(
    "actors",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("country", sa.Text, index=True),
    sa.Column("record", sa.Text, nullable=False),
)
actor_names = sa.Table(
    "actor_names",
    metadata,
    sa.Column("actor", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("folded", sa.Text, nullable=False),
)
actor_links = sa.Table(  # the actor ids of single articles, and the actors of the registry that they became
    "actor_links",
    metadata,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("local", sa.Text, primary_key=True),
    sa.Column("actor", sa.Text, nullable=False, index=True),
)

former_ids = sa.Table(  # ids that things of the record had, or would have had, before they were joined with others
    "former_ids",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("now", sa.Text, nullable=False),
)

stories = sa.Table(
    "stories",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("start", sa.Date),
    sa.Column("record", sa.Text, nullable=False),
)

#: The tables that linking replaces.
LINKED = (
    events,
    event_participants,
    event_topics,
    event_articles,
    event_sources,
    report_events,
    actors,
    actor_names,
    actor_links,
    stories,
    former_ids,
)
