"""Static vectors of word forms by the hash of the form, without the table of hashes that spaCy makes when it loads.

The hashes of half a million forms are kept sorted, and found by bisection. Both they and the vectors stay on disk, and
those that are asked for come into memory.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from communique.caching import keep, kept

_NAME = "vectors"


class StaticVectors(Protocol):
    """What gives the vectors of forms; spaCy's own table does, too."""

    data: NDArray[np.float32]

    def find(self, *, keys: NDArray[np.uint64]) -> NDArray[np.intp]:
        """The rows of the vectors of forms by their hashes, -1 where there is none."""
        ...


class SortedVectors:
    """Vectors, and sorted hashes with the row of each."""

    def __init__(self, data: NDArray[np.float32], keys: NDArray[np.uint64], rows: NDArray[np.uint64]) -> None:
        self.data, self._keys, self._rows = data, keys, rows

    def find(self, *, keys: NDArray[np.uint64]) -> NDArray[np.intp]:
        """The rows of the vectors of forms by their hashes, -1 where there is none."""
        places = np.searchsorted(self._keys, keys)
        places[places == len(self._keys)] = 0
        found: NDArray[np.intp] = np.where(self._keys[places] == keys, self._rows[places].astype(np.intp), -1)
        return found


def load_vectors(folder: Path, digest: str) -> SortedVectors:
    """The vectors that a vocabulary's folder holds; ``digest`` is that of its file of hashes.

    Raises:
        OSError: a file cannot be read.

    """
    data = np.load(folder / "vectors", mmap_mode="r", allow_pickle=False)
    keys, rows = _kept(digest) or _sorted(folder / "key2row", digest)
    return SortedVectors(data, keys, rows)


def _kept(digest: str) -> tuple[NDArray[np.uint64], NDArray[np.uint64]] | None:
    """The sorted hashes and their rows from the cache."""
    file = kept(_NAME, digest)
    if file is None:
        return None
    try:
        keys, rows = np.load(file, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError):
        return None
    return keys, rows


def _sorted(file: Path, digest: str) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The sorted hashes and their rows from a vocabulary's own file, and into the cache."""
    known = msgspec.msgpack.decode(file.read_bytes(), type=dict[int, int])
    both = np.array([list(known), list(known.values())], dtype=np.uint64)
    both = both[:, both[0].argsort()]
    content = io.BytesIO()
    np.save(content, both, allow_pickle=False)
    keep(_NAME, digest, content.getvalue())
    return both[0], both[1]
