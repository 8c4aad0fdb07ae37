"""Writing an export to a stream, or to a file that appears whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from communique.errors import InputError
from communique.export.formats import writer_of
from communique.store.database import Store


def export_records(store: Store, what: str, form: str, out: Path | BinaryIO) -> None:
    """Write every record of a kind in a format; a file is written beside its place first and then moved there.

    Raises:
        InputError: there is no such kind or format, a library that it needs is missing, or the file cannot be written.

    """
    write = writer_of(form, what)
    with store.reading() as connection:
        if isinstance(out, Path):
            with whole_file(out) as stream:
                write(connection, what, stream)
        else:
            write(connection, what, out)


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes its place when it is complete; nothing is left when it is not.

    Raises:
        InputError: the file cannot be written.

    """
    unfinished = path.with_name(f".{path.name}.part")
    try:
        with unfinished.open("w+b") as stream:
            yield stream
        unfinished.replace(path)
    except OSError as error:
        raise InputError(
            f"cannot write {path}: {error.strerror or error}; name a file in a folder that exists"
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
