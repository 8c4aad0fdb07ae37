"""``communique actors``: who is in the record, and why several names are taken for one actor's."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

import communique
from communique import console
from communique.options import DEFAULT_STORE, Json, Location
from communique.records import ActorType

app = typer.Typer(help="Who is in the record: list the actors, or show one with names, offices and events.")


@app.command("list")
def list_(
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="Words of a name.")] = None,
    *,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="The country, by its ISO 3166 alpha-3 code.")
    ] = None,
    kind: Annotated[
        ActorType | None, typer.Option("--type", help="person, state, organisation, group or place.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many at most.")] = 50,
    store: Location = DEFAULT_STORE,
    as_json: Json = False,
) -> None:
    """List the actors of the record, those that are spoken of most first.

    \b
    Examples:
      communique actors list
      communique actors list minister --country FRA --type person
    """
    from communique.display.registry import actors_table
    from communique.store.registry import list_actors

    with communique.open_store(store, create=False) as opened:
        found = list_actors(opened, text, country=country.upper() if country else None, kind=kind)
    if as_json:
        with console.records() as out:
            out.writelines(msgspec.json.encode(actor) + b"\n" for actor in found[:limit])
        return
    console.results().print(actors_table(found[:limit]))
    if len(found) > limit:
        console.remark(f"{limit} of {len(found):,} actors; --limit shows more")
