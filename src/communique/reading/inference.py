"""The layers of a spaCy pipeline computed with less work: the same weights and the same function, in less time.

Matrices are multiplied by numpy's BLAS, which makes more of newer processors than the one that comes with thinc. What a
word's form says is computed once for each form (:class:`_WordTable`), not at each of its occurrences. And the window
layers run over a batch without the bookkeeping of training (:class:`_Windows`).

The vectors differ from spaCy's in the last bits only, as they do between processors. They depend on the batch alone: a
form's row is computed by itself, so that no word that was read earlier can change it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vectors import Mode
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController

Floats = NDArray[np.float32]
#: A layer of thinc, whose types say too little of its parameters to be of use here.
_Layer = Any
#: Word forms whose rows are kept in each table; at 96 columns that is 25 MB.
_MOST_ROWS = 65_536
_WINDOWS = "with_array(residual(expand_window>>maxout>>layernorm"


@cache
def blas_threads() -> ThreadpoolController:
    """What says how many threads numpy's BLAS uses; it does not look at libraries that are loaded later."""
    return ThreadpoolController()


def word_keys(columns: NDArray[Any]) -> list[bytes]:
    """Each row of an array of attributes, of shape (words, attributes), as something to look up."""
    rows: list[bytes] = columns.view(f"V{columns.itemsize * columns.shape[1]}").ravel().tolist()
    return rows


def accelerate(nlp: Language) -> None:
    """Replace, in place, the layers of a pipeline that can be computed with less work; others are left as they are."""
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if not isinstance(model, Model) or not isinstance(model.ops, NumpyOps):
            continue
        nodes = list(model.walk())
        for node in nodes:
            node.ops = ops
        for node in nodes:
            faster = _faster(node, nlp)
            if faster is not None and node is model:
                component.model = faster  # type: ignore[attr-defined]
            elif faster is not None:
                model.replace_node(node, faster)


def _faster(node: _Layer, nlp: Language) -> _Layer | None:
    """The layer from documents to word vectors in its cheaper form, if it is hashed forms and windows as usual."""
    names = [layer.name for layer in node.layers]
    if len(names) != 2 or not names[0].startswith("extract_features") or not names[1].startswith(_WINDOWS):
        return None
    embed, windows = node.layers
    if len(embed.layers) != 3 or len(embed.layers[0].layers) != 2 or nlp.vocab.vectors.mode != Mode.default:
        return None
    table = _WordTable(embed, nlp)
    encode = _Windows(windows)

    def forward(_: _Layer, docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Callable[[object], None]]:
        if is_train:
            raise NotImplementedError("an accelerated pipeline reads; train the one that it was made from")
        return encode(table(docs)), lambda _: None

    return Model("accelerated_tok2vec", forward, dims={"nO": node.get_dim("nO")}, ops=node.ops)


