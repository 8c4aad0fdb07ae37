"""Records as JSON Lines: one JSON object a line, UTF-8."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import msgspec
import sqlalchemy as sa

from communique.export.records import stream_records
from communique.records import Record


def write_records(connection: sa.Connection, what: str, out: BinaryIO) -> None:
    """Write every record of a kind of the store."""
    write_jsonl(stream_records(connection, what), out)


def write_jsonl(records: Iterable[Record], out: BinaryIO) -> None:
    """Write one line a record."""
    encoder = msgspec.json.Encoder()
    for record in records:
        out.write(encoder.encode(record) + b"\n")
