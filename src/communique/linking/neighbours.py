"""Which articles are alike: pairs of term vectors with a high inner product, found without comparing all with all.

An inverted index in the order of publication: each article is compared only with those before it that share a term,
and for a term in many articles only with the latest of them. Work and memory grow linearly with the articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from communique.linking.vectors import Vector

#: For one term, how many earlier articles an article is compared with, the latest first.
WINDOW = 400
#: How many of the most alike earlier articles are kept for an article.
CLOSEST = 50


def similar_pairs(vectors: Sequence[Vector], threshold: float) -> Iterator[tuple[int, int, float]]:
    """Pairs ``(i, j, inner product)`` with ``j < i`` and a product of at least the threshold; vectors in time order."""
    terms = {term: number for number, term in enumerate(sorted({term for vector in vectors for term in vector}))}
    sizes = np.zeros(len(terms) + 1, dtype=np.int64)
    for vector in vectors:
        for term in vector:
            sizes[terms[term] + 1] += 1
    begins = np.cumsum(sizes)[:-1]
    ends = begins.copy()
    articles = np.zeros(int(sizes.sum()), dtype=np.int64)
    weights = np.zeros(len(articles))
    for number, vector in enumerate(vectors):
        rows = [(terms[term], weight) for term, weight in vector.items()]
        slices = [(slice(max(begins[t], ends[t] - WINDOW), ends[t]), weight) for t, weight in rows]
        yield from ((number, other, product) for other, product in _closest(articles, weights, slices, threshold))
        for term_number, weight in rows:
            articles[ends[term_number]] = number
            weights[ends[term_number]] = weight
            ends[term_number] += 1


def _closest(
    articles: np.ndarray, weights: np.ndarray, slices: Sequence[tuple[slice, float]], threshold: float
) -> list[tuple[int, float]]:
    """The articles in the slices of the index with the highest products, at most :data:`CLOSEST` of them."""
    if not slices:
        return []
    found, inverse = np.unique(np.concatenate([articles[part] for part, _ in slices]), return_inverse=True)
    products = np.bincount(inverse, np.concatenate([weights[part] * weight for part, weight in slices]))
    alike = [(int(found[k]), round(float(products[k]), 9)) for k in np.flatnonzero(products >= threshold)]
    return sorted(alike, key=lambda pair: (-pair[1], pair[0]))[:CLOSEST]
