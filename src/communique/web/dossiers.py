"""The dossier of an event: each value with its sentences, the accounts side by side, and what was corrected."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from communique.corrections import FIELDS
from communique.display.values import field_text, particular_fields
from communique.errors import InputError
from communique.export.columns import COLUMNS
from communique.records import Event, Particular, Report
from communique.store.corrections import corrections_of
from communique.store.dossiers import EventDossier, gather
from communique.store.lookup import Found, resolve
from communique.web.chronology import table
from communique.web.citing import Citations, values_of
from communique.web.fixing import undone
from communique.web.rendering import page, segment
from communique.web.security import desk_of

router = APIRouter()
_MOST = 40  # accounts side by side


@router.get("/csv/events/{event_id:path}")
def event_csv(request: Request, event_id: str) -> Response:
    """The reports of an event as a table."""
    with desk_of(request).store.reading() as connection:
        dossier = gather(connection, resolve(connection, event_id))
    if not isinstance(dossier, EventDossier):
        raise InputError(f"{event_id} is no event")
    return table("reports", COLUMNS["reports"], dossier.reports)


@router.get("/events/{event_id:path}")
def event(request: Request, event_id: str) -> Response:
    """All that the record holds of an event."""
    with desk_of(request).store.reading() as connection:
        found = resolve(connection, event_id)
        if found != Found("event", event_id):
            return RedirectResponse(address(found), 303)
        dossier = gather(connection, found)
        corrections = corrections_of(connection, found)
    assert isinstance(dossier, EventDossier)
    citations = Citations(dossier.articles, dossier.reports)
    values = values_of(dossier, citations)
    shown = dossier.reports[:_MOST]
    triggers = {report.id: citations.cite(report.article, report.trigger, "trigger") for report in shown}
    return page(
        request, "event.html", event=dossier.event, dossier=dossier, values=values, reports=shown, triggers=triggers,
        notes=list(citations.notes.values()), corrections=corrections, undone=undone(corrections), settable=FIELDS,
        differing=differing(dossier.event), particulars=particulars(dossier.event, shown),
        related={e.id: e for e in dossier.related},
        article_of={report.id: report.article for report in dossier.reports},
    )  # fmt: skip


def address(found: Found) -> str:
    """The page of a thing of the record."""
    several = {"event": "events", "article": "articles", "actor": "actors", "story": "stories"}[found.kind]
    return f"/{several}/{segment(found.id)}"


def particulars(event: Event, reports: Sequence[Report]) -> dict[str, list[Particular]]:
    """What some of the reports add to who, when and where, by the row of the comparison that it stands in."""
    fields = particular_fields(event, reports)
    return {field_text(field): [told for told in event.particulars if told.field == field] for field in fields}


def differing(event: Event) -> frozenset[str]:
    """The rows of the comparison on which accounts differ."""
    return frozenset(field_text(d.field) for d in event.disagreements)
