"""Archives of files: ZIP, and single files in gzip, unpacked within bounds into a folder that goes away again.

What an archive announces is added up before anything is unpacked, and counted again meanwhile, so that a small file
that unpacks to a huge one (a "bomb") is refused.
"""

from __future__ import annotations

import contextlib
import gzip
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

import msgspec

from communique.records import Article
from communique.sources.rejected import RejectedSource, reject

#: The most that is unpacked of one archive, in bytes, and in files.
MOST_BYTES = 1_000_000_000
MOST_FILES = 20_000
_CHUNK = 1 << 20
_BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError)


class _TooMuchError(ValueError):
    """More is in an archive than is unpacked."""


@contextlib.contextmanager
def unpacked(path: Path) -> Iterator[Path | RejectedSource]:
    """A folder with what is in an archive, as long as it is needed, or why it cannot be unpacked."""
    with tempfile.TemporaryDirectory(prefix="communique-") as name:
        folder = Path(name)
        yield _unpack(path, folder) or folder


def under_its_name(
    items: Iterable[Article | RejectedSource], folder: Path, archive: Path
) -> Iterator[Article | RejectedSource]:
    """What was read from an unpacked archive, with sources that name the archive."""
    before, after = str(folder), str(archive)
    for item in items:
        source = (item.source or before).replace(before, after, 1)
        if isinstance(item, Article):
            yield msgspec.structs.replace(item, source=source)
        else:
            yield reject(source, item.reason, item.detail.replace(before, after))


def _unpack(path: Path, folder: Path) -> RejectedSource | None:
    try:
        if path.name.lower().endswith(".gz"):
            with gzip.open(path) as stream:
                _copy(cast("IO[bytes]", stream), folder / path.name[: -len(".gz")], MOST_BYTES)
        else:
            _unpack_zip(path, folder)
    except _TooMuchError as error:
        return reject(str(path), "too large", f"{error}; unpack it yourself and read the folder")
    except _BROKEN as error:
        return reject(str(path), "malformed", f"the archive is broken, cut off or encrypted: {error}")
    return None


def _unpack_zip(path: Path, folder: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if len(members) > MOST_FILES:
            raise _TooMuchError(f"more than {MOST_FILES:,} files in one archive")
        if sum(member.file_size for member in members) > MOST_BYTES:
            raise _TooMuchError(f"more than {MOST_BYTES // 1_000_000:,} MB when unpacked")
        left = MOST_BYTES
        for member in members:
            to = _place(folder, member.filename)
            if to is not None:
                with archive.open(member) as stream:
                    left -= _copy(stream, to, left)


def _place(folder: Path, name: str) -> Path | None:
    """Where in the folder a member goes; nowhere, when its name would lead out of it or cannot be a file's."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
    if not parts or ".." in parts or "\0" in name or any(len(part.encode()) > 255 for part in parts):
        return None
    to = folder.joinpath(*parts)
    to.parent.mkdir(parents=True, exist_ok=True)
    return to


def _copy(stream: IO[bytes], to: Path, most: int) -> int:
    """Copy no more than so many bytes; say how many they were."""
    size = 0
    with to.open("wb") as file:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise _TooMuchError(f"more than {MOST_BYTES // 1_000_000:,} MB when unpacked")
            file.write(chunk)
    return size
