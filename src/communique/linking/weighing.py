"""The unit vectors of many articles, out of the terms of each.

The weight of a term is (1 + log tf) · idf^1.5, and vectors have unit length. The rarity of a term is taken from the set
of articles itself, smoothed as if :data:`BACKGROUND` more articles without it stood beside them: in a handful of
articles about one thing the words they share must not look common.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from communique.linking.spool import Spool
from communique.linking.vectors import Vector

#: Articles without any of the terms that are thought to stand beside the set.
BACKGROUND = 500
#: A word in one article only compares with nothing; half its weight keeps it from drowning what does.
LONE_WEIGHT = 0.5
#: The heaviest terms of an article that are kept.
TERMS = 100
#: Articles whose vectors are remembered as dictionaries: groups of articles are compared again and again.
_MOST_REMEMBERED = 4096

Numbers = npt.NDArray[np.int64]
Columns = npt.NDArray[np.int32]
Weights = npt.NDArray[np.float64]


class Vectors:
    """The unit vectors of articles by number, in compressed sparse rows: those of a million articles fit in memory.

    ``terms`` are in alphabetical order; row ``i`` lies between ``begins[i]`` and ``begins[i + 1]`` of ``columns``, the
    ascending numbers of its terms, and of ``weights``. It is empty for an article without words.
    """

    def __init__(self, terms: Sequence[str], begins: Numbers, columns: Columns, weights: Weights) -> None:
        self.terms, self.begins, self.columns, self.weights = terms, begins, columns, weights
        self._remembered = lru_cache(maxsize=_MOST_REMEMBERED)(self._vector)

    def __len__(self) -> int:
        return len(self.begins) - 1

    def row(self, number: int) -> tuple[Columns, Weights]:
        """The terms of an article by number, and their weights."""
        part = slice(self.begins[number], self.begins[number + 1])
        return self.columns[part], self.weights[part]

    def __getitem__(self, number: int) -> Vector:
        return self._remembered(number)

    def _vector(self, number: int) -> Vector:
        columns, weights = self.row(number)
        return dict(zip(map(self.terms.__getitem__, columns.tolist()), weights.tolist(), strict=True))


class Weighing:
    """Takes the term counts of articles one by one, and weighs them when all are known."""

    def __init__(self) -> None:
        self._columns: dict[str, int] = {}
        self._frequency: Columns = np.zeros(1024, dtype=np.int32)
        self._counts = Spool()
        self._begins = array("q")

    def add(self, terms: Sequence[str], counts: bytes) -> None:
        """Take the next article: its terms in alphabetical order, and their counts as 64-bit floats."""
        columns = array("i", [self._columns.setdefault(term, len(self._columns)) for term in terms])
        while len(self._columns) > len(self._frequency):
            self._frequency = np.concatenate([self._frequency, np.zeros_like(self._frequency)])
        self._frequency[columns] += 1  # no term comes twice
        self._begins.append(self._counts.put(columns.tobytes() + counts))

    def vectors(self, order: Sequence[int]) -> Vectors:
        """The vectors of the articles of these numbers, in this order."""
        terms = sorted(self._columns)
        rank = np.empty(len(terms), dtype=np.int32)
        rank[[self._columns[term] for term in terms]] = np.arange(len(terms), dtype=np.int32)
        rarity = self._rarity()
        begins, columns, weights = array("q", [0]), array("i"), array("d")
        for number in order:
            own, own_weights = self._unit(self._begins[number], rank, rarity)
            columns.frombytes(own.tobytes())
            weights.frombytes(own_weights.tobytes())
            begins.append(len(columns))
        return Vectors(
            terms,
            np.frombuffer(begins, dtype=np.int64),
            np.frombuffer(columns, dtype=np.int32) if columns else np.zeros(0, dtype=np.int32),
            np.frombuffer(weights, dtype=np.float64) if weights else np.zeros(0),
        )

    def _rarity(self) -> Weights:
        total = len(self._begins) + BACKGROUND
        found, places = np.unique(self._frequency[: len(self._columns)], return_inverse=True)
        rarities = [math.log((total + 1) / (n + 0.5)) ** 1.5 * (LONE_WEIGHT if n == 1 else 1) for n in found.tolist()]
        return np.array(rarities, dtype=np.float64)[places]

    def _unit(self, begin: int, rank: Columns, rarity: Weights) -> tuple[Columns, Weights]:
        """The heaviest terms of an article and their weights at unit length."""
        record = self._counts.get(begin)
        size = len(record) // 12  # a column takes four bytes, a count eight
        own = np.frombuffer(record, dtype=np.int32, count=size)
        weights = np.frombuffer(record, dtype=np.float64, count=size, offset=4 * size) * rarity[own]
        columns = rank[own]
        if size > TERMS:
            # numbers of terms are in alphabetical order, so the stable sort settles equal weights by the alphabet
            kept = np.sort(np.argsort(-np.round(weights, 9), kind="stable")[:TERMS])
            columns, weights = columns[kept], weights[kept]
        length = math.sqrt(math.fsum((weights**2).tolist()))
        return columns, weights / length if length else weights
