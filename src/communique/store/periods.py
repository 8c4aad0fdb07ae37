"""What happened between whom, counted by day, month or year."""

from __future__ import annotations

import datetime
from typing import Literal, get_args

import msgspec
import sqlalchemy as sa

from communique.store import schema
from communique.store.database import Store
from communique.store.queries import EventQuery

By = Literal["day", "month", "year"]
BYS: tuple[By, ...] = get_args(By)
#: Statuses of what took place; the PLOVER score of a period is the mean of these events.
HAPPENED = ("occurred", "ongoing")


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """A day (``2017-04-12``), month (``2017-04``) or year, by the first day of the events counted in it.

    ``cooperation`` and ``conflict`` count the events that took place with a score above and below 0, ``score`` is the
    mean PLOVER score of those that took place, from -10 to 10, and ``None`` when none of them has one.
    """

    period: str
    events: int
    happened: int
    ahead: int
    called_off: int
    cooperation: int
    conflict: int
    score: float | None


def count_periods(store: Store, query: EventQuery, by: By = "month") -> list[Period]:
    """Each period in which events that match begin, in order."""
    e = schema.events.c
    counted: dict[str, list[tuple[str, float | None]]] = {}
    with store.reading() as connection:
        found = sa.select(e.start, e.status, e.score).where(e.start.is_not(None))
        for row in connection.execute(found.where(query.condition(connection.dialect.name)).order_by(e.start, e.id)):
            counted.setdefault(_period(row.start, by), []).append((row.status, row.score))
    return [_count(period, rows) for period, rows in counted.items()]


def _period(day: datetime.date, by: By) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[by]]


def _count(period: str, rows: list[tuple[str, float | None]]) -> Period:
    happened = [score for status, score in rows if status in HAPPENED]
    scores = [score for score in happened if score is not None]
    return Period(
        period=period,
        events=len(rows),
        happened=len(happened),
        ahead=sum(status in ("planned", "confirmed", "proposed") for status, _ in rows),
        called_off=sum(status in ("cancelled", "postponed") for status, _ in rows),
        cooperation=sum(score > 0 for score in scores),
        conflict=sum(score < 0 for score in scores),
        score=round(sum(scores) / len(scores), 2) if scores else None,
    )
