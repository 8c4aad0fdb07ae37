"""Events with the reports and articles behind them, streamed a bounded number at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec
import sqlalchemy as sa

from communique.lexicon.plover import Plover, load_plover
from communique.records import Event, Report
from communique.store import schema
from communique.store.lookup import ArticleHead, load_articles, load_reports
from communique.store.queries import chronological

_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Told:
    """An event, its reports (the earliest article's first) and its articles, by the day of their publication."""

    event: Event
    reports: tuple[Report, ...]
    articles: tuple[ArticleHead, ...]

    @property
    def first(self) -> ArticleHead | None:
        """The earliest article."""
        return self.articles[0] if self.articles else None

    @property
    def sentence(self) -> str | None:
        """The sentence that reports the event in the earliest article that does."""
        return self.reports[0].evidence.text if self.reports else None


def stream_told(connection: sa.Connection, holds: sa.ColumnElement[bool] | None = None) -> Iterator[Told]:
    """Every event of the store, or those for which a condition holds, in the order of events."""
    found = sa.select(schema.events.c.id).where(holds if holds is not None else sa.true())
    ids = connection.scalars(found.order_by(*chronological())).all()
    for start in range(0, len(ids), _AT_ONCE):
        yield from _told(connection, ids[start : start + _AT_ONCE])


def _told(connection: sa.Connection, ids: Sequence[str]) -> Iterator[Told]:
    e = schema.events.c
    rows = connection.execute(sa.select(e.id, e.record).where(e.id.in_(ids)))
    events = {row.id: msgspec.json.decode(row.record, type=Event) for row in rows}
    reports = load_reports(connection, "id", sorted({r for event in events.values() for r in event.reports}))
    by_event: dict[str, list[Report]] = {}
    for report in reports:
        by_event.setdefault(report.event or "", []).append(report)
    articles = load_articles(connection, sorted({a for event in events.values() for a in event.articles}))
    for event in (events[i] for i in ids):
        heads = sorted((articles[a] for a in event.articles if a in articles), key=_day)
        place = {head.id: position for position, head in enumerate(heads)}
        own = sorted(by_event.get(event.id, ()), key=lambda report: place.get(report.article, len(place)))
        yield Told(event, tuple(own), tuple(heads))


def _day(head: ArticleHead) -> tuple[str, str]:
    return str(head.published or "9999"), head.id


@cache
def _plover() -> Plover:
    return load_plover()


def quad_of(plover: str | None) -> int | None:
    """The quad category of a PLOVER type, 1 to 4."""
    return _plover().quad(plover)
