"""Writing what was read. Ids come from content, so writing the same thing again changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from communique.records import Article, Reading, Record, digest
from communique.store import schema
from communique.store.database import Store
from communique.store.texts import reading_texts


@dataclass(frozen=True, slots=True)
class Read:
    """An article as it came in, what was read out of it, and the digest of the reader that did."""

    article: Article
    reading: Reading
    edition: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something that could not be read: where it is, its article's id when it has one, and why."""

    source: str | None
    article: str | None
    reason: str
    detail: str


def content_digest(article: Article) -> str:
    """A digest of everything about an article that its reading or its row depends on."""
    a = article
    return digest("content", a.text, a.title, a.published, a.outlet, a.url, a.language, a.author)


def known_articles(store: Store, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Content digest and edition of those of the articles (a few hundred at most) that the store holds."""
    a = schema.articles.c
    with store.reading() as connection:
        rows = connection.execute(sa.select(a.id, a.content, a.edition).where(a.id.in_(ids)))
        return {row.id: (row.content, row.edition) for row in rows}


def rejected_sources(store: Store) -> frozenset[str]:
    """The sources of everything that the store holds as rejected."""
    source = schema.rejected.c.source
    with store.reading() as connection:
        return frozenset(connection.scalars(sa.select(source).where(source.is_not(None))))


def write_batch(
    store: Store, read: Sequence[Read], set_aside: Sequence[SetAside] = (), fine: Iterable[str] = ()
) -> None:
    """Write a batch of articles (a few hundred at most) in one transaction.

    An article that the store already holds is replaced. A reading that is ``rejected`` goes to the rejected, with those
    ``set_aside``; an article that was read leaves the rejected, as do the sources in ``fine``.
    """
    kept = [r for r in read if r.reading.rejected is None]
    aside = [*set_aside, *(_rejection(r) for r in read if r.reading.rejected is not None)]
    sources = {*fine, *(r.article.source for r in kept if r.article.source is not None)}
    with store.writing() as connection:
        _delete(connection, schema.articles.c.id, [r.reading.id for r in read])
        _delete(connection, schema.rejected.c.article, [r.reading.id for r in kept])
        _delete(connection, schema.rejected.c.source, sorted(sources))
        _insert(connection, schema.articles, [_article_row(r) for r in kept])
        _insert(connection, schema.genres, [row for r in kept for row in _genre_rows(r.reading)])
        _insert(connection, schema.reports, _once(row for r in kept for row in _report_rows(r.reading)))
        _insert(connection, schema.statements, _once(row for r in kept for row in _statement_rows(r.reading)))
        insert_rows(connection, schema.texts, (row for r in kept for row in reading_texts(r.reading)))
        rows = _once(_rejected_row(a) for a in aside)
        _delete(connection, schema.rejected.c.id, [row["id"] for row in rows])
        _insert(connection, schema.rejected, rows)


def encode(record: Record | Sequence[Record]) -> str:
    """A record, or several, as JSON."""
    return msgspec.json.encode(record).decode("utf-8")


def insert_rows(connection: sa.Connection, table: sa.Table, rows: Iterable[dict[str, Any]], size: int = 1000) -> None:
    """Insert any number of rows, ``size`` at a time."""
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            _insert(connection, table, batch)
            batch = []
    _insert(connection, table, batch)


def _insert(connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection.execute(sa.insert(table), rows)


def _once(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each id once: an id is a digest of content, so rows of one id say the same."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        found.setdefault(row["id"], row)
    return list(found.values())


def _delete(connection: sa.Connection, column: sa.Column[Any], values: Sequence[str]) -> None:
    if values:
        connection.execute(sa.delete(column.table).where(column.in_(values)))


def _article_row(read: Read) -> dict[str, Any]:
    article, reading = read.article, read.reading
    return {
        "id": reading.id,
        "source": article.source,
        "url": article.url,
        "outlet": article.outlet,
        "published": reading.published,
        "published_basis": reading.published_basis,
        "title": reading.title,
        "author": article.author,
        "language": reading.language,
        "text": reading.text,
        "content": content_digest(article),
        "edition": read.edition,
        "mentions": encode(reading.mentions),
        "times": encode(reading.times),
        "places": encode(reading.places),
    }


def _report_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    for position, report in enumerate(reading.reports):
        yield {
            "id": report.id,
            "article": reading.id,
            "position": position,
            "kind": report.kind,
            "status": report.status,
            "record": encode(report),
        }


def _genre_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    if reading.genre is not None:
        yield {"article": reading.id, **msgspec.structs.asdict(reading.genre)}


def _statement_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    for position, statement in enumerate(reading.statements):
        yield {
            "id": statement.id,
            "article": reading.id,
            "position": position,
            "speaker": statement.speaker.name if statement.speaker is not None else None,
            "record": encode(statement),
        }


def _rejection(read: Read) -> SetAside:
    rejected = read.reading.rejected
    assert rejected is not None
    return SetAside(read.article.source, read.reading.id, rejected.reason, rejected.detail)


def _rejected_row(aside: SetAside) -> dict[str, Any]:
    return {
        "id": digest("rejected", aside.source if aside.source is not None else aside.article),
        "source": aside.source,
        "article": aside.article,
        "reason": aside.reason,
        "detail": aside.detail,
    }
