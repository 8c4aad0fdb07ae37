"""The files of a folder, in order, each with what a ``metadata.jsonl`` beside or above it says about it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from communique.sources.decoding import unreadable
from communique.sources.jsonl import objects
from communique.sources.rejected import RejectedSource, reject

METADATA = "metadata.jsonl"

About = Mapping[str, Any]


def walk(folder: Path) -> Iterator[tuple[Path, About] | RejectedSource]:
    """All files below a folder, folder by folder in the order of their names; hidden ones and links to folders not."""
    failures: list[OSError] = []
    known: dict[Path, About] = {}
    for where, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if METADATA in files:
            about, rejected = read_metadata(Path(where, METADATA))
            known |= about
            yield from rejected
        for name in sorted(files):
            if not name.startswith(".") and name != METADATA:
                path = Path(where, name)
                yield path, known.pop(path, {})
    yield from (unreadable(str(error.filename), error) for error in failures)


def read_metadata(path: Path) -> tuple[dict[Path, About], list[RejectedSource]]:
    """What a metadata file says, by the file that each line is about, and the lines that cannot be used."""
    about: dict[Path, About] = {}
    rejected: list[RejectedSource] = []
    try:
        with path.open("rb") as stream:
            for number, fields in objects(stream, str(path)):
                if isinstance(fields, RejectedSource):
                    rejected.append(fields)
                elif problem := _problem(path.parent, fields):
                    rejected.append(reject(f"{path}:{number}", "malformed", f"line {number}: {problem}"))
                else:
                    about[path.parent / fields["file"]] = fields
    except OSError as error:
        rejected.append(unreadable(str(path), error))
    return about, rejected


def _problem(folder: Path, fields: About) -> str | None:
    name = fields.get("file")
    if not isinstance(name, str) or not name or "\0" in name:
        return 'no "file"; name the file that the line is about'
    if not (folder / name).is_file():
        return f"there is no file {name!r} in {folder}"
    return None
