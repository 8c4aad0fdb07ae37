"""What can be exported: streams of records in an order that does not depend on how the store was filled."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import islice
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from communique.errors import InputError
from communique.records import Actor, Event, Participant, PublishedBasis, Record, Report, Statement, Story
from communique.store import schema
from communique.store.lookup import register_report, register_statement, select_articles
from communique.store.queries import chronological
from communique.store.streaming import ByArticle

_AT_ONCE = 256
R = TypeVar("R", bound=Record)


class ExportedArticle(Record, frozen=True, kw_only=True):
    """An article of the store; ``text`` is the one that the spans of its records index."""

    id: str
    source: str | None
    url: str | None
    outlet: str | None
    published: datetime.date | None
    published_basis: PublishedBasis | None
    title: str | None
    author: str | None
    language: str | None
    text: str
    genre: str | None
    genre_reason: str | None
    genre_words: str | None


class ExportedParticipant(Participant, frozen=True, kw_only=True):
    """A party to an exported event, with every name that the articles of the store give it, acronyms among them."""

    names: tuple[str, ...]


class ExportedRejection(Record, frozen=True, kw_only=True):
    """Something that could not be read; ``article`` is its article's id when it came as far as to have one."""

    source: str | None
    article: str | None
    reason: str
    detail: str


def stream_records(connection: sa.Connection, what: str) -> Iterator[Record]:
    """Every record of one of :data:`KINDS`.

    Raises:
        InputError: there is no such kind of record.

    """
    if what not in _STREAMS:
        raise InputError(f"cannot export {what!r}; export one of: {', '.join(KINDS)}")
    return _STREAMS[what](connection)


def _events(connection: sa.Connection) -> Iterator[Record]:
    events = _records(connection, sa.select(schema.events.c.record).order_by(*chronological()), Event)
    while several := list(islice(events, _AT_ONCE)):
        names = _names(connection, {party.actor for event in several for party in event.participants})
        for event in several:
            parties = tuple(_exported(party, names.get(party.actor, ())) for party in event.participants)
            yield msgspec.structs.replace(event, participants=parties)


def _names(connection: sa.Connection, actors: Set[str]) -> dict[str, list[str]]:
    """The names of some actors, by the actor's id."""
    n = schema.actor_names.c
    found: dict[str, list[str]] = {}
    for row in connection.execute(sa.select(n.actor, n.name).where(n.actor.in_(actors)).order_by(n.actor, n.position)):
        found.setdefault(row.actor, []).append(row.name)
    return found


def _exported(party: Participant, names: Sequence[str]) -> ExportedParticipant:
    return ExportedParticipant(**msgspec.structs.asdict(party), names=tuple(names))


def _actors(connection: sa.Connection) -> Iterator[Record]:
    a = schema.actors.c
    return _records(connection, sa.select(a.record).order_by(a.name, a.id), Actor)


def _stories(connection: sa.Connection) -> Iterator[Record]:
    s = schema.stories.c
    return _records(connection, sa.select(s.record).order_by(s.start.is_(None), s.start, s.id), Story)


def _reports(connection: sa.Connection) -> Iterator[Record]:
    r, e = schema.reports, schema.report_events
    query = sa.select(r.c.article, r.c.record, e.c.event).outerjoin(e, e.c.report == r.c.id)
    for row, registry in _with_registry(connection, query.order_by(r.c.article, r.c.position)):
        yield register_report(msgspec.json.decode(row.record, type=Report), row.event, registry)


def _statements(connection: sa.Connection) -> Iterator[Record]:
    s = schema.statements.c
    for row, registry in _with_registry(connection, sa.select(s.article, s.record).order_by(s.article, s.position)):
        yield register_statement(msgspec.json.decode(row.record, type=Statement), registry)


def _articles(connection: sa.Connection) -> Iterator[Record]:
    a = schema.articles.c
    names = ExportedArticle.__struct_fields__
    for row in connection.execute(_streamed(select_articles(names).order_by(a.id))):
        yield ExportedArticle(**row._mapping)


def _rejected(connection: sa.Connection) -> Iterator[Record]:
    r = schema.rejected.c
    for row in connection.execute(
        _streamed(sa.select(r.source, r.article, r.reason, r.detail).order_by(r.source, r.id))
    ):
        yield ExportedRejection(**row._mapping)


def _records(connection: sa.Connection, query: sa.Select[tuple[str]], record_type: type[R]) -> Iterator[R]:
    for record in connection.scalars(_streamed(query)):
        yield msgspec.json.decode(record, type=record_type)


def _with_registry(connection: sa.Connection, query: sa.Select[Any]) -> Iterator[tuple[Any, dict[str, str]]]:
    """The rows of a query that is ordered by article, each with the registry's ids for the actors of its article."""
    links = schema.actor_links.c
    of_articles = ByArticle(
        connection, sa.select(links.article, links.local, links.actor).order_by(links.article, links.local)
    )
    article, registry = None, dict[str, str]()
    for row in connection.execute(_streamed(query)):
        if row.article != article:
            article = row.article
            registry = {link.local: link.actor for link in of_articles.of(row.article)}
        yield row, registry


def _streamed(query: sa.Select[Any]) -> sa.Select[Any]:
    return query.execution_options(yield_per=_AT_ONCE)


_STREAMS: dict[str, Callable[[sa.Connection], Iterator[Record]]] = {
    "events": _events,
    "reports": _reports,
    "statements": _statements,
    "actors": _actors,
    "stories": _stories,
    "articles": _articles,
    "rejected": _rejected,
}
#: The kinds of records that can be exported.
KINDS = tuple(_STREAMS)
