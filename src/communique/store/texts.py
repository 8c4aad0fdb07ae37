"""The words that can be searched: each article, the sentence of each report, each statement and each event, in words.

``texts`` is a table of its own, so that its numbers stay what they are; on SQLite an FTS5 index follows it by triggers,
on PostgreSQL a column of text vectors (``words``) is computed from it and has a GIN index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

import sqlalchemy as sa

from communique.records import Event, Reading
from communique.store import schema
from communique.store.folding import fold

TextKind = Literal["article", "report", "statement", "event"]
TEXT_KINDS: tuple[TextKind, ...] = ("event", "report", "statement", "article")
#: What stands before and after a word that was looked for.
MARKS = ("[", "]")
_SIMPLE: sa.ColumnElement[Any] = sa.literal_column("'simple'::regconfig")
_VECTOR: sa.ColumnElement[Any] = sa.literal_column("texts.words")
_INDEX = sa.table("text_index", sa.column("rowid"), sa.column("text_index"), sa.column("rank"))


def reading_texts(reading: Reading) -> Iterator[dict[str, Any]]:
    """The rows of an article and of what it reports and states."""
    whole = reading.text if reading.title is None else f"{reading.title}\n{reading.text}"
    yield _row("article", reading.id, reading.id, whole)
    for report in reading.reports:
        yield _row("report", report.id, reading.id, report.evidence.text)
    for statement in reading.statements:
        speaker = statement.speaker.name if statement.speaker is not None else ""
        yield _row("statement", statement.id, reading.id, f"{speaker} {statement.content.text}".strip())


def event_text(event: Event) -> dict[str, Any]:
    """The row of an event: its kind, parties, place, topics and wordings."""
    words = [event.kind, *(f"{p.name} {p.office or ''}" for p in event.participants)]
    words += [event.place.name] if event.place is not None else []
    words += [topic.label for topic in event.topics] + [wording.text for wording in event.wordings]
    return _row("event", event.id, None, " ".join(dict.fromkeys(words)))


def _row(kind: TextKind, record: str, article: str | None, text: str) -> dict[str, Any]:
    return {"kind": kind, "id": record, "article": article, "text": text}


def matches(dialect: str, words: str) -> sa.ColumnElement[bool]:
    """A condition on ``texts``: all the words stand in its text."""
    if not (sought := fts_query(words)):
        return sa.false()
    if dialect == "sqlite":
        return schema.texts.c.number.in_(sa.select(_INDEX.c.rowid).where(_INDEX.c.text_index.op("MATCH")(sought)))
    return _VECTOR.op("@@")(_tsquery(words))


def best_first(dialect: str, words: str, kinds: Sequence[TextKind], limit: int, offset: int) -> sa.Select[Any]:
    """The texts that hold all the words, the best match first, with the words marked in a piece of each."""
    text, sought = schema.texts.c, fts_query(words)
    if dialect == "sqlite":
        piece = sa.func.snippet(sa.literal_column("text_index"), 0, MARKS[0], MARKS[1], "\N{HORIZONTAL ELLIPSIS}", 24)
        found = sa.select(text.kind, text.id, piece.label("piece")).join_from(
            _INDEX, schema.texts, text.number == _INDEX.c.rowid
        )
        found = found.where(_INDEX.c.text_index.op("MATCH")(sought)).order_by(_INDEX.c.rank, text.number)
    else:
        query = _tsquery(words)
        options = f"StartSel={MARKS[0]},StopSel={MARKS[1]},MaxWords=24,MinWords=12"
        piece = sa.func.ts_headline(_SIMPLE, text.text, query, options)
        found = sa.select(text.kind, text.id, piece.label("piece")).where(_VECTOR.op("@@")(query))
        found = found.order_by(sa.func.ts_rank(_VECTOR, query).desc(), text.number)
    return found.where(text.kind.in_(kinds)).limit(limit).offset(offset)


def _tsquery(words: str) -> sa.ColumnElement[Any]:
    """PostgreSQL's form of the same query: the words of each phrase, without accents, one behind the other."""
    phrases = (fold(phrase).strip() for phrase in fts_query(words).split('"'))
    return sa.func.websearch_to_tsquery(_SIMPLE, " ".join(f'"{phrase}"' for phrase in phrases if phrase))


def fts_query(words: str) -> str:
    """A query of FTS5 for all the words; a part in quotation marks is looked for as a phrase. No operator is obeyed."""
    parts: Iterable[str] = words.split('"')
    phrases: list[str] = []
    for number, part in enumerate(parts):
        phrases += [part] if number % 2 else part.split()
    return " ".join(f'"{phrase}"' for phrase in phrases if any(c.isalnum() for c in phrase))
