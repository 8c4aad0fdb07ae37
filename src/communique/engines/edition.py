"""Which reader, and which linking: digests of the code and data behind a result.

What was read by another edition is read again, so that a record never mixes the work of two.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_SUFFIXES = {".py", ".toml", ".table"}


def reader_edition(model: str, lexicon: Sequence[Path] = ()) -> str:
    """Digest of the reading code, the lexicon (the user's own folders with it) and the model's name."""
    folders = [_PACKAGE / "reading", _PACKAGE / "lexicon", *lexicon]
    return _digest(model, [_PACKAGE / "records.py", *(file for folder in folders for file in _files(folder))])


def linking_edition() -> str:
    """Digest of the linking code and of the lexicon, which linking may use."""
    folders = [_PACKAGE / "linking", _PACKAGE / "lexicon"]
    return _digest("linking", [_PACKAGE / "records.py", *(file for folder in folders for file in _files(folder))])


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in _SUFFIXES and path.is_file())


def _digest(name: str, files: Iterable[Path]) -> str:
    state = hashlib.blake2b(name.encode(), digest_size=8)
    for file in files:
        state.update(f"\x1e{file.name}\x1f".encode())
        state.update(file.read_bytes())
    return state.hexdigest()
