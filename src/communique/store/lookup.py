"""Looking up one thing of the record by its id, and what belongs to it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import msgspec
import sqlalchemy as sa

from communique.errors import InputError
from communique.records import Actor, Event, Mention, Place, Report, Statement, Story, Time
from communique.store import schema
from communique.store.queries import chronological

Kind = Literal["event", "article", "actor", "story"]
#: What has ids that can be looked up; two things of different kinds never share one unless a user gave it.
_TABLES: dict[Kind, sa.Table] = {
    "event": schema.events,
    "article": schema.articles,
    "actor": schema.actors,
    "story": schema.stories,
}
_AT_ONCE = 500
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Found:
    """A kind of thing and its whole id."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """An article without its records: where it is from and its text."""

    id: str
    source: str | None
    url: str | None
    outlet: str | None
    published: datetime.date | None
    published_basis: str | None
    title: str | None
    author: str | None
    language: str | None
    text: str
    genre: str | None
    genre_reason: str | None
    genre_words: str | None

    @property
    def label(self) -> str:
        """A short name for people: the outlet, else the source's last part, else the id."""
        return self.outlet or (self.source or self.url or self.id).rstrip("/").rpartition("/")[2] or self.id


def resolve(connection: sa.Connection, text: str) -> Found:
    """What an id stands for; any unique beginning of it will do, with or without the kind before the dash.

    An id that an event, story or actor had before it was joined with another stands for what it is now.

    Raises:
        InputError: nothing has such an id, or several things have.

    """
    if not text.strip():
        raise InputError("an id has at least one character; communique events lists the ids")
    found: list[Found] = []
    for kind, table in _TABLES.items():
        begins = [table.c.id.startswith(start, autoescape=True) for start in (text, f"{kind}-{text}")]
        ids = connection.scalars(sa.select(table.c.id).where(sa.or_(*begins)).order_by(table.c.id).limit(6))
        found.extend(Found(kind, i) for i in ids)
    exact = [f for f in found if f.id == text]
    if len(exact) == 1 or len(found) == 1:
        return (exact or found)[0]
    if not found:
        found = _once(connection, text)
        if len(found) == 1:
            return found[0]
    if not found:
        raise InputError(f"nothing in the store has the id {text!r}; communique events lists the ids of events")
    some = ", ".join(f"{f.id} ({f.kind})" for f in found[:6])
    raise InputError(f"{text!r} begins more than one id: {some}; give more of it")


def _once(connection: sa.Connection, text: str) -> list[Found]:
    """What the things whose former ids begin so are now."""
    former = schema.former_ids.c
    starts = (text, *(f"{kind}-{text}" for kind in _TABLES))
    begins = sa.or_(*(former.id.startswith(start, autoescape=True) for start in starts))
    rows = connection.execute(sa.select(former.kind, former.now).where(begins).distinct().order_by(former.now).limit(6))
    return [Found(row.kind, row.now) for row in rows]


def load_event(connection: sa.Connection, event: str) -> Event:
    """An event by its whole id."""
    return _record(connection, schema.events, event, Event)


def load_actor(connection: sa.Connection, actor: str) -> Actor:
    """An actor by its whole id."""
    return _record(connection, schema.actors, actor, Actor)


def load_story(connection: sa.Connection, story: str) -> Story:
    """A story by its whole id."""
    return _record(connection, schema.stories, story, Story)


def load_articles(connection: sa.Connection, ids: Sequence[str]) -> dict[str, ArticleHead]:
    """Those of the articles that the store holds, by id."""
    a = schema.articles.c
    query = select_articles(ArticleHead.__dataclass_fields__)
    return {row.id: ArticleHead(*row) for row in _chunks(connection, query, a.id, ids)}


def select_articles(fields: Iterable[str]) -> sa.Select[Any]:
    """A query for fields of the articles, which may be those of their genres."""
    g = schema.genres.c
    of_genre = {"genre": g.kind, "genre_reason": g.reason, "genre_words": g.words}
    columns = [of_genre[name].label(name) if name in of_genre else schema.articles.c[name] for name in fields]
    return sa.select(*columns).select_from(schema.articles.outerjoin(schema.genres))


def load_reports(connection: sa.Connection, column: Literal["id", "article"], ids: Sequence[str]) -> list[Report]:
    """The reports with these ids or of these articles, in the order of article and text, with the record's own ids."""
    r = schema.reports.c
    query = sa.select(r.article, r.position, r.record, schema.report_events.c.event).outerjoin(
        schema.report_events, schema.report_events.c.report == r.id
    )
    rows = sorted(_chunks(connection, query, r[column], ids), key=lambda row: (row.article, row.position))
    registry = load_registry(connection, sorted({row.article for row in rows}))
    return [
        register_report(msgspec.json.decode(row.record, type=Report), row.event, registry.get(row.article, {}))
        for row in rows
    ]


