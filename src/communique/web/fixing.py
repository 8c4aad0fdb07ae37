"""Corrections from the pages: each is a row that is only added, and the record is linked anew behind the pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Form, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from communique.corrections import Action, Correction
from communique.errors import InputError
from communique.linking.corrections import set_field
from communique.store.corrections import add_correction, all_corrections, resolve_as, resolve_report, undo
from communique.store.lookup import load_event
from communique.store.queries import kinds_in
from communique.web.chronology import csv_file
from communique.web.desk import Desk
from communique.web.rendering import page
from communique.web.security import check_form, desk_of

router = APIRouter()
_COLUMNS = ("number", "at", "who", "action", "target", "field", "value", "why")


def correct(desk: Desk, action: str, target: str, value: str, field: str, why: str) -> Correction:
    """Check a correction, write it down and have it brought about.

    Raises:
        InputError: it corrects nothing that there is, or to something that cannot be.

    """
    if action == "undo":
        if not value.isdigit() or len(value) > 15:
            raise InputError(f"{value!r} is no number of a correction")
        made = undo(desk.store, int(value), who=desk.user, why=why or None)
    else:
        with desk.store.reading() as connection:
            checked = _checked(desk, connection, action, target, value.strip(), field)
        kind, what, new = checked
        named = field if action == "set" else None
        made = add_correction(desk.store, kind, what, new, field=named, who=desk.user, why=why.strip() or None)
    if made.action != "accept":
        desk.relink()
    return made


def _checked(
    desk: Desk, connection: sa.Connection, action: str, target: str, value: str, field: str
) -> tuple[Action, str, str | None]:
    """The action, the whole id of what it is done to, and its value."""
    if action == "accept":
        return "accept", resolve_report(connection, target).id, None
    if action == "wrong":
        return "wrong", resolve_report(connection, target).id, None
    if action == "merge":
        one = resolve_as(connection, target, "event", "actor")
        other = resolve_as(connection, value, one.kind)
        if one == other:
            raise InputError("they are one already")
        return "merge", one.id, other.id
    if action == "split":
        event = load_event(connection, resolve_as(connection, target, "event").id)
        report = resolve_report(connection, value).id
        if report not in event.reports or len(event.reports) == 1:
            raise InputError(f"{report} is not one of several reports of {event.id}")
        return "split", event.id, report
    if action == "rename":
        if not value or len(value) > 300:
            raise InputError("a name has 1 to 300 characters")
        return "rename", resolve_as(connection, target, "actor").id, value
    if action == "set":
        return "set", _settable(desk, connection, target, value, field), value
    raise InputError(f"there is no correction {action!r}")


def _settable(desk: Desk, connection: sa.Connection, target: str, value: str, field: str) -> str:
    from communique.lexicon.plover import load_plover

    event = load_event(connection, resolve_as(connection, target, "event").id)
    if not value or len(value) > 300:
        raise InputError("a value has 1 to 300 characters")
    if field == "kind" and value not in {*kinds_in(desk.store), *load_plover().kinds}:
        raise InputError(f"there is no kind {value!r}")
    try:
        set_field(event, field, value)
    except ValueError as error:
        raise InputError(f"cannot set {field} to {value!r}: {error}") from error
    return event.id


@router.post("/fix", dependencies=[Depends(check_form)])
def fix(
    request: Request,
    action: Annotated[str, Form(max_length=20)],
    target: Annotated[str, Form(max_length=300)] = "",
    value: Annotated[str, Form(max_length=300)] = "",
    field: Annotated[str, Form(max_length=20)] = "",
    why: Annotated[str, Form(max_length=500)] = "",
    back: Annotated[str, Form(max_length=500)] = "/corrections",
) -> Response:
    """Correct something, and go back to where it was seen."""
    try:
        correct(desk_of(request), action, target, value, field, why)
    except InputError as error:
        raise HTTPException(422, str(error)) from error
    return RedirectResponse(_own(back), 303)


def _own(address: str) -> str:
    """An address of this desk, whatever the form says."""
    safe = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if safe else "/corrections"


@router.get("/corrections")
def corrections(request: Request) -> Response:
    """Everything that was corrected, the last first."""
    found = _all(request)
    return page(request, "corrections.html", corrections=found[::-1][:500], undone=undone(found))


@router.get("/csv/corrections")
def corrections_csv(request: Request) -> Response:
    """Everything that was corrected, as a table."""
    return csv_file("corrections", _COLUMNS, ([getattr(c, name) for name in _COLUMNS] for c in _all(request)))


def _all(request: Request) -> list[Correction]:
    with desk_of(request).store.reading() as connection:
        return all_corrections(connection)


@router.get("/linking")
def linking(request: Request) -> Response:
    """The line that says that the record is being linked anew; when it no longer is, the page is loaded again."""
    response = page(request, "linking.html")
    if not desk_of(request).linking:
        response.headers["HX-Refresh"] = "true"
    return response


def undone(corrections: Iterable[Correction]) -> frozenset[int]:
    """The numbers of those that were taken back, and of what took them back."""
    undoing = [c for c in corrections if c.action == "undo"]
    return frozenset({c.number for c in undoing} | {int(c.value) for c in undoing if c.value is not None})
