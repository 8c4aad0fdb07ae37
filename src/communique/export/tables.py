"""The flat tables of each kind of record, for spreadsheets and data frames.

``csv`` and ``tsv`` hold several values of a cell parted by ``; ``. ``parquet`` and ``arrow`` (the IPC stream format)
hold the same columns with types of their own: days, numbers and text, and null where nothing is known.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

import sqlalchemy as sa

from communique.errors import InputError
from communique.export.columns import COLUMNS, TYPES
from communique.export.delimited import write_rows
from communique.export.records import stream_records
from communique.records import Record

if TYPE_CHECKING:
    import pyarrow as pa

_AT_ONCE = 4096


def write_csv(connection: sa.Connection, what: str, out: BinaryIO) -> None:
    """The table as CSV with a header."""
    write_rows(COLUMNS[what], _rows(connection, what), out)


def write_tsv(connection: sa.Connection, what: str, out: BinaryIO) -> None:
    """The table as tab-separated values with a header."""
    write_rows(COLUMNS[what], _rows(connection, what), out, "\t")


def write_parquet(connection: sa.Connection, what: str, out: BinaryIO) -> None:
    """The table as Parquet, compressed with Zstandard."""
    _arrow()
    import pyarrow.parquet as pq

    with pq.ParquetWriter(out, table_schema(what), compression="zstd") as writer:
        for batch in record_batches(what, stream_records(connection, what)):
            writer.write_batch(batch)


def write_arrow(connection: sa.Connection, what: str, out: BinaryIO) -> None:
    """The table as an Arrow IPC stream."""
    arrow = _arrow()
    with arrow.ipc.new_stream(out, table_schema(what)) as writer:
        for batch in record_batches(what, stream_records(connection, what)):
            writer.write_batch(batch)


def table_schema(what: str) -> pa.Schema:
    """Names and types of the columns of a table."""
    arrow = _arrow()
    types = {
        "day": arrow.date32(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "yes or no": arrow.bool_(),
        "text": arrow.string(),
    }
    return arrow.schema([(name, types[TYPES.get(name, "text")]) for name in COLUMNS[what]])


def record_batches(what: str, records: Iterable[Record]) -> Iterator[pa.RecordBatch]:
    """The records as columns of the table, some thousands at a time."""
    arrow, schema = _arrow(), table_schema(what)
    stream = iter(records)
    while batch := list(islice(stream, _AT_ONCE)):
        columns = [
            arrow.array([_typed(value_of(record)) for record in batch], type=field.type)
            for field, value_of in zip(schema, COLUMNS[what].values(), strict=True)
        ]
        yield arrow.RecordBatch.from_arrays(columns, schema=schema)


def _typed(value: object) -> object:
    """A cell as a typed column takes it: an empty text is a value that is not known."""
    return value if isinstance(value, (int, float, datetime.date)) else (value or None)


def _rows(connection: sa.Connection, what: str) -> Iterator[list[Any]]:
    values = COLUMNS[what].values()
    return ([value_of(record) for value_of in values] for record in stream_records(connection, what))


def _arrow() -> Any:  # noqa: ANN401 - the module
    try:
        import pyarrow
        import pyarrow.ipc
    except ImportError as error:
        raise InputError("Parquet and Arrow need pyarrow; install it with: pip install 'communique[tables]'") from error
    return pyarrow
