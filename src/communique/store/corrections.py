"""What people corrected, as rows that are only ever added: who did what, when and why, and what was taken back."""

from __future__ import annotations

import datetime

import sqlalchemy as sa

from communique.corrections import Action, Correction
from communique.errors import InputError
from communique.records import Report
from communique.store import schema
from communique.store.database import Store
from communique.store.lookup import Found, load_reports, resolve

_C = schema.corrections


def add_correction(
    store: Store,
    action: Action,
    target: str,
    value: str | None = None,
    *,
    field: str | None = None,
    who: str,
    why: str | None = None,
    at: datetime.datetime | None = None,
) -> Correction:
    """Write a correction down, at this moment unless another is given; it holds from the next linking on.

    Raises:
        StoreError: the store cannot be written.

    """
    moment = (at or datetime.datetime.now(datetime.UTC)).astimezone(datetime.UTC)
    row = {"action": action, "target": target, "value": value, "field": field, "who": who, "why": why}
    with store.writing() as connection:
        number = connection.scalar(
            sa.insert(_C).values(**row, at=moment.isoformat(timespec="seconds")).returning(_C.c.number)
        )
    return Correction(number=int(number or 0), at=moment, **row)  # type: ignore[arg-type]


def undo(store: Store, number: int, *, who: str, why: str | None = None) -> Correction:
    """Take a correction back by another one.

    Raises:
        InputError: there is no such correction, it is an undoing itself, or it was taken back already.

    """
    with store.reading() as connection:
        every = {correction.number: correction for correction in all_corrections(connection)}
    if number not in every:
        raise InputError(f"there is no correction {number}; communique history lists them")
    if every[number].action == "undo":
        raise InputError(f"correction {number} takes another one back; make that one again instead")
    if any(c.action == "undo" and c.value == str(number) for c in every.values()):
        raise InputError(f"correction {number} was taken back already")
    return add_correction(store, "undo", every[number].target, str(number), who=who, why=why)


def all_corrections(connection: sa.Connection) -> list[Correction]:
    """Every correction, those taken back too, in the order in which they were made."""
    rows = connection.execute(sa.select(_C).order_by(_C.c.number))
    return [
        Correction(
            number=row.number, action=row.action, target=row.target, value=row.value, field=row.field, who=row.who,
            at=datetime.datetime.fromisoformat(row.at), why=row.why,
        )
        for row in rows
    ]  # fmt: skip


def standing_corrections(connection: sa.Connection) -> list[Correction]:
    """The corrections that hold, in the order in which they were made."""
    every = all_corrections(connection)
    undone = {correction.value for correction in every if correction.action == "undo"}
    return [c for c in every if c.action != "undo" and str(c.number) not in undone]


def corrections_of(connection: sa.Connection, found: Found) -> list[Correction]:
    """The corrections to a thing, under any id that it ever had, and to the reports of an event."""
    former = schema.former_ids.c
    own = {found.id, *connection.scalars(sa.select(former.id).where(former.now == found.id))}
    if found.kind == "event":
        reports = schema.report_events.c
        own |= set(connection.scalars(sa.select(reports.report).where(reports.event == found.id)))
    return [c for c in all_corrections(connection) if c.target in own or (c.action == "merge" and c.value in own)]


def resolve_report(connection: sa.Connection, text: str) -> Report:
    """The report with an id, or the only one whose id begins so.

    Raises:
        InputError: there is none, or more than one.

    """
    column = schema.reports.c.id
    begins = [column.startswith(start, autoescape=True) for start in (text, f"report-{text}")]
    found = connection.scalars(sa.select(column).where(sa.or_(*begins)).order_by(column).limit(2)).all()
    if len(found) != 1 or not text:
        trouble = "begins more than one report's id" if found else "is no report's id"
        raise InputError(f"{text!r} {trouble}; communique show EVENT --json lists the reports of an event")
    return load_reports(connection, "id", found)[0]


def resolve_as(connection: sa.Connection, text: str, *kinds: str) -> Found:
    """What an id stands for, when it is of one of these kinds.

    Raises:
        InputError: it is something else, or nothing.

    """
    found = resolve(connection, text)
    if found.kind not in kinds:
        raise InputError(f"{found.id} is of the kind {found.kind}, not {' or '.join(kinds)}")
    return found
