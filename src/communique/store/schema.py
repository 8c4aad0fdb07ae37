"""The tables of the record.

What was read (``articles``, ``reports``, ``statements``, ``rejected``) is written as articles are read and carries the
actor ids of its own article. What was linked (``events``, ``actors``, ``stories`` and the tables between them) is
derived from it, is replaced as a whole, and so has no foreign keys to it. ``record`` columns hold the JSON of
:mod:`communique.records`; the other columns are there to be searched.
"""

from __future__ import annotations

import sqlalchemy as sa

#: Raised by one whenever the tables change, with a revision in ``migrations/`` that changes them; a database with a
#: higher one is not opened, one with a lower one is brought up.
VERSION = 5

#: Text in the order of its bytes, which is SQLite's and Python's order, whatever the order of the database is.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

metadata = sa.MetaData()

meta = sa.Table(
    "meta",
    metadata,
    sa.Column("key", TEXT, primary_key=True),
    sa.Column("value", TEXT, nullable=False),
)

articles = sa.Table(
    "articles",
    metadata,
    sa.Column("id", TEXT, primary_key=True),
    sa.Column("source", TEXT, index=True),
    sa.Column("url", TEXT),
    sa.Column("outlet", TEXT),
    sa.Column("published", sa.Date, index=True),
    sa.Column("published_basis", TEXT),
    sa.Column("title", TEXT),
    sa.Column("author", TEXT),
    sa.Column("language", TEXT),
    sa.Column("text", TEXT, nullable=False),
    sa.Column("content", TEXT, nullable=False),  # digest of the article as it came in
    sa.Column("edition", TEXT, nullable=False),  # digest of the reader it was read with
    sa.Column("mentions", TEXT, nullable=False),  # JSON arrays of records
    sa.Column("times", TEXT, nullable=False),
    sa.Column("places", TEXT, nullable=False),
)


def _of_article(name: str, *columns: sa.Column[object]) -> sa.Table:
    """A table of what one article says, in the order of its text; its rows go when the article goes."""
    article = sa.ForeignKey(articles.c.id, ondelete="CASCADE")
    return sa.Table(
        name,
        metadata,
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("article", TEXT, article, nullable=False, index=True),
        sa.Column("position", sa.Integer, nullable=False),
        *columns,
        sa.Column("record", TEXT, nullable=False),
    )


reports = _of_article(
    "reports",
    sa.Column("kind", TEXT, nullable=False, index=True),
    sa.Column("status", TEXT, nullable=False),
)
genres = sa.Table(
    "genres",
    metadata,
    sa.Column("article", TEXT, sa.ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True),
    sa.Column("kind", TEXT, nullable=False),
    sa.Column("reason", TEXT, nullable=False),
    sa.Column("words", TEXT, nullable=False),
)
statements = _of_article("statements", sa.Column("speaker", TEXT))

rejected = sa.Table(
    "rejected",
    metadata,
    sa.Column("id", TEXT, primary_key=True),
    sa.Column("source", TEXT, index=True),
    sa.Column("article", TEXT, index=True),
    sa.Column("reason", TEXT, nullable=False),
    sa.Column("detail", TEXT, nullable=False),
)

corrections = sa.Table(  # only ever added to, see corrections.py
    "corrections",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("action", TEXT, nullable=False),
    sa.Column("target", TEXT, nullable=False, index=True),
    sa.Column("value", TEXT),
    sa.Column("field", TEXT),
    sa.Column("who", TEXT, nullable=False),
    sa.Column("at", TEXT, nullable=False),  # ISO 8601, in UTC
    sa.Column("why", TEXT),
)

texts = sa.Table(  # words to be searched, see texts.py; the rows of events are replaced by linking
    "texts",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("kind", TEXT, nullable=False),
    sa.Column("id", TEXT, nullable=False),
    sa.Column("article", TEXT, sa.ForeignKey(articles.c.id, ondelete="CASCADE"), index=True),
    sa.Column("text", TEXT, nullable=False),
)
_FTS5 = (
    """CREATE VIRTUAL TABLE text_index USING fts5(
        text, content='texts', content_rowid='number', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
        INSERT INTO text_index(rowid, text) VALUES (new.number, new.text); END""",
    """CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN
        INSERT INTO text_index(text_index, rowid, text) VALUES ('delete', old.number, old.text); END""",
)
#: The text as FTS5 takes it apart: without accents, and with no sign that PostgreSQL would take words together for, as
#: in paths and addresses. So many characters as are sure to fit into a vector, which may have 1 MB.
_WORDS = r"""regexp_replace(regexp_replace(normalize(left(text, 200000), NFKD), '[\u0300-\u036f]', '', 'g'),
        '[!-/:-@[-`{-~]+', ' ', 'g')"""
POSTGRESQL_WORDS = (
    f"ALTER TABLE texts ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('simple', {_WORDS})) STORED",
    "CREATE INDEX texts_words ON texts USING gin (words)",
)


