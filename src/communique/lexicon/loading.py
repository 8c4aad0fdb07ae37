"""Reading lexicon files: TOML, one ``[[entry]]`` table an entry, each with examples of its own.

The packaged files lie beside this module; a user's folder may hold files of the same names, whose entries are read
after the packaged ones and win over them where both name the same thing. An entry without an example does not load.

Parsing TOML takes half of the time in which a command starts, so the packaged files, which are the largest, are kept
as MessagePack in the user's cache once they have loaded.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from communique.caching import keep, kept
from communique.errors import LexiconError

PACKAGED = Path(__file__).parent


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all lexicon entries; each kind of entry adds its fields and the type of its ``examples``."""


E = TypeVar("E", bound=Entry)


def read_entries(name: str, entry_type: type[E], folders: Sequence[Path] = ()) -> tuple[E, ...]:
    """All entries of ``NAME.toml`` and of the files in ``NAME.d/``, those of the package before those of the folders.

    Raises:
        LexiconError: a file is not TOML, an entry lacks a field, has one too many, or has no example, or two entries
            of one folder share an ``id``.

    """
    found: list[E] = []
    for folder in (PACKAGED, *folders):
        seen: dict[str, Path] = {}
        for file in _files(folder, name):
            for entry in _read_file(file, entry_type):
                _note_id(entry, file, seen)
                found.append(entry)
    return tuple(found)


def _note_id(entry: Entry, file: Path, seen: dict[str, Path]) -> None:
    name: str | None = getattr(entry, "id", None)
    if name is None:
        return
    if name in seen:
        raise LexiconError(f"{file}: a second entry with the id {name!r}, which {seen[name]} has too; rename one")
    seen[name] = file


def _files(folder: Path, name: str) -> list[Path]:
    single = folder / f"{name}.toml"
    several = sorted((folder / f"{name}.d").glob("*.toml"))
    return [single, *several] if single.is_file() else several


def _read_file(path: Path, entry_type: type[E]) -> list[E]:
    text = path.read_bytes()
    if not path.is_relative_to(PACKAGED):
        return _convert_all(path, _parse(path, text), entry_type)
    digest = hashlib.sha256(text).hexdigest()
    if (file := kept(path.name, digest)) is not None:
        try:
            return msgspec.msgpack.decode(file.read_bytes(), type=list[entry_type])  # type: ignore[valid-type]
        except (OSError, msgspec.MsgspecError):  # it is damaged, or entries have other fields now
            pass
    tables = _parse(path, text)
    entries = _convert_all(path, tables, entry_type)
    keep(path.name, digest, msgspec.msgpack.encode(tables))
    return entries


def _parse(path: Path, text: bytes) -> list[dict[str, Any]]:
    """The tables of the entries of a file."""
    try:
        content = tomllib.loads(text.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: not valid TOML: {error}") from error
    if unknown := set(content) - {"entry"}:
        raise LexiconError(f"{path}: unknown table {sorted(unknown)[0]!r}; entries are written as [[entry]]")
    tables: list[dict[str, Any]] = content.get("entry", [])
    return tables


def _convert_all(path: Path, tables: Sequence[dict[str, Any]], entry_type: type[E]) -> list[E]:
    return [_convert(path, number, table, entry_type) for number, table in enumerate(tables, start=1)]


def _convert(path: Path, number: int, table: dict[str, Any], entry_type: type[E]) -> E:
    label = next((str(table[key]) for key in ("id", "name", "kind") if key in table), "")
    where = f"{path}: entry {number}{f' ({label})' if label else ''}"
    if not table.get("examples"):
        raise LexiconError(f"{where}: no examples; give at least one sentence that shows what the entry is for")
    try:
        return msgspec.convert(table, entry_type)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{where}: {error}") from error
