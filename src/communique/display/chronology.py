"""Events as a table in the order of their days."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from communique.display.days import day_text, time_text
from communique.display.text import shortened
from communique.display.values import STATUS_STYLES, place_text, short_id, topics_text, who_text
from communique.records import Event

_LONGEST_CELL = 160


def chronology(events: Sequence[Event], title: str | None = None) -> Table:
    """One row an event: day, status, kind, who, where, about what, in how many outlets, and its id."""
    table = Table(title=Text(title) if title is not None else None, title_justify="left", expand=False)
    table.add_column("day", no_wrap=True)
    table.add_column("status", no_wrap=True)
    table.add_column("kind")
    table.add_column("who", ratio=4)
    table.add_column("where", ratio=2)
    table.add_column("about", ratio=3)
    table.add_column("outlets", justify="right")
    table.add_column("id", no_wrap=True)
    for event in events:
        table.add_row(*_cells(event))
    return table


def _cells(event: Event) -> list[Text]:
    return [
        _day(event),
        Text(event.status, style=STATUS_STYLES.get(event.status, "")),
        Text(shortened(event.kind, _LONGEST_CELL)),
        Text(shortened(who_text(event.participants), _LONGEST_CELL)),
        Text(shortened(place_text(event.place), _LONGEST_CELL)),
        Text(shortened(topics_text(event), _LONGEST_CELL)),
        Text(str(event.outlets)),
        Text(short_id(event.id), style="dim"),
    ]


def _day(event: Event) -> Text:
    """When it was; where that is not known, when it was first told."""
    if event.time is None and event.first_reported is not None:
        return Text(f"? told {day_text(event.first_reported)}", style="dim")
    return Text(time_text(event.time) or "?")
