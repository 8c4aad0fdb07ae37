"""Rows of cells as CSV or TSV: UTF-8, safe to open in a spreadsheet.

A text cell that a spreadsheet would run as a formula gets an apostrophe before it (the OWASP advice against CSV
injection); numbers and days are written as they are. TSV has no quoting that all its readers know, so tabs and line
breaks within a cell become spaces there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO, Literal

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ONE_LINE = str.maketrans(dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))
Delimiter = Literal[",", "\t"]


def write_rows(
    header: Iterable[str] | None, rows: Iterable[Sequence[Any]], out: BinaryIO, delimiter: Delimiter = ","
) -> None:
    """Write a header, if there is one, and the rows; an empty cell is a value that is not known."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    try:
        if delimiter == ",":
            writer = csv.writer(text, lineterminator="\n")
            if header is not None:
                writer.writerow(header)
            writer.writerows([safe_cell(cell) for cell in row] for row in rows)
        else:
            if header is not None:
                text.write("\t".join(header) + "\n")
            text.writelines("\t".join(map(_tsv_cell, row)) + "\n" for row in rows)
    finally:
        text.detach()  # which flushes; the file stays open, it is the caller's


def safe_cell(value: Any) -> Any:  # noqa: ANN401 - a cell is text, a number, a day or None
    """The value as a cell: text that begins like a formula is marked as text."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


def _tsv_cell(value: object) -> str:
    return "" if value is None else str(safe_cell(value)).translate(_ONE_LINE)
