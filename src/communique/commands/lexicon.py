"""``communique lexicon`` and ``communique explain``: the lexicon's own examples, and what it makes of a text."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

import datetime
import sys
from typing import Annotated

import typer

from communique import options, printing
from communique.choice import DEFAULT_MODEL, ReaderChoice
from communique.options import Json, Lexicon, Model

app = typer.Typer(no_args_is_help=True, help="Look after the lexicon: frames, offices, states and the rest.")


@app.command("check")
def check(*, lexicon: Lexicon = [], model: Model = DEFAULT_MODEL) -> None:  # noqa: B006
    """Run every example of every lexicon entry, the packaged ones and your own; exit with 1 when one fails.

    \b
    Examples:
      communique lexicon check
      communique lexicon check --lexicon my-lexicon/
    """
    from communique.lexicon.check import check_lexicon, count_entries

    reader = ReaderChoice(model, tuple(lexicon)).load()
    faults = 0
    for fault in check_lexicon(lexicon, reader.read_all):
        faults += 1
        typer.echo(fault)
    counts = count_entries(lexicon)
    entries, examples = sum(c.entries for c in counts), sum(c.examples for c in counts)
    typer.echo(f"{entries:,} entries in {len(counts)} lexicon files, {examples:,} examples, {faults} faults")
    if faults:
        raise typer.Exit(1)


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A sentence or a paragraph; - reads standard input.")],
    *,
    published: Annotated[
        datetime.date | None,
        typer.Option(parser=options.read_day, metavar="DAY", help="The day it was published, for words like Monday."),
    ] = None,
    model: Model = DEFAULT_MODEL,
    lexicon: Lexicon = [],  # noqa: B006
    as_json: Json = False,
) -> None:
    """Explain how a text is coded: each trigger, its frame, roles and status, what was rejected and what is not known.

    \b
    Examples:
      communique explain "Kenya agreed to host talks between Sudan and Chad."
      communique explain "Poland expelled two diplomats." --json
    """
    from communique.reading.explaining import explain as explained

    reader = ReaderChoice(model, tuple(lexicon)).load()
    found = explained(reader, sys.stdin.read() if text == "-" else text, published)
    printing.print_explanation(found, as_json=as_json)
