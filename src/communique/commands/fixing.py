"""``communique fix`` and ``communique history``: what people correct, and what became of it."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

import contextlib
import datetime
import getpass
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

import communique
from communique import console, options
from communique.corrections import FIELDS
from communique.options import DEFAULT_STORE, Json, Location

if TYPE_CHECKING:
    from communique.correcting import Desk
    from communique.corrections import Correction
    from communique.store.database import Store

fix_app = typer.Typer(no_args_is_help=True, help="Correct the record; what is corrected holds whatever is read later.")
Why = Annotated[str | None, typer.Option("--why", metavar="WORDS", help="The reason, kept with the correction.")]
Who = Annotated[
    str | None, typer.Option("--who", metavar="NAME", envvar="COMMUNIQUE_USER", help="Who corrects; you, if not given.")
]
Later = Annotated[bool, typer.Option("--later", help="Only write it down; the next communique read brings it about.")]


@contextlib.contextmanager
def _at_desk(store: str, who: str | None, *, later: bool) -> Iterator[tuple[Desk, Store]]:
    with communique.open_store(store, create=False) as opened:
        yield communique.Desk(opened, who=who or getpass.getuser(), patient=later), opened


def _say(made: Correction) -> None:
    typer.echo(
        f"correction {made.number}: {made.action} {made.target}; undo it with: communique fix undo {made.number}"
    )


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
    with _at_desk(store, who, later=later) as (desk, _):
        _say(desk.merge(one, other, why=why))


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
    with _at_desk(store, who, later=later) as (desk, _):
        _say(desk.split(whole, part, why=why))


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
    with _at_desk(store, who, later=later) as (desk, opened):
        if field == "kind":
            options.check_kinds([value], opened)
        _say(desk.set(event, field, value, why=why))


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
    with _at_desk(store, who, later=later) as (desk, _):
        _say(desk.wrong(report, why=why))


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
    with _at_desk(store, who, later=later) as (desk, _):
        _say(desk.rename(actor, name, why=why))


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
    with _at_desk(store, who, later=later) as (desk, _):
        _say(desk.office(actor, title, of=of, start=since, end=until, why=why))


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
    with _at_desk(store, who, later=later) as (desk, _):
        desk.undo(number, why=why)
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
    from communique.store.corrections import corrections_of
    from communique.store.lookup import resolve

    with communique.open_store(store, create=False) as opened, opened.reading() as connection:
        found = corrections_of(connection, resolve(connection, record_id))
    if as_json:
        with console.records() as out:
            out.writelines(msgspec.json.encode(correction) + b"\n" for correction in found)
    elif found:
        columns = ("number", "at", "who", "action", "target", "field", "value", "why")
        console.results().print(rows_table(columns, ([getattr(c, name) for name in columns] for c in found)))
    else:
        console.remark("Nothing was corrected in it.")
