"""Records as JSON Lines: one JSON object a line, UTF-8."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from communique.records import Record


def write_jsonl(records: Iterable[Record], out: BinaryIO) -> None:
    """Write one line a record."""
    encoder = msgspec.json.Encoder()
    for record in records:
        out.write(encoder.encode(record) + b"\n")
