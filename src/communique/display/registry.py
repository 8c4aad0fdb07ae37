"""Actors as a table: name, what they are, offices, and how often they are spoken of."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from communique.display.text import safe, shortened
from communique.display.values import short_id
from communique.records import Actor

_LONGEST_CELL = 60


def actors_table(actors: Iterable[Actor]) -> Table:
    """A row an actor."""
    table = Table()
    for column in ("name", "type", "country", "sector", "offices"):
        table.add_column(column)
    table.add_column("mentions", justify="right")
    table.add_column("id", no_wrap=True)
    for actor in actors:
        offices = ", ".join(dict.fromkeys(office.office for office in actor.offices))
        table.add_row(
            safe(actor.name, "bold"),
            actor.type,
            actor.country or "",
            actor.sector or "",
            Text(shortened(offices, _LONGEST_CELL)),
            f"{actor.mentions:,}",
            Text(short_id(actor.id), style="dim"),
        )
    return table
