"""Near-identical copies: articles of an agency that several outlets print, and second editions of one article.

Sets of word shingles are compared by MinHash with banding (Broder 1997; Leskovec, Rajaraman and Ullman, ch. 3), and
what that proposes is checked on the sets themselves. Copies are grouped, never dropped: they count once as a source.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from datasketch import MinHash, MinHashLSH

from communique.linking.partition import Partition
from communique.records import Reading

#: Words in a shingle.
SHINGLE = 5
#: Share of the smaller article's shingles that is in the other at which they are copies (a copy may be cut short).
OVERLAP = 0.8
#: Articles with fewer shingles are too short to tell a copy from a formula.
FEWEST = 20
_PERMUTATIONS = 64
_PROPOSED = 0.5
_LONGEST = 20_000
_WORD = re.compile(r"\w+")

#: Sorted distinct checksums: a set of integers takes twenty times the memory.
_Shingles = npt.NDArray[np.uint32]


def find_copies(readings: Sequence[Reading]) -> dict[str, str]:
    """For each article that was read, the id of its group of copies: the least id of the articles in it.

    An article without copies is a group of its own. The order of the articles plays no part.
    """
    shingles = {r.id: _shingles(r.text) for r in sorted(readings, key=lambda r: r.id) if r.rejected is None}
    groups = Partition(shingles)
    index = MinHashLSH(threshold=_PROPOSED, num_perm=_PERMUTATIONS)
    blank = MinHash(num_perm=_PERMUTATIONS, hashfunc=_as_is)
    for article, own in shingles.items():
        if len(own) < FEWEST:
            continue
        sketch = blank.copy()  # with the same permutations, which take long to draw
        sketch.update_batch(own)
        for other in sorted(index.query(sketch)):
            if not groups.joined(article, other) and _are_copies(own, shingles[other]):
                groups.join(article, other)
        index.insert(article, sketch, check_duplication=False)
    return groups.least()


def _shingles(text: str) -> _Shingles:
    """Checksums of every run of :data:`SHINGLE` words, case and punctuation aside."""
    return np.unique(np.fromiter(_checksums(_WORD.findall(text[:_LONGEST].lower())), dtype=np.uint32))


def _checksums(words: Sequence[str]) -> Iterator[int]:
    for start in range(len(words) - SHINGLE + 1):
        yield zlib.crc32(" ".join(words[start : start + SHINGLE]).encode("utf-8", "surrogatepass"))


def _as_is(checksum: int) -> int:
    """The hash that MinHash permutes: a shingle is a 32-bit checksum already."""
    return checksum


def _are_copies(one: _Shingles, other: _Shingles) -> bool:
    return len(np.intersect1d(one, other, assume_unique=True)) >= OVERLAP * min(len(one), len(other))
