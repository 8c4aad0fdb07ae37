"""Plain tables: counts by period, hits of a search, and the rows of a question to the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from communique.display.text import plain, shortened
from communique.display.values import short_id
from communique.store.periods import Period
from communique.store.searching import Hit

_LONGEST_CELL = 200
_BAR = 20


def periods_table(periods: Sequence[Period]) -> Table:
    """A row a period, with a bar as long as its number of events."""
    table = Table()
    table.add_column("period", no_wrap=True)
    for name in ("events", "happened", "ahead", "called off", "cooperation", "conflict", "score"):
        table.add_column(name, justify="right")
    table.add_column("")
    most = max((period.events for period in periods), default=1)
    for period in periods:
        counts = (period.happened, period.ahead, period.called_off, period.cooperation, period.conflict)
        mean = f"{period.score:+.1f}" if period.score is not None else ""
        bar = "\N{BOX DRAWINGS HEAVY HORIZONTAL}" * max(1, round(_BAR * period.events / most))
        table.add_row(period.period, str(period.events), *(str(n or "") for n in counts), mean, Text(bar, style="cyan"))
    return table


def hits_table(hits: Sequence[Hit]) -> Table:
    """A row a hit: what it is, its id, and the piece of its text."""
    table = Table()
    table.add_column("what", no_wrap=True)
    table.add_column("text", ratio=1)
    table.add_column("id", no_wrap=True)
    for hit in hits:
        table.add_row(hit.kind, Text(shortened(hit.piece, _LONGEST_CELL)), Text(short_id(hit.id), style="dim"))
    return table


def rows_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """The rows of a question, each cell shortened to what a terminal can show."""
    table = Table()
    for column in columns:
        table.add_column(Text(plain(column)))
    for row in rows:
        table.add_row(*(Text("" if cell is None else shortened(str(cell), _LONGEST_CELL)) for cell in row))
    return table
