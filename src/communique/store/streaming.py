"""Reading back what was read, article by article in the order of ids, in bounded memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import msgspec
import sqlalchemy as sa

from communique.records import Genre, Mention, Place, Reading, Report, Statement, Time
from communique.store import schema
from communique.store.database import Store

_AT_ONCE = 256


def stream_readings(connection: sa.Connection) -> Iterator[Reading]:
    """Every reading of the store, as it was written."""
    reports = _said_by(connection, schema.reports)
    statements = _said_by(connection, schema.statements)
    a, g = schema.articles, schema.genres.c
    query = sa.select(a, g.kind, g.reason, g.words).select_from(a.outerjoin(schema.genres)).order_by(a.c.id)
    for row in connection.execute(query.execution_options(yield_per=_AT_ONCE)):
        yield Reading(
            id=row.id,
            language=row.language,
            published=row.published,
            published_basis=row.published_basis,
            title=row.title,
            text=row.text,
            reports=tuple(msgspec.json.decode(said.record, type=Report) for said in reports.of(row.id)),
            statements=tuple(msgspec.json.decode(said.record, type=Statement) for said in statements.of(row.id)),
            mentions=msgspec.json.decode(row.mentions, type=tuple[Mention, ...]),
            times=msgspec.json.decode(row.times, type=tuple[Time, ...]),
            places=msgspec.json.decode(row.places, type=tuple[Place, ...]),
            genre=Genre(kind=row.kind, reason=row.reason, words=row.words) if row.kind is not None else None,
        )


def count_articles(store: Store) -> int:
    """How many articles the store holds."""
    with store.reading() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(schema.articles)) or 0


def outlets(connection: sa.Connection) -> dict[str, str]:
    """The outlet of each article that has one, by article id."""
    a = schema.articles.c
    rows = connection.execute(sa.select(a.id, a.outlet).where(a.outlet.is_not(None)).order_by(a.id))
    return {row.id: row.outlet for row in rows}


def readings_digest(connection: sa.Connection) -> str:
    """A digest of which readings the store holds: it changes when one is added, replaced or removed."""
    a = schema.articles.c
    state = hashlib.blake2b(digest_size=16)
    query = sa.select(a.id, a.content, a.edition).order_by(a.id).execution_options(yield_per=10_000)
    for row in connection.execute(query):
        state.update(f"{row.id}\x1f{row.content}\x1f{row.edition}\x1e".encode())
    return state.hexdigest()


class ByArticle:
    """The rows of a query that is ordered by its column ``article``, given article by article in that order."""

    def __init__(self, connection: sa.Connection, query: sa.Select[Any]) -> None:
        rows = connection.execute(query.execution_options(yield_per=_AT_ONCE))
        self._groups = groupby(rows, key=lambda row: str(row.article))
        self._next = next(self._groups, None)

    def of(self, article: str) -> list[Any]:
        """The rows of an article; those of articles before it are passed over."""
        while self._next is not None and self._next[0] < article:
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != article:
            return []
        rows = list(self._next[1])
        self._next = next(self._groups, None)
        return rows


def _said_by(connection: sa.Connection, table: sa.Table) -> ByArticle:
    c = table.c
    return ByArticle(connection, sa.select(c.article, c.record).order_by(c.article, c.position))
