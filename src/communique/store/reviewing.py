"""What people should look at first: the reports and links that are least certain, and that nobody judged yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec
import sqlalchemy as sa

from communique.records import Event, Report
from communique.store import schema
from communique.store.corrections import standing_corrections
from communique.store.database import Store
from communique.store.lookup import ArticleHead, load_articles, load_reports

_E = schema.events.c
_LOOKED_AT = 300  # least certain events among which reports and links are looked for


@dataclass(frozen=True, slots=True)
class Doubt:
    """A report to be judged: whether it is right, or whether it belongs to its event with the others there.

    ``others`` are the other reports of the event, ``reasons`` why they were linked.
    """

    about: Literal["report", "link"]
    report: Report
    article: ArticleHead | None
    event: Event
    reasons: tuple[str, ...]
    others: tuple[Report, ...]


def doubts(store: Store, about: Literal["report", "link"], limit: int = 20) -> list[Doubt]:
    """The least certain reports that stand alone in their event, or the links with the fewest reasons."""
    with store.reading() as connection:
        judged = {c.value or c.target for c in standing_corrections(connection)} | {
            c.target for c in standing_corrections(connection)
        }
        events = _least_certain(connection, linked=about == "link")
        pairs = _links(events) if about == "link" else [(e, r, ()) for e in events for r in e.reports[:1]]
        chosen = [(event, report, why) for event, report, why in pairs if report not in judged][:limit]
        ids = sorted(
            {report for event, _, _ in chosen for report in event.reports[:_MOST_OTHERS]} | {r for _, r, _ in chosen}
        )
        reports = {report.id: report for report in load_reports(connection, "id", ids)}
        articles = load_articles(connection, sorted({reports[r].article for _, r, _ in chosen if r in reports}))
    return [
        Doubt(
            about, reports[report], articles.get(reports[report].article), event, why,
            tuple(reports[r] for r in event.reports if r != report and r in reports)[:_MOST_OTHERS],
        )
        for event, report, why in chosen
        if report in reports
    ]  # fmt: skip


_MOST_OTHERS = 3


def _least_certain(connection: sa.Connection, *, linked: bool) -> list[Event]:
    several = schema.report_events
    query = sa.select(_E.id).order_by(_E.confidence, _E.id).limit(_LOOKED_AT)
    if linked:
        more = sa.select(several.c.event).group_by(several.c.event).having(sa.func.count() > 1)
        query = query.where(_E.id.in_(more))
    found = sa.select(_E.record).where(_E.id.in_(query.subquery().select())).order_by(_E.confidence, _E.id)
    return [msgspec.json.decode(record, type=Event) for record in connection.scalars(found)]


def _links(events: list[Event]) -> list[tuple[Event, str, tuple[str, ...]]]:
    """Each link after the first of its event, those with the fewest reasons first."""
    found = [(event, link.report, link.reasons) for event in events for link in event.links[1:]]
    return sorted(found, key=lambda link: (len(link[2]), link[0].confidence, link[1]))
