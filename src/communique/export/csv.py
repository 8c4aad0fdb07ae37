"""Records as flat CSV tables for spreadsheets: UTF-8, one header line, several values in a cell parted by ``; ``.

A text cell that a spreadsheet would run as a formula gets an apostrophe before it (the OWASP advice against CSV
injection); numbers and days are written as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any, BinaryIO

from communique.export.columns import COLUMNS
from communique.records import Record

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(what: str, records: Iterable[Record], out: BinaryIO) -> None:
    """Write a header and one line a record."""
    columns = COLUMNS[what]
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    try:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([safe_cell(value_of(record)) for value_of in columns.values()] for record in records)
    finally:
        text.detach()  # which flushes; the file stays open, it is the caller's


def safe_cell(value: Any) -> Any:  # noqa: ANN401 - a cell is text, a number, a day or None
    """The value as a cell: text that begins like a formula is marked as text."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value
