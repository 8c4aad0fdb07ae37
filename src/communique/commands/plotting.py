"""``communique plot``: a plot of the events that match, as a file."""

# ruff: noqa: D301 - a backspace in a docstring tells the help to keep the lines of the examples

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import communique
from communique import options
from communique.commands import conditions as given
from communique.options import DEFAULT_STORE, Location


class Plot(StrEnum):
    """What can be drawn."""

    timeline = "timeline"
    dyad = "dyad"
    network = "network"
    map = "map"


def plot(
    what: Annotated[Plot, typer.Argument(metavar="WHAT", help=f"One of: {', '.join(Plot)}.")],
    *,
    out: Annotated[Path, typer.Option(metavar="FILE", dir_okay=False, help="The file: .svg, .png or .html.")],
    who: given.Who = None,
    dyad: given.Dyad = None,
    kind: given.Kind = [],  # noqa: B006 - typer's way
    since: given.Since = None,
    until: given.Until = None,
    topic: given.Topic = None,
    where: given.Where = None,
    store: Location = DEFAULT_STORE,
) -> None:
    """Draw the events that match: over time, as the score of a dyad, as who has to do with whom, or on a map.

    \b
    Examples:
      communique plot timeline --who Russia --out russia.svg
      communique plot dyad --dyad USA:RUS --out score.png
      communique plot network --from 2017 --out network.html
    """
    from communique.plotting import save_plot

    sides = options.read_dyad(dyad) if dyad is not None else None
    if what is Plot.dyad and sides is None:
        raise typer.BadParameter("a plot of a dyad needs its two sides, as USA:RUS", param_hint="--dyad")
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
        save_plot(opened, what.value, query, out)
