"""The chronology: events by day with facets, page after page, and the same as CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from communique.export.columns import COLUMNS
from communique.export.delimited import write_rows
from communique.records import Event
from communique.store.explaining import why_nothing
from communique.store.facets import Facet, count_facets
from communique.store.queries import Sort, count_events, find_events
from communique.web.asking import PAGE, Asked, Conditions
from communique.web.desk import Desk
from communique.web.rendering import page
from communique.web.security import desk_of

router = APIRouter()
_ORDERS: dict[str, tuple[Sort, bool]] = {
    "first": ("day", False),
    "last": ("day", True),
    "reported": ("reported", True),
    "outlets": ("outlets", True),
}
_MOST_ROWS = 100_000
#: The parameter of an address that each facet sets.
_PARAMETERS = {
    "status": "status", "kind": "kind", "year": "from", "country": "who", "place": "where", "topic": "topic",
    "outlet": "outlet",
}  # fmt: skip
_TITLES = {
    "status": "Status", "kind": "Kind", "year": "From year", "country": "Who, by country", "place": "Where, by country",
    "topic": "Topic", "outlet": "Outlet",
}  # fmt: skip


@router.get("/events")
def chronology(request: Request, conditions: Conditions) -> Response:
    """A page of events; asked for by htmx, only its rows."""
    desk = desk_of(request)
    events = found(desk, conditions, PAGE + 1, conditions.offset)
    context: dict[str, Any] = {"asked": conditions, "events": events[:PAGE], "more": len(events) > PAGE}
    if request.headers.get("HX-Request") == "true":
        return page(request, "rows.html", **context)
    total = desk.remembered(("count", conditions.query), lambda: count_events(desk.store, conditions.query))
    why = list(why_nothing(desk.store, conditions.query)) if not events and conditions.page == 1 else []
    facets = [(_TITLES[f.name], _PARAMETERS[f.name], f) for f in facets_of(desk, conditions)]
    return page(request, "chronology.html", total=total, why=why, facets=facets, **context)


@router.get("/csv/events")
def chronology_csv(request: Request, conditions: Conditions) -> Response:
    """The events that match, as a table."""
    return events_csv(found(desk_of(request), conditions, _MOST_ROWS, 0))


def found(desk: Desk, conditions: Asked, limit: int, offset: int) -> list[Event]:
    """The events that an address asks for, in its order."""
    sort, descending = _ORDERS[conditions.order]
    return find_events(desk.store, conditions.query, limit=limit, offset=offset, sort=sort, descending=descending)


def facets_of(desk: Desk, conditions: Asked) -> list[Facet]:
    """The facets of the events that an address asks for."""
    return desk.remembered(("facets", conditions.query), lambda: count_facets(desk.store, conditions.query))


def events_csv(events: Sequence[Event]) -> Response:
    """Events as a table with the columns of the export."""
    return table("events", COLUMNS["events"], events)


def table(name: str, columns: dict[str, Callable[[Any], Any]], records: Iterable[Any]) -> Response:
    """Records as a CSV file."""
    return csv_file(name, columns, ([value(record) for value in columns.values()] for record in records))


def csv_file(name: str, header: Iterable[str], rows: Iterable[Sequence[Any]]) -> Response:
    """Rows as a CSV file to be saved."""
    out = BytesIO()
    write_rows(header, rows, out)
    disposition = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=disposition)