@sa.event.listens_for(texts, "after_create")
def _index_texts(_: sa.Table, connection: sa.Connection, **__: object) -> None:
    """Make the full-text index of the database."""
    for statement in _FTS5 if connection.dialect.name == "sqlite" else POSTGRESQL_WORDS:
        connection.exec_driver_sql(statement)


events = sa.Table(
    "events",
    metadata,
    sa.Column("id", TEXT, primary_key=True),
    sa.Column("kind", TEXT, nullable=False, index=True),
    sa.Column("status", TEXT, nullable=False, index=True),
    sa.Column("start", sa.Date, index=True),
    sa.Column("end", sa.Date),
    sa.Column("place", TEXT),  # folded, see folding.py
    sa.Column("country", TEXT, index=True),
    sa.Column("plover", TEXT, index=True),
    sa.Column("score", sa.Float),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("outlets", sa.Integer, nullable=False),
    sa.Column("first_reported", sa.Date),
    sa.Column("last_reported", sa.Date),
    sa.Column("story", TEXT, index=True),
    sa.Column("record", TEXT, nullable=False),
)
event_participants = sa.Table(
    "event_participants",
    metadata,
    sa.Column("event", TEXT, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("actor", TEXT, nullable=False, index=True),
    sa.Column("role", TEXT, nullable=False),
    sa.Column("name", TEXT, nullable=False),  # folded
    sa.Column("country", TEXT, index=True),
)
event_topics = sa.Table(
    "event_topics",
    metadata,
    sa.Column("event", TEXT, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("label", TEXT, nullable=False),  # folded
)
event_articles = sa.Table(
    "event_articles",
    metadata,
    sa.Column("event", TEXT, primary_key=True),
    sa.Column("article", TEXT, primary_key=True, index=True),
)
event_sources = sa.Table(  # which outlets tell of an event, and which sources they name for it
    "event_sources",
    metadata,
    sa.Column("event", TEXT, primary_key=True),
    sa.Column("kind", TEXT, primary_key=True),  # outlet or source
    sa.Column("label", TEXT, primary_key=True),  # folded
)
report_events = sa.Table(
    "report_events",
    metadata,
    sa.Column("report", TEXT, primary_key=True),
    sa.Column("event", TEXT, nullable=False, index=True),
)

actors = sa.Table(
    "actors",
    metadata,
    sa.Column("id", TEXT, primary_key=True),
    sa.Column("name", TEXT, nullable=False),
    sa.Column("country", TEXT, index=True),
    sa.Column("record", TEXT, nullable=False),
)
actor_names = sa.Table(
    "actor_names",
    metadata,
    sa.Column("actor", TEXT, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("name", TEXT, nullable=False),
    sa.Column("folded", TEXT, nullable=False),
)
actor_links = sa.Table(  # the actor ids of single articles, and the actors of the registry that they became
    "actor_links",
    metadata,
    sa.Column("article", TEXT, primary_key=True),
    sa.Column("local", TEXT, primary_key=True),
    sa.Column("actor", TEXT, nullable=False, index=True),
)

former_ids = sa.Table(  # ids that things of the record had, or would have had, before they were joined with others
    "former_ids",
    metadata,
    sa.Column("id", TEXT, primary_key=True),
    sa.Column("kind", TEXT, nullable=False),
    sa.Column("now", TEXT, nullable=False),
)

stories = sa.Table(
    "stories",
    metadata,
    sa.Column("id", TEXT, primary_key=True),
    sa.Column("start", sa.Date),
    sa.Column("record", TEXT, nullable=False),
)

feeds = sa.Table(  # what is watched: when each is due, and what its server said of it
    "feeds",
    metadata,
    sa.Column("url", TEXT, primary_key=True),
    sa.Column("outlet", TEXT),
    sa.Column("title", TEXT),
    sa.Column("etag", TEXT),
    sa.Column("modified", TEXT),
    sa.Column("due", TEXT, nullable=False),  # ISO 8601, in UTC
    sa.Column("failures", sa.Integer, nullable=False),  # since it last succeeded
    sa.Column("trouble", TEXT),
)
feed_entries = sa.Table(  # the pages that feeds named: how often each was tried, and whether that is over
    "feed_entries",
    metadata,
    sa.Column("feed", TEXT, sa.ForeignKey(feeds.c.url, ondelete="CASCADE"), primary_key=True),
    sa.Column("url", TEXT, primary_key=True),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("done", sa.Boolean, nullable=False),
)
alerts = sa.Table(  # saved queries, and where to what matches is sent
    "alerts",
    metadata,
    sa.Column("name", TEXT, primary_key=True),
    sa.Column("query", TEXT, nullable=False),
    sa.Column("target", TEXT, nullable=False),
)
deliveries = sa.Table(  # the status with which each event was last sent
    "deliveries",
    metadata,
    sa.Column("alert", TEXT, sa.ForeignKey(alerts.c.name, ondelete="CASCADE"), primary_key=True),
    sa.Column("event", TEXT, primary_key=True),
    sa.Column("status", TEXT, nullable=False),
    sa.Column("at", TEXT, nullable=False),  # ISO 8601, in UTC
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
