"""Near-identical copies: articles of an agency that several outlets print, and second editions of one article.

Sets of word shingles are compared by MinHash with banding (Broder 1997; Leskovec, Rajaraman and Ullman, ch. 3), and
what that proposes is checked on the sets themselves. Copies are grouped, never dropped: they count once as a source.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

import numpy as np
import numpy.typing as npt

from communique.linking.partition import Partition
from communique.linking.spool import Spool

#: Words in a shingle.
SHINGLE = 5
#: Share of the smaller article's shingles that is in the other at which they are copies (a copy may be cut short).
OVERLAP = 0.8
#: Articles with fewer shingles are too short to tell a copy from a formula.
FEWEST = 20
#: Articles that have half of their shingles in common are proposed: of all ways to part 64 minima into bands, this one
#: errs least there.
_BANDS, _ROWS = 14, 4
_PERMUTATIONS = 64
_LONGEST = 20_000
_WORD = re.compile(r"\w+")

#: Sorted distinct checksums: a set of integers takes twenty times the memory.
_Shingles = npt.NDArray[np.uint32]


class Copies:
    """Takes articles one by one, and finds the groups of copies when all are known."""

    def __init__(self) -> None:
        self._articles: list[str] = []
        self._shingles = Spool()
        self._begins = array("q")
        self._numbers = array("q")  # of the articles that are long enough to tell
        self._bands = bytearray()

    def add(self, article: str, shingles: bytes, bands: bytes) -> None:
        """Take an article's id and :func:`sketch`."""
        if bands:
            self._numbers.append(len(self._articles))
            self._bands += bands
        self._articles.append(article)
        self._begins.append(self._shingles.put(shingles))

    def groups(self) -> dict[str, str]:
        """For each article the id of its group of copies: the least id of the articles in it.

        An article without copies is a group of its own. The order of the articles plays no part.
        """
        groups = Partition(self._articles)
        for one, other in self._proposed():
            ids = self._articles[one], self._articles[other]
            if not groups.joined(*ids) and _are_copies(self._sketched(one), self._sketched(other)):
                groups.join(*ids)
        return groups.least()

    def _proposed(self) -> Iterator[tuple[int, int]]:
        """Pairs of articles that share a band."""
        if not self._numbers:
            return
        bands = np.frombuffer(self._bands, dtype=np.uint64).reshape(len(self._numbers), -1)
        for column in bands.T:
            order = np.argsort(column, kind="stable")
            edges = np.flatnonzero(np.diff(column[order])) + 1
            begins, ends = np.concatenate([[0], edges]), np.concatenate([edges, [len(order)]])
            for k in np.flatnonzero(ends - begins > 1):
                yield from combinations((self._numbers[i] for i in order[begins[k] : ends[k]]), 2)

    def _sketched(self, number: int) -> _Shingles:
        return np.frombuffer(self._shingles.get(self._begins[number]), dtype=np.uint32)


def sketch(text: str) -> tuple[bytes, bytes]:
    """The shingles of a text as sorted distinct 32-bit checksums, and its bands as 64-bit numbers.

    Texts that are much alike share a band. One that is too short to tell a copy from a formula has none.
    """
    shingles = _shingles(text)
    if len(shingles) < FEWEST:
        return shingles.tobytes(), b""
    values = _minima(shingles)[: _BANDS * _ROWS].astype(np.uint64).reshape(_BANDS, _ROWS)
    bands = (blake2b(band.tobytes(), digest_size=8).digest() for band in values)
    return shingles.tobytes(), b"".join(bands)


def _minima(shingles: _Shingles) -> _Shingles:
    """The least of the shingles in each of some permutations of all numbers of 32 bits.

    A permutation is a step of MurmurHash3 that mixes the bits (Appleby 2011), the same for all, and an affine map with
    an odd factor: such a map meets no number twice.
    """
    mixed = shingles.copy()
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35), (16, 1)):
        mixed ^= mixed >> np.uint32(shift)
        mixed *= np.uint32(factor)
    factors, terms = _permutations()
    least: _Shingles = (mixed[:, None] * factors + terms).min(axis=0)
    return least


@lru_cache(maxsize=1)
def _permutations() -> tuple[_Shingles, _Shingles]:
    """The factors and terms of the affine maps, the same in every process."""
    draw = np.random.RandomState(1)
    factors = draw.randint(0, 1 << 31, _PERMUTATIONS, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return factors, draw.randint(0, 1 << 32, _PERMUTATIONS, dtype=np.uint32)


def _shingles(text: str) -> _Shingles:
    """Checksums of every run of :data:`SHINGLE` words, case and punctuation aside."""
    return np.unique(np.fromiter(_checksums(_WORD.findall(text[:_LONGEST].lower())), dtype=np.uint32))


def _checksums(words: Sequence[str]) -> Iterator[int]:
    for start in range(len(words) - SHINGLE + 1):
        yield zlib.crc32(" ".join(words[start : start + SHINGLE]).encode("utf-8", "surrogatepass"))


def _are_copies(one: _Shingles, other: _Shingles) -> bool:
    return len(np.intersect1d(one, other, assume_unique=True)) >= OVERLAP * min(len(one), len(other))
