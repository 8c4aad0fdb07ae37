"""``communique fix`` and ``communique history``: what people correct, and what became of it."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

import datetime
import getpass
from typing import Annotated

import msgspec
import typer

from communique import console, ingest, options
from communique.corrections import FIELDS, Action, GivenOffice
from communique.errors import InputError
from communique.options import DEFAULT_STORE, Json, Location
from communique.store.corrections import add_correction, corrections_of, resolve_as, resolve_report, undo
from communique.store.database import Store, open_store
from communique.store.lookup import load_event, resolve

fix_app = typer.Typer(no_args_is_help=True, help="Correct the record; what is corrected holds whatever is read later.")
Why = Annotated[str | None, typer.Option("--why", metavar="WORDS", help="The reason, kept with the correction.")]
Who = Annotated[
    str | None, typer.Option("--who", metavar="NAME", envvar="COMMUNIQUE_USER", help="Who corrects; you, if not given.")
]
Later = Annotated[bool, typer.Option("--later", help="Only write it down; the next communique read brings it about.")]


def _correct(
    store: Store,
    action: Action,
    target: str,
    value: str | None,
    given: tuple[str | None, str | None, bool],
    field: str | None = None,
) -> None:
    """Write a correction down (``given`` is who, why and whether later), bring it about, and say how to undo it."""
    who, why, later = given
    made = add_correction(store, action, target, value, field=field, who=who or getpass.getuser(), why=why)
    _bring_about(store, later=later)
    typer.echo(f"correction {made.number}: {action} {target}; undo it with: communique fix undo {made.number}")


def _bring_about(store: Store, *, later: bool) -> None:
    if not later:
        ingest.link_store(store)


@fix_app.command()
def merge(
    one: Annotated[str, typer.Argument(metavar="ID", help="An event or actor.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The event or actor that is the same one.")],
    *,
    who: Who = None,
    why: Why = None,
    later: Later = False,
    store: Location = DEFAULT_STORE,
) -> None:
    """Say that two events, or two actors, are one.

    \b
    Examples:
      communique fix merge event-3f2a91bc event-90ce11d2 --why "the same talks"
    """
    with open_store(store, create=False) as opened:
        with opened.reading() as connection:
            first = resolve_as(connection, one, "event", "actor")
            second = resolve_as(connection, other, first.kind)
        if first == second:
            raise InputError(f"{one} and {other} are one already: {first.id}")
        _correct(opened, "merge", first.id, second.id, (who, why, later))


@fix_app.command()
def split(
    whole: Annotated[str, typer.Argument(metavar="ID", help="An event or actor.")],
    part: Annotated[str, typer.Argument(metavar="PART", help="The report that is of another event, or the article.")],
    *,
    who: Who = None,
    why: Why = None,
    later: Later = False,
    store: Location = DEFAULT_STORE,
) -> None:
    """Say that a report is of another event, or that an article means another actor.

    \b
    Examples:
      communique fix split event-3f2a91bc report-77aa01c9
      communique fix split actor-52d1 article-0b7712f0 --why "his brother"
    """
    with open_store(store, create=False) as opened:
        with opened.reading() as connection:
            found = resolve_as(connection, whole, "event", "actor")
            if found.kind == "event":
                event, report = load_event(connection, found.id), resolve_report(connection, part)
                if report.id not in event.reports or len(event.reports) == 1:
                    raise InputError(f"{report.id} is not one of several reports of {event.id}")
                leaving = report.id
            else:
                leaving = resolve_as(connection, part, "article").id
        _correct(opened, "split", found.id, leaving, (who, why, later))


@fix_app.command("set")
def set_value(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="An event.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help=f"One of: {', '.join(FIELDS)}.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="The right value; days as 2017-04-12.")],
    *,
    who: Who = None,
    why: Why = None,
    later: Later = False,
    store: Location = DEFAULT_STORE,
) -> None:
    """Give a field of an event its right value.

    \b
    Examples:
      communique fix set event-3f2a91bc status cancelled --why "called off on air"
      communique fix set event-3f2a91bc start 2017-04-12
    """
    from communique.linking.corrections import set_field

    with open_store(store, create=False) as opened:
        with opened.reading() as connection:
            found = resolve_as(connection, event, "event")
            present = load_event(connection, found.id)
        if field == "kind":
            options.check_kinds([value], opened)
        try:
            set_field(present, field, value)
        except ValueError as error:
            raise InputError(f"cannot set {field} to {value!r}: {error}") from error
        _correct(opened, "set", found.id, value, (who, why, later), field=field)


@fix_app.command()
def wrong(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The id of a report, or its beginning.")],
    *,
    who: Who = None,
    why: Why = None,
    later: Later = False,
    store: Location = DEFAULT_STORE,
) -> None:
    """Say that a report is wrong: its article does not say so. It stays, but is in no event.

    \b
    Examples:
      communique fix wrong report-77aa01c9 --why "a film is meant"
    """
    with open_store(store, create=False) as opened:
        with opened.reading() as connection:
            found = resolve_report(connection, report).id
        _correct(opened, "wrong", found, None, (who, why, later))


@fix_app.command()
def rename(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="An actor.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its right name.")],
    *,
    who: Who = None,
    why: Why = None,
    later: Later = False,
    store: Location = DEFAULT_STORE,
) -> None:
    """Give an actor its right name; the others are kept beside it.

    \b
    Examples:
      communique fix rename org:un "United Nations"
    """
    if not name.strip():
        raise InputError("a name has at least one character")
    with open_store(store, create=False) as opened:
        with opened.reading() as connection:
            found = resolve_as(connection, actor, "actor").id
        _correct(opened, "rename", found, name.strip(), (who, why, later))


@fix_app.command()
def office(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="An actor.")],
    title: Annotated[str, typer.Argument(metavar="OFFICE", help="The office that it holds.")],
    *,
    of: Annotated[str | None, typer.Option(metavar="CODE", help="The country or body whose office it is.")] = None,
    since: Annotated[
        datetime.date | None, typer.Option("--from", parser=options.read_day, metavar="DAY", help="Its first day.")
    ] = None,
    until: Annotated[
        datetime.date | None, typer.Option("--to", parser=options.read_day, metavar="DAY", help="Its last day.")
    ] = None,
    who: Who = None,
    why: Why = None,
    later: Later = False,
    store: Location = DEFAULT_STORE,
) -> None:
    """Add an office that an actor holds or held.

    \b
    Examples:
      communique fix office actor-52d1 "Foreign Minister" --of NOR --from 2017-10-20
    """
    given = GivenOffice(office=title, of=of, start=since, end=until)
    with open_store(store, create=False) as opened:
        with opened.reading() as connection:
            found = resolve_as(connection, actor, "actor").id
        _correct(opened, "office", found, msgspec.json.encode(given).decode(), (who, why, later))


@fix_app.command("undo")
def take_back(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The number of a correction.")],
    *,
    who: Who = None,
    why: Why = None,
    later: Later = False,
    store: Location = DEFAULT_STORE,
) -> None:
    """Take a correction back; both stay in the history.

    \b
    Examples:
      communique fix undo 3
    """
    with open_store(store, create=False) as opened:
        undo(opened, number, who=who or getpass.getuser(), why=why)
        _bring_about(opened, later=later)
        typer.echo(f"correction {number} no longer holds")


def history(
    record_id: Annotated[str, typer.Argument(metavar="ID", help="An event, actor, article or story.")],
    *,
    store: Location = DEFAULT_STORE,
    as_json: Json = False,
) -> None:
    """List what was corrected in something: who, when, what and why, and what was taken back.

    \b
    Examples:
      communique history event-3f2a91bc
    """
    from communique.display.tables import rows_table

    with open_store(store, create=False) as opened, opened.reading() as connection:
        found = corrections_of(connection, resolve(connection, record_id))
    if as_json:
        with console.records() as out:
            out.writelines(msgspec.json.encode(correction) + b"\n" for correction in found)
    elif found:
        columns = ("number", "at", "who", "action", "target", "field", "value", "why")
        console.results().print(rows_table(columns, ([getattr(c, name) for name in columns] for c in found)))
    else:
        console.remark("Nothing was corrected in it.")
