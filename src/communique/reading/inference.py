"""The layers of a spaCy pipeline computed with less work: the same weights and the same function, in less time.

Matrices are multiplied by numpy's BLAS, which makes more of newer processors than the one that comes with thinc. What a
word's form says is computed once for each form (:class:`FormTable`), not at each of its occurrences, up to what the
first of the window layers makes of it. And these run over many documents (:class:`Windows`) without the bookkeeping of
training.

The vectors differ from spaCy's in the last bits only, as they do between processors, and those of an article do not
depend on what it is read with. A product of matrices rounds a row by where the row stands among those that a processor
takes together, so articles begin at multiples of a number of rows (:class:`Layout`), and products have one size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDS, IS_SPACE, LOWER, NORM, ORTH, PREFIX, SHAPE, SPACY, SUFFIX
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from communique.reading.static_vectors import StaticVectors

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]
Attributes = NDArray[np.uint64]
#: A layer of thinc, whose types say too little of its parameters to be of use here.
Layer = Any
#: Word forms whose rows are kept in each table; at 96 columns that is 25 MB.
_MOST_FORMS = 65_536
#: Word forms of which it is kept what the first window layers make of them; that is 57 MB for each table.
_MOST_SIDES = 16_384
#: Rows of zeros between documents: as many as the window layers see on either side.
_PAD = 4
#: Articles begin at multiples of this many rows; the kernels of processors take 4, 8, 12 or 16 rows together.
_STEP = 24
#: Rows of one product of matrices, a multiple of the step; what is worked on then stays in a processor's cache.
_CHUNK = 192
#: What a word's form is: the first three say which, the others follow from them.
FORM = [ORTH, NORM, SPACY, PREFIX, SUFFIX, SHAPE, IS_SPACE, LOWER]
_WHICH = 3


@cache
def blas_threads() -> ThreadpoolController:
    """What says how many threads numpy's BLAS uses; it does not look at libraries that are loaded later."""
    return ThreadpoolController()


class Layout:
    """Where the words of articles stand among the rows of matrices; each article is some documents, none empty.

    The window layers need rows of zeros around documents, and what comes behind them does not: so there are two
    matrices, one with such rows (``padded``) and one without, but for what fills up an article.
    """

    def __init__(self, articles: Sequence[Sequence[Doc]]) -> None:
        self.docs = list(chain.from_iterable(articles))
        lengths = np.array([len(doc) for doc in self.docs], dtype=np.intp)
        self.stops = np.cumsum(lengths)
        """Where each document ends among the words."""
        padded, self.padded_rows = _begins(articles, _PAD)
        self.begins, self.rows = _begins(articles, 0)
        self.ends = self.begins + lengths
        number = np.arange(lengths.sum()) - np.repeat(self.stops - lengths, lengths)  # of a word in its document
        self.padded = number + np.repeat(padded, lengths)
        """The row of each word among those with rows of zeros."""
        self.of_words = number + np.repeat(self.begins, lengths)
        """The row of each word among those without."""
        self.sources: Indices = np.zeros(self.rows, dtype=np.intp)
        """For each row without rows of zeros, which one it is with them; the first, if it only fills up."""
        self.sources[self.of_words] = self.padded

    def split(self, words: NDArray[Any]) -> list[NDArray[Any]]:
        """What is said of all words, document by document."""
        return np.split(words, self.stops[:-1])


