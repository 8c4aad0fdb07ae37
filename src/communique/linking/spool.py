"""Records on disk while linking goes on, so that memory need not hold all that was read."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import BinaryIO

_LENGTH = 4


class Spool:
    """Byte strings in a file of their own, each found again by where it begins.

    A spool that is sent to another process reads the same file there. The file is removed when the spool that made it
    is no longer referred to.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="communique-", ignore_cleanup_errors=True)
        self._path = Path(self._folder.name) / "records"
        self._out = self._path.open("wb")
        self._in: BinaryIO | None = None
        self._end = 0
        self._written = True

    def put(self, record: bytes) -> int:
        """Append a record; the number that comes back finds it."""
        begin, self._end = self._end, self._end + _LENGTH + len(record)
        self._out.write(len(record).to_bytes(_LENGTH, "little"))
        self._out.write(record)
        self._written = False
        return begin

    def get(self, begin: int) -> bytes:
        """The record that begins there."""
        self._flush()
        if self._in is None:
            self._in = self._path.open("rb")
        self._in.seek(begin)
        return self._in.read(int.from_bytes(self._in.read(_LENGTH), "little"))

    def _flush(self) -> None:
        if not self._written:
            self._out.flush()
            self._written = True

    def __getstate__(self) -> Path:
        self._flush()
        return self._path

    def __setstate__(self, path: Path) -> None:
        self._path, self._in, self._written = path, None, True
