"""Which articles are alike: pairs of term vectors with a high inner product, found without comparing all with all.

An inverted index in the order of publication: each article is compared only with those before it that share a term,
and for a term in many articles only with the latest of them. Work and memory grow linearly with the articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from communique.linking.weighing import Columns, Vectors, Weights

#: For one term, how many earlier articles an article is compared with, the latest first.
WINDOW = 400
#: How many of the most alike earlier articles are kept for an article.
CLOSEST = 50


def similar_pairs(vectors: Vectors, threshold: float) -> Iterator[tuple[int, int, float]]:
    """Pairs ``(i, j, inner product)`` with ``j < i`` and a product of at least the threshold; vectors in time order."""
    sizes = np.bincount(vectors.columns, minlength=len(vectors.terms))
    rooms = np.minimum(sizes, WINDOW)
    begins = np.concatenate([[0], np.cumsum(rooms)[:-1]]).astype(np.int64)
    seen = np.zeros(len(rooms), dtype=np.int64)  # how many articles have had the term
    articles = np.zeros(int(rooms.sum()), dtype=np.int32)
    weights = np.zeros(len(articles))
    products = np.zeros(len(vectors))
    for number in range(len(vectors)):
        columns, own = vectors.row(number)
        starts, rows = begins[columns], np.minimum(seen[columns], WINDOW)
        held = np.flatnonzero(rows)
        slices = list(zip(starts[held].tolist(), (starts + rows)[held].tolist(), strict=True))
        yield from ((number, *near) for near in _closest(articles, weights, slices, own[held], products, threshold))
        slots = starts + seen[columns] % np.maximum(rooms[columns], 1)  # the latest takes the place of the earliest
        articles[slots] = number
        weights[slots] = own
        seen[columns] += 1


def _closest(
    articles: Columns,
    weights: Weights,
    slices: Sequence[tuple[int, int]],
    own: Weights,
    products: Weights,
    threshold: float,
) -> list[tuple[int, float]]:
    """The articles in the slices of the index with the highest products, at most :data:`CLOSEST` of them.

    ``products`` is room for one number an article, all zero before and after.
    """
    if not slices:
        return []
    found = np.concatenate([articles[start:end] for start, end in slices])
    lengths = np.array([end - start for start, end in slices])
    added = np.concatenate([weights[start:end] for start, end in slices]) * np.repeat(own, lengths)
    np.add.at(products, found, added)
    near = np.unique(found[products[found] >= threshold])
    alike = [(int(other), round(float(products[other]), 9)) for other in near]
    products[found] = 0
    return sorted(alike, key=lambda pair: (-pair[1], pair[0]))[:CLOSEST]