class _Maxout:
    """A maxout layer with the layer normalisation behind it (Goodfellow et al. 2013; Ba et al. 2016)."""

    def __init__(self, layer: _Layer) -> None:
        nodes = {node.name: node for node in layer.walk()}
        maxout, norm = nodes["maxout"], nodes["layernorm"]
        width, pieces, inputs = maxout.get_param("W").shape
        self._pieces, self.width = pieces, width
        # the pieces of a maximum lie side by side, so that whole stretches of memory are compared
        self.weights: Floats = np.ascontiguousarray(
            maxout.get_param("W").transpose(1, 0, 2).reshape(pieces * width, inputs).T
        )
        self._bias: Floats = maxout.get_param("b").T.reshape(-1)
        self._scale: Floats = norm.get_param("G")
        self._shift: Floats = norm.get_param("b")

    def __call__(self, inputs: Floats) -> Floats:
        """The layer's rows for rows of inputs."""
        return self.finish(inputs @ self.weights)

    def finish(self, mixed: Floats) -> Floats:
        """The layer's rows for inputs that its weights were applied to already, each row by itself."""
        mixed += self._bias
        first, second = mixed[:, : self.width], mixed[:, self.width : 2 * self.width]
        best: Floats = np.maximum(first, second) if self._pieces > 1 else first.copy()
        for piece in range(2, self._pieces):
            np.maximum(best, mixed[:, piece * self.width : (piece + 1) * self.width], out=best)
        best -= best.mean(axis=-1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / np.float32(self.width) + np.float32(1e-8)
        best *= (1 / np.sqrt(variance))[:, None]
        best *= self._scale
        best += self._shift
        return best


class _WordTable:
    """The rows of spaCy's ``MultiHashEmbed`` with static vectors, each computed when its word form is first met.

    The layer that mixes the features of a form is linear up to its maximum, so its weights are applied to the tables of
    features beforehand, and a form's row is a sum of their rows.
    """

    def __init__(self, embed: _Layer, nlp: Language) -> None:
        hashed, static = embed.layers[0].layers
        self._columns = [ORTH, *next(m.attrs["columns"] for m in hashed.walk() if m.name == "extract_features")]
        self._mix = _Maxout(embed.layers[1])
        self._ops = embed.ops
        self._tables: list[tuple[int, int, Floats]] = []  # column of the feature, seed of its hash, mixed rows
        for number, layer in enumerate(hashed.layers[-1].layers[0].layers, 1):
            table = next(m for m in layer.walk() if m.name == "hashembed")
            self._tables.append((number, table.attrs["seed"], table.get_param("E") @ self._weights_of(number - 1)))
        self._static: Floats = static.get_param("W").T @ self._weights_of(len(self._tables))
        self._vectors = nlp.vocab.vectors
        self._index: dict[bytes, int] = {}
        self._rows: Floats = np.zeros((1024, self._mix.width), dtype=np.float32)

    def _weights_of(self, feature: int) -> Floats:
        return self._mix.weights[feature * self._mix.width : (feature + 1) * self._mix.width]

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """The rows of each document, of shape (tokens, width)."""
        keys: NDArray[np.uint64] = np.concatenate([doc.to_array(self._columns) for doc in docs])
        words = word_keys(keys)
        index = self._index
        if len(index) + len(words) > _MOST_ROWS:
            index.clear()
        if not index.keys() >= set(words):
            fresh = {word: i for i, word in enumerate(words) if word not in index}
            self._add(list(fresh), keys[list(fresh.values())])
        return np.split(self._rows[[index[word] for word in words]], np.cumsum([len(doc) for doc in docs])[:-1])

    def _add(self, words: Sequence[bytes], keys: NDArray[np.uint64]) -> None:
        start, end = len(self._index), len(self._index) + len(words)
        if end > len(self._rows):
            grown = np.zeros((max(2 * len(self._rows), end), self._mix.width), dtype=np.float32)
            grown[:start] = self._rows[:start]
            self._rows = grown
        found = self._vectors.find(keys=keys[:, 0])
        vectors = np.where((found >= 0)[:, None], self._vectors.data[found], np.float32(0))
        mixed: Floats = (vectors[:, None] @ self._static)[:, 0]  # row by row, whatever the number of rows
        for column, seed, table in self._tables:
            hashed = self._ops.hash(np.ascontiguousarray(keys[:, column]), seed) % len(table)
            mixed += self._ops.gather_add(table, hashed)
        self._rows[start:end] = self._mix.finish(mixed)
        self._index.update(zip(words, range(start, end), strict=True))


class _Windows:
    """Residual maxout layers over windows of a word and its neighbours: spaCy's ``MaxoutWindowEncoder``."""

    def __init__(self, windows: _Layer) -> None:
        self._layers = [_Maxout(layer) for layer in windows.layers[0].layers]
        self._pad: int = windows.attrs["pad"]

    def __call__(self, documents: Sequence[Floats]) -> list[Floats]:
        """The vectors of each document; rows of zeros between documents keep them apart."""
        width = self._layers[0].width
        pad: Floats = np.zeros((self._pad, width), dtype=np.float32)
        rows = np.concatenate([part for document in documents if len(document) for part in (pad, document)] + [pad])
        windows: Floats = np.zeros((len(rows), 3 * width), dtype=np.float32)
        for layer in self._layers:
            windows[1:, :width] = rows[:-1]
            windows[:, width : 2 * width] = rows
            windows[:-1, 2 * width :] = rows[1:]
            rows += layer(windows)
        found, start = [], 0
        for document in documents:
            start += self._pad if len(document) else 0
            found.append(rows[start : start + len(document)])
            start += len(document)
        return found
