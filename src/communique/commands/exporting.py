"""``communique export``: records of the store, for other programs."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import communique
from communique import console, printing
from communique.options import DEFAULT_STORE, Format, Location, What


def export(
    what: Annotated[
        What, typer.Argument(metavar="WHAT", help="events, reports, statements, actors, stories, articles or rejected.")
    ],
    *,
    form: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help=f"One of: {', '.join(Format)}.")
    ] = Format.jsonl,
    store: Location = DEFAULT_STORE,
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE", dir_okay=False, help="The file to write; standard output if not given."),
    ] = None,
) -> None:
    """Write records of the store: as JSON Lines, as tables, or in the formats of other programs.

    Tables (csv, tsv, parquet, arrow) hold any kind of record, and the others
    the kinds that they are made for. The same store gives the same bytes. In
    CSV and TSV, a text that a spreadsheet would run as a formula begins with
    an apostrophe.

    \b
    Examples:
      communique export events --format csv --output events.csv
      communique export events --format parquet --output events.parquet
      communique export events --format icalendar > events.ics
      communique export reports > reports.jsonl
    """
    from communique.export.files import export_records

    with communique.open_store(store, create=False) as opened:
        if output is not None:
            export_records(opened, what.value, form.value, output)
        else:
            with console.records() as out:
                export_records(opened, what.value, form.value, out)
        printing.warn_unlinked(opened)
