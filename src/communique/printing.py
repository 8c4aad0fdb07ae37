"""What the commands print: tables for people, JSON for programs, remarks on standard error."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from communique import console
from communique.display.text import plain

if TYPE_CHECKING:
    from communique.ingest import Tally
    from communique.reading.explaining import Explanation
    from communique.store.database import Store
    from communique.store.dossiers import Dossier
    from communique.store.periods import Period
    from communique.store.queries import EventQuery, Sort


def print_tally(store: Store, tally: Tally, *, as_json: bool) -> None:
    """What a run did, and what the store holds now."""
    from communique.store.queries import count_actors, count_events

    events, actors = count_events(store), count_actors(store)
    if as_json:
        with console.records() as out:
            out.write(msgspec.json.encode({"run": tally, "events": events, "actors": actors}) + b"\n")
        return
    from communique.display.tally import tally_lines

    lines = console.results()
    for line in tally_lines(tally, events=events, actors=actors):
        lines.print(line)


@dataclass(frozen=True, slots=True)
class Page:
    """Which of the events that match are printed, and in which order."""

    limit: int | None = None
    offset: int = 0
    sort: Sort = "day"
    descending: bool = False


def print_events(store: Store, query: EventQuery, page: Page, *, as_json: bool) -> None:
    """The events that match, as a table or as JSON Lines; when there are none, why."""
    from communique.store.queries import count_events, find_events

    found = find_events(store, query, limit=page.limit, offset=page.offset, sort=page.sort, descending=page.descending)
    if as_json:
        from communique.export.jsonl import write_jsonl

        with console.records() as out:
            write_jsonl(found, out)
    elif found:
        from communique.display.chronology import chronology

        console.results().print(chronology(found))
        if page.limit == len(found) and (total := count_events(store, query)) > page.offset + page.limit:
            console.remark(f"{page.limit:,} of {total:,} events; --limit and --offset give more")
    if not found:
        _say_why_nothing(store, query, page)


def _say_why_nothing(store: Store, query: EventQuery, page: Page) -> None:
    from communique.store.explaining import why_nothing
    from communique.store.queries import count_events

    if page.offset and (total := count_events(store, query)):
        console.remark(f"{total:,} events match, and --offset {page.offset:,} leaves out all of them")
        return
    for reason in why_nothing(store, query):
        console.remark(plain(reason))


def print_periods(store: Store, query: EventQuery, periods: list[Period], *, as_json: bool) -> None:
    """Counts by period, as a table or as JSON Lines; when there are none, why."""
    if as_json:
        with console.records() as out:
            out.writelines(msgspec.json.encode(period) + b"\n" for period in periods)
    elif periods:
        from communique.display.tables import periods_table

        console.results().print(periods_table(periods))
    if not periods:
        _say_why_nothing(store, query, Page())


def print_calendar(store: Store, query: EventQuery) -> None:
    """The events that match as an iCalendar file."""
    from communique.export.icalendar import write_calendar
    from communique.export.told import stream_told

    with store.reading() as connection, console.records() as out:
        write_calendar(stream_told(connection, query.condition(connection.dialect.name)), out)


def print_dossier(dossier: Dossier, *, today: datetime.date, as_json: bool) -> None:
    """A dossier as a page as of a day, or as one JSON object."""
    if as_json:
        with console.records() as out:
            out.write(msgspec.json.encode(dossier) + b"\n")
        return
    from communique.display.pages import page

    console.results().print(page(dossier, today))


def print_explanation(explanation: Explanation, *, as_json: bool) -> None:
    """Why a text was coded as it was, as a table or as one JSON object."""
    if as_json:
        with console.records() as out:
            out.write(msgspec.json.encode(explanation) + b"\n")
        return
    from communique.display.explanation import explanation_page

    console.results().print(explanation_page(explanation))


def warn_unlinked(store: Store) -> None:
    """Say so when articles came in that are not linked yet, which happens when a run was stopped."""
    from communique.store.linked import is_linked

    if not is_linked(store):
        console.remark("Some articles are not linked yet: run communique read again to finish.", "yellow")
