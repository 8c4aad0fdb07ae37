"""Commands that ask the record in other ways than by a list of events: words, periods, plans, accounts and SQL."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, cast

import msgspec
import typer

import communique
from communique import console, options, printing
from communique.commands import conditions as given
from communique.options import DEFAULT_STORE, Json, Location

if TYPE_CHECKING:
    from communique.store.texts import TextKind


class Grain(StrEnum):
    """The lengths of periods."""

    day = "day"
    month = "month"
    year = "year"


Period = Annotated[Grain, typer.Option("--by", metavar="PERIOD", help="day, month or year.")]


def search(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Words that all have to be there.")],
    *,
    what: Annotated[
        list[str], typer.Option(metavar="WHAT", help=f"Only these: {', '.join(options.SEARCHED)}; may be repeated.")
    ] = [],  # noqa: B006 - typer's way
    store: Location = DEFAULT_STORE,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many.")] = 20,
    offset: Annotated[int, typer.Option(min=0, metavar="N", help="Leave out the first so many.")] = 0,
    as_json: Json = False,
) -> None:
    """Search the words of events, reports, statements and articles, the best match first.

    \b
    Examples:
      communique search "chemical weapons"
      communique search '"air base" missile' --what report --limit 5
    """
    from communique.store import searching

    options.check_choices("--what", what, options.SEARCHED)
    kinds = cast("tuple[TextKind, ...]", tuple(what) or options.SEARCHED)
    with communique.open_store(store, create=False) as opened:
        hits = searching.search(opened, words, kinds=kinds, limit=limit, offset=offset)
    if as_json:
        with console.records() as out:
            out.writelines(msgspec.json.encode(hit) + b"\n" for hit in hits)
    elif hits:
        from communique.display.tables import hits_table

        console.results().print(hits_table(hits))
    if not hits:
        console.remark("Nothing in the store has all these words.")


def timeline(
    *,
    who: given.Who = None,
    dyad: given.Dyad = None,
    kind: given.Kind = [],  # noqa: B006 - typer's way
    since: given.Since = None,
    until: given.Until = None,
    topic: given.Topic = None,
    where: given.Where = None,
    by: Period = Grain.month,
    store: Location = DEFAULT_STORE,
    as_json: Json = False,
) -> None:
    """Count events by day, month or year: how many took place, lie ahead or were called off, and their PLOVER score.

    \b
    Examples:
      communique timeline --who Russia --by year
      communique timeline --topic sanctions --from 2017 --to 2018
    """
    from communique.store.periods import count_periods

    sides = options.read_dyad(dyad) if dyad is not None else None
    query = communique.EventQuery(
        who=who,
        dyad=sides,
        kinds=tuple(kind),
        since=given.on_day(since),
        until=given.on_day(until),
        topic=topic,
        where=where,
    )
    with communique.open_store(store, create=False) as opened:
        options.check_kinds(kind, opened)
        printing.print_periods(opened, query, count_periods(opened, query, by.value), as_json=as_json)


def dyad(
    sides: Annotated[str, typer.Argument(metavar="A:B", help="Two participants, as USA:RUS or NATO:RUS.")],
    *,
    since: given.Since = None,
    until: given.Until = None,
    by: Period = Grain.month,
    store: Location = DEFAULT_STORE,
    as_json: Json = False,
) -> None:
    """Show what two sides did with or to each other: their PLOVER score by period, and then the events.

    \b
    Examples:
      communique dyad USA:RUS
      communique dyad USA:PRK --from 2018 --by year --json
    """
    from communique.store.periods import count_periods

    query = communique.EventQuery(dyad=options.read_dyad(sides), since=given.on_day(since), until=given.on_day(until))
    with communique.open_store(store, create=False) as opened:
        periods = count_periods(opened, query, by.value)
        printing.print_periods(opened, query, periods, as_json=as_json)
        if periods and not as_json:
            printing.print_events(opened, query, printing.Page(), as_json=False)


def agenda(
    *,
    who: given.Who = None,
    where: given.Where = None,
    since: Annotated[
        datetime.date | None,
        typer.Option("--from", parser=options.first_day, metavar="DAY", help="From this day on; today if not given."),
    ] = None,
    until: given.Until = None,
    calendar: Annotated[bool, typer.Option("--icalendar", help="Write an iCalendar file for calendars.")] = False,
    store: Location = DEFAULT_STORE,
    as_json: Json = False,
) -> None:
    """List what is planned, confirmed or proposed and has not passed yet.

    \b
    Examples:
      communique agenda --from 2017-04-01 --who Russia
      communique agenda --icalendar > agenda.ics
    """
    first = given.on_day(since or options.TODAY)
    ahead = ("planned", "confirmed", "proposed")
    query = communique.EventQuery(who=who, where=where, since=first, until=given.on_day(until), statuses=ahead)
    with communique.open_store(store, create=False) as opened:
        if calendar:
            printing.print_calendar(opened, query)
        else:
            printing.print_events(opened, query, printing.Page(), as_json=as_json)


def compare(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event, or its beginning.")],
    *,
    store: Location = DEFAULT_STORE,
    as_json: Json = False,
) -> None:
    """Set the accounts of one event side by side: status, who, when, where, according to whom, and where they differ.

    \b
    Examples:
      communique compare 3f2a91bc
    """
    from communique.display.event import comparison_page
    from communique.errors import InputError
    from communique.store.dossiers import EventDossier, gather
    from communique.store.lookup import resolve

    with communique.open_store(store, create=False) as opened, opened.reading() as connection:
        dossier = gather(connection, resolve(connection, event))
    if not isinstance(dossier, EventDossier):
        raise InputError(f"{event!r} is no event; communique events lists the ids of events")
    if as_json:
        told = dossier.event
        compared = {
            "event": told.id,
            "disagreements": told.disagreements,
            "sole": told.sole,
            "reports": dossier.reports,
        }
        with console.records() as out:
            out.write(msgspec.json.encode(compared) + b"\n")
    else:
        console.results().print(comparison_page(dossier))


def sql(
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="A SELECT in the database's own language.")],
    *,
    store: Location = DEFAULT_STORE,
    as_json: Json = False,
) -> None:
    """Ask the database itself; it cannot be changed that way.

    \b
    Examples:
      communique sql "SELECT kind, count(*) FROM events GROUP BY kind"
    """
    from communique.display.tables import rows_table
    from communique.store.sql import asked

    with communique.open_store(store, create=False) as opened, asked(opened, statement) as (columns, rows):
        if as_json:
            with console.records() as out:
                out.writelines(msgspec.json.encode(dict(zip(columns, row, strict=True))) + b"\n" for row in rows)
        else:
            console.results().print(rows_table(columns, rows))