def _begins(articles: Sequence[Sequence[Doc]], pad: int) -> tuple[Indices, int]:
    """The row at which each document begins behind so many others, and how many rows there are in all."""
    begins, row = [], 0
    for article in articles:
        row = -(-row // _STEP) * _STEP
        for doc in article:
            row += pad
            begins.append(row)
            row += len(doc)
    return np.array(begins, dtype=np.intp), -(-(row + pad) // _CHUNK) * _CHUNK


def chunks(rows: int) -> Iterator[slice]:
    """The rows of one product after the other."""
    return (slice(start, start + _CHUNK) for start in range(0, rows, _CHUNK))


class _Maxout:
    """A maxout layer with the layer normalisation behind it (Goodfellow et al. 2013; Ba et al. 2016)."""

    def __init__(self, layer: Layer) -> None:
        nodes = {node.name: node for node in layer.walk()}
        maxout, norm = nodes["maxout"], nodes["layernorm"]
        self.width, self._pieces, inputs = maxout.get_param("W").shape
        # the pieces of a maximum lie side by side, so that whole stretches of memory are compared
        self.weights: Floats = np.ascontiguousarray(
            maxout.get_param("W").transpose(1, 0, 2).reshape(self._pieces * self.width, inputs).T
        )
        self.bias: Floats = maxout.get_param("b").T.reshape(-1)
        self._scale: Floats = norm.get_param("G")
        self.shift: Floats = norm.get_param("b")

    def finish(self, mixed: Floats) -> Floats:
        """The layer's rows, but for its shift, where weights and bias were applied already; each row by itself."""
        pieces = [mixed[:, piece * self.width : (piece + 1) * self.width] for piece in range(self._pieces)]
        best: Floats = np.maximum(pieces[0], pieces[-1])
        for piece in pieces[1:-1]:
            np.maximum(best, piece, out=best)
        best -= (np.einsum("ij->i", best) / np.float32(self.width))[:, None]
        variance = np.einsum("ij,ij->i", best, best) / np.float32(self.width) + np.float32(1e-8)
        best *= (1 / np.sqrt(variance))[:, None]
        best *= self._scale
        return best


class Embedding:
    """The rows of spaCy's ``MultiHashEmbed`` with static vectors, one for each word form.

    The layer that mixes the features of a form is linear up to its maximum, so its weights are applied to the tables of
    features beforehand, and a form's row is a sum of their rows.
    """

    def __init__(self, embed: Layer, vectors: StaticVectors) -> None:
        hashed, static = embed.layers[0].layers
        columns = next(m.attrs["columns"] for m in hashed.walk() if m.name == "extract_features")
        self._mix = _Maxout(embed.layers[1])
        self._ops = NumpyOps()
        self._tables: list[tuple[int, int, Floats]] = []  # column of the feature, seed of its hash, mixed rows
        for feature, (column, layer) in enumerate(zip(columns, hashed.layers[-1].layers[0].layers, strict=True)):
            table = next(m for m in layer.walk() if m.name == "hashembed")
            mixed = table.get_param("E") @ self._weights_of(feature)
            self._tables.append((FORM.index(IDS.get(column, column)), table.attrs["seed"], mixed))
        self._static = (static.get_param("W").T @ self._weights_of(len(columns))).astype(np.float64)
        self._vectors = vectors
        self.width = self._mix.width

    def _weights_of(self, feature: int) -> Floats:
        return self._mix.weights[feature * self._mix.width : (feature + 1) * self._mix.width]

    def __call__(self, forms: Attributes) -> Floats:
        """The rows of word forms."""
        found: Floats = np.empty((len(forms), self.width), dtype=np.float32)
        for chunk in chunks(len(forms)):
            found[chunk] = self._rows(forms[chunk])
        return found

    def _rows(self, forms: Attributes) -> Floats:
        found = self._vectors.find(keys=forms[:, 0])
        vectors = np.where((found >= 0)[:, None], self._vectors.data[found], 0.0)
        mixed: Floats = (vectors.astype(np.float64) @ self._static).astype(np.float32)
        for column, seed, table in self._tables:
            hashed = self._ops.hash(np.ascontiguousarray(forms[:, column]), seed) % len(table)
            mixed += self._ops.gather_add(table, hashed)
        mixed += self._mix.bias
        return self._mix.finish(mixed) + self._mix.shift


class StateLayer:
    """The layer below the scores of a transition model: a maximum over pieces, of a sum over the words of a state.

    Its weights are applied to all words beforehand, once for each place that a word can have in a state.
    """

    def __init__(self, model: Layer) -> None:
        lower, linear = model.get_ref("lower"), model.get_ref("tok2vec").layers[-1]
        features, self._hidden, pieces, inputs = (lower.get_dim(name) for name in ("nF", "nO", "nP", "nI"))
        self.width = pieces * self._hidden
        self._linear: Floats = np.ascontiguousarray(linear.get_param("W").T)
        self._linear_bias: Floats = linear.get_param("b")
        # the pieces of a maximum lie side by side, so that whole stretches of memory are compared
        weights = lower.get_param("W").transpose(0, 2, 1, 3).reshape(features * self.width, inputs)
        self._weights: Floats = np.ascontiguousarray(weights.T)
        self.pads: Floats = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(features, self.width)
        """What stands for no word at each place."""
        self.bias: Floats = lower.get_param("b").T.reshape(-1)
        self._found: Floats = np.empty((0, features * self.width), dtype=np.float32)

    def places(self, vectors: Floats, room: int = 0) -> Floats:
        """What the layer makes of each word at each place, side by side; with ``room`` for so many rows more.

        The next call writes over it: memory that large costs more to get from the system each time than to fill.
        """
        count = len(vectors) + room
        if count > len(self._found):
            self._found = np.empty((count, self._weights.shape[1]), dtype=np.float32)
        found = self._found[:count]
        for chunk in chunks(len(vectors)):
            states = vectors[chunk] @ self._linear
            states += self._linear_bias
            np.matmul(states, self._weights, out=found[chunk])
        return found

    def maximum(self, sums: Floats) -> Floats:
        """The greatest of the pieces, in states whose words and bias are summed up."""
        best: Floats = sums[:, : self._hidden]
        for piece in range(self._hidden, self.width, self._hidden):
            best = np.maximum(best, sums[:, piece : piece + self._hidden])
        return best


class FormTable:
    """The word forms that were met, by number, with what some models make of them; number 0 is no word."""

    def __init__(self, embeddings: Sequence[Embedding], windows: Sequence[Windows]) -> None:
        self._embeddings, self._windows = embeddings, windows
        self._numbers: dict[bytes, int] = {}
        self.rows: list[Floats] = [np.zeros((1024, e.width), dtype=np.float32) for e in embeddings]
        # as large as they will be: memory that is not written to costs nothing
        self.sides: list[Floats] = [np.zeros((2 * _MOST_SIDES, w.sides_width), dtype=np.float32) for w in windows]
        self.forms: Attributes = np.zeros((1024, len(FORM)), dtype=np.uint64)
        self._put_sides(0, np.zeros(1, dtype=np.intp))

    def __call__(self, docs: Sequence[Doc]) -> tuple[list[int], bool]:
        """The number of each word's form, and whether all numbers that were given before are void."""
        words: Attributes = np.concatenate([doc.to_array(FORM[:_WHICH]) for doc in docs])
        keys: list[bytes] = words.view(f"V{8 * _WHICH}").ravel().tolist()
        numbers = self._numbers
        void = len(numbers) + len(keys) > _MOST_FORMS
        if void:
            numbers.clear()
        fresh = {key: i for i, key in enumerate(keys) if key not in numbers}
        if fresh:
            self._add(list(fresh), _described(words[list(fresh.values())], docs[0].vocab))
        return [numbers[key] for key in keys], void

    def _add(self, keys: Sequence[bytes], forms: Attributes) -> None:
        start = len(self._numbers) + 1
        end = start + len(keys)
        self.forms = with_room(self.forms, start, end)
        self.forms[start:end] = forms
        for i, embedding in enumerate(self._embeddings):
            self.rows[i] = with_room(self.rows[i], start, end)
            self.rows[i][start:end] = embedding(forms)
        self._put_sides(start, np.arange(start, min(end, _MOST_SIDES)))
        self._numbers.update(zip(keys, range(start, end), strict=True))

    def with_sides(self, numbers: Indices) -> Indices:
        """Where among the ``sides`` forms are; those that are not kept there are put behind the others."""
        late = (numbers >= _MOST_SIDES).nonzero()[0]
        if not len(late):
            return numbers
        places = numbers.copy()
        distinct, places[late] = np.unique(numbers[late], return_inverse=True)
        places[late] += _MOST_SIDES
        self._put_sides(_MOST_SIDES, distinct)
        return places

    def _put_sides(self, start: int, numbers: Indices) -> None:
        """Put down what the first window layers make of forms."""
        if not len(numbers):
            return
        for i, windows in enumerate(self._windows):
            self.sides[i] = with_room(self.sides[i], start, start + len(numbers))
            windows.put_sides(self.rows[i][numbers], self.sides[i][start : start + len(numbers)])


def _described(forms: Attributes, vocab: Vocab) -> Attributes:
    """Forms with all that is to be known of them."""
    lexemes = (vocab[form] for form in forms[:, 0].tolist())
    others = [(x.prefix, x.suffix, x.shape, x.is_space, x.lower) for x in lexemes]
    return np.hstack([forms, np.array(others, dtype=np.uint64)])


def with_room(table: NDArray[Any], used: int, wanted: int) -> NDArray[Any]:
    """The table, or where it has too few rows one of at least twice their number."""
    if wanted <= len(table):
        return table
    larger = np.zeros((max(2 * len(table), wanted), table.shape[1]), dtype=table.dtype)
    larger[:used] = table[:used]
    return larger


class Windows:
    """Residual maxout layers over windows of a word and its neighbours: spaCy's ``MaxoutWindowEncoder``.

    The first layer sees forms as they are, so what it makes of a form on each side of a window is worked out once.
    """

    def __init__(self, windows: Layer) -> None:
        first, *self._layers = [_Maxout(layer) for layer in windows.layers[0].layers]
        self._first = first
        self._width = first.width
        # in double precision, what a form makes does not hang on those that it is met with
        self._sides = np.hstack(np.split(first.weights.astype(np.float64), 3))
        self._sides_bias = np.pad(first.bias, len(first.bias))  # the middle of a window brings it
        self.sides_width = len(self._sides_bias)
        # what layers add to all rows alike is added by the biases of those behind them, and once in the end
        self._shift: Floats = first.shift
        for layer in self._layers:
            layer.bias = layer.bias + np.tile(self._shift, 3) @ layer.weights
            self._shift = self._shift + layer.shift

    def put_sides(self, rows: Floats, sides: Floats) -> None:
        """Put down what the first layer makes of rows behind, in and before the middle of a window, side by side."""
        for start in range(0, len(rows), _CHUNK):
            part = slice(start, start + _CHUNK)
            np.add(rows[part].astype(np.float64) @ self._sides, self._sides_bias, out=sides[part], casting="same_kind")

    def __call__(self, rows: Floats, numbers: Indices, sides: Floats, places: Indices, wanted: Indices) -> Floats:
        """The vectors of those rows that are wanted.

        ``numbers`` say which of ``rows`` stands where, ``places`` which of ``sides``; 0 keeps documents apart.
        """
        count, width = len(numbers), self._width
        # a window is three rows that lie side by side in memory
        before, after = (np.zeros((count + 2, width), dtype=np.float32) for _ in range(2))
        mixed: Floats = np.empty((_CHUNK, 3 * width), dtype=np.float32)
        room: Floats = np.empty((3, _CHUNK, 3 * width), dtype=np.float32)
        parts = sides.reshape(-1, 3 * width)
        around = np.zeros((3, count), dtype=np.intp)
        around[0, 1:], around[1], around[2, :-1] = places[:-1], places, places[1:]
        around *= 3
        around += np.arange(3)[:, None]
        for chunk in chunks(count):
            parts.take(around[:, chunk], axis=0, out=room, mode="clip")
            np.add.reduce(room, axis=0, out=mixed)
            found = before[1:-1][chunk]
            rows.take(numbers[chunk], axis=0, out=found, mode="clip")
            found += self._first.finish(mixed)
        vectors: Floats = np.empty((len(wanted), width), dtype=np.float32)
        for layer in self._layers:
            windows = np.lib.stride_tricks.as_strided(before, (count, 3 * width), before.strides)
            last = layer is self._layers[-1]
            for chunk in chunks(len(wanted) if last else count):
                window = windows[wanted[chunk]] if last else np.ascontiguousarray(windows[chunk])
                np.matmul(window, layer.weights, out=mixed)
                mixed += layer.bias
                found = vectors[chunk] if last else after[1:-1][chunk]
                np.add(window[:, width : 2 * width], layer.finish(mixed), out=found)
            before, after = after, before
        vectors += self._shift
        return vectors