def load_statements(connection: sa.Connection, articles: Sequence[str]) -> list[Statement]:
    """The statements in these articles, in the order of article and text, with the record's own actor ids."""
    s = schema.statements.c
    query = sa.select(s.article, s.position, s.record)
    rows = sorted(_chunks(connection, query, s.article, articles), key=lambda row: (row.article, row.position))
    registry = load_registry(connection, sorted({row.article for row in rows}))
    return [
        register_statement(msgspec.json.decode(row.record, type=Statement), registry.get(row.article, {}))
        for row in rows
    ]


def load_named(
    connection: sa.Connection, article: str
) -> tuple[tuple[Mention, ...], tuple[Time, ...], tuple[Place, ...]]:
    """The actors, times and places that an article names, with the record's own actor ids."""
    a = schema.articles.c
    row = connection.execute(sa.select(a.mentions, a.times, a.places).where(a.id == article)).one()
    registry = load_registry(connection, [article]).get(article, {})
    mentions = msgspec.json.decode(row.mentions, type=tuple[Mention, ...])
    return (
        tuple(msgspec.structs.replace(m, actor=registry.get(m.actor, m.actor)) for m in mentions),
        msgspec.json.decode(row.times, type=tuple[Time, ...]),
        msgspec.json.decode(row.places, type=tuple[Place, ...]),
    )


def events_of(connection: sa.Connection, actor: str) -> list[Event]:
    """The events that an actor takes part in, by day."""
    parties = schema.event_participants.c
    takes_part = schema.events.c.id.in_(sa.select(parties.event).where(parties.actor == actor))
    query = sa.select(schema.events.c.record).where(takes_part).order_by(*chronological())
    return [msgspec.json.decode(record, type=Event) for record in connection.scalars(query)]


def load_events(connection: sa.Connection, ids: Sequence[str]) -> list[Event]:
    """These events, by day."""
    e = schema.events.c
    rows = _chunks(connection, sa.select(e.id, e.record), e.id, ids)
    events = [msgspec.json.decode(row.record, type=Event) for row in rows]
    return sorted(events, key=lambda event: (event.time is None, event.time.start if event.time else None, event.id))


def load_registry(connection: sa.Connection, articles: Sequence[str]) -> dict[str, dict[str, str]]:
    """For each article, the registry's actor ids by the ids that the article's own records use."""
    links = schema.actor_links.c
    found: dict[str, dict[str, str]] = {}
    query = sa.select(links.article, links.local, links.actor)
    for row in _chunks(connection, query, links.article, articles):
        found.setdefault(row.article, {})[row.local] = row.actor
    return found


def register_report(report: Report, event: str | None, registry: Mapping[str, str]) -> Report:
    """A report as the record gives it: with its event, and the registry's actors for those of its article."""
    parties = tuple(
        msgspec.structs.replace(party, actor=registry.get(party.actor, party.actor)) for party in report.participants
    )
    said = report.attribution
    if said is not None and said.actor is not None:
        said = msgspec.structs.replace(said, actor=registry.get(said.actor, said.actor))
    return msgspec.structs.replace(report, event=event, participants=parties, attribution=said)


def register_statement(statement: Statement, registry: Mapping[str, str]) -> Statement:
    """A statement as the record gives it: with the registry's actor for its speaker."""
    speaker = statement.speaker
    if speaker is None or speaker.actor is None:
        return statement
    actor = registry.get(speaker.actor, speaker.actor)
    return msgspec.structs.replace(statement, speaker=msgspec.structs.replace(speaker, actor=actor))


def _record(connection: sa.Connection, table: sa.Table, record_id: str, record_type: type[R]) -> R:
    record = connection.scalar(sa.select(table.c.record).where(table.c.id == record_id))
    if record is None:
        raise InputError(f"the store has no {record_id}; it may have been linked anew, see communique events")
    return msgspec.json.decode(record, type=record_type)


def _chunks(
    connection: sa.Connection, query: sa.Select[Any], column: sa.ColumnElement[str], ids: Sequence[str]
) -> list[Any]:
    """The rows whose ``column`` is among the ids, however many there are."""
    rows: list[Any] = []
    for start in range(0, len(ids), _AT_ONCE):
        rows.extend(connection.execute(query.where(column.in_(ids[start : start + _AT_ONCE]))))
    return rows
