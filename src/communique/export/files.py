"""Writing an export to a stream, or to a file that appears whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Literal

from communique.errors import InputError
from communique.export.csv import write_csv
from communique.export.jsonl import write_jsonl
from communique.export.records import stream_records
from communique.store.database import Store

Format = Literal["jsonl", "csv"]


def export_records(store: Store, what: str, form: Format, out: Path | BinaryIO) -> None:
    """Write every record of a kind. A file is written beside its place first and then moved there.

    Raises:
        InputError: there is no such kind, or the file cannot be written.

    """
    if not isinstance(out, Path):
        _write(store, what, form, out)
        return
    unfinished = out.with_name(f".{out.name}.part")
    try:
        with unfinished.open("wb") as stream:
            _write(store, what, form, stream)
        unfinished.replace(out)
    except OSError as error:
        raise InputError(
            f"cannot write {out}: {error.strerror or error}; name a file in a folder that exists"
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _write(store: Store, what: str, form: Format, out: BinaryIO) -> None:
    with store.reading() as connection:
        records = stream_records(connection, what)
        if form == "csv":
            write_csv(what, records, out)
        else:
            write_jsonl(records, out)
