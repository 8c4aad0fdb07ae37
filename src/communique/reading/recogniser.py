"""The decisions of spaCy's entity recogniser, taken for a whole batch at once.

The recogniser is a transition system over BILUO actions (Ratinov and Roth 2009): at each word it begins an entity, goes
on in one, ends it, or stays outside. What it sees outside of entities is the word alone, so those decisions are one
product of matrices; only inside an entity does one decision wait for the one before it. The weights and the decisions
are spaCy's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]
#: Features of a state: the word, the first word of the open entity, the word before this one in it.
_FEATURES = 3


@Language.factory("batched_ner")
def _component(nlp: Language, name: str) -> BatchedRecogniser:  # noqa: ARG001 - as factories are called
    return BatchedRecogniser()


def batch_recogniser(nlp: Language) -> None:
    """Let a pipeline's entity recogniser decide in batches, in place, where it is one of spaCy's usual kind."""
    stock = nlp.get_pipe("ner")
    if not isinstance(stock, EntityRecognizer) or stock.cfg["beam_width"] != 1 or not _is_usual(stock.model):
        return
    position = nlp.pipe_names.index("ner")
    nlp.remove_pipe("ner")
    before = nlp.pipe_names[position] if position < len(nlp.pipe_names) else None
    component = nlp.add_pipe("batched_ner", name="ner", before=before)
    assert isinstance(component, BatchedRecogniser)
    component.take_over(stock)


def _is_usual(model: Any) -> bool:  # noqa: ANN401 - a layer of thinc
    return bool(model.attrs["has_upper"]) and model.get_ref("lower").get_dim("nF") == _FEATURES


class BatchedRecogniser:
    """A spaCy component that sets ``doc.ents`` as the recogniser would whose weights it took over."""

    def take_over(self, stock: EntityRecognizer) -> None:
        """Take over a recogniser's weights and labels."""
        lower, upper = stock.model.get_ref("lower"), stock.model.get_ref("upper")
        self._tok2vec = stock.model.get_ref("tok2vec")
        hidden, pieces, inputs = (lower.get_dim(name) for name in ("nO", "nP", "nI"))
        # the pieces of a maximum lie side by side, so that whole stretches of memory are compared
        weights = lower.get_param("W").transpose(0, 2, 1, 3).reshape(_FEATURES * pieces * hidden, inputs)
        self._lower: Floats = np.ascontiguousarray(weights.T)
        self._pads: Floats = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(_FEATURES, pieces * hidden)
        self._bias: Floats = lower.get_param("b").T.reshape(-1)
        self._hidden, self._pieces = hidden, pieces
        self._upper: Floats = np.ascontiguousarray(upper.get_param("W").T)
        self._upper_bias: Floats = upper.get_param("b")
        actions = [stock.moves.get_class_name(i) for i in range(stock.moves.n_moves)]
        unseen = stock.model.attrs["unseen_classes"]
        at = {action: i for i, action in enumerate(actions) if i not in unseen}
        self._outside: Indices = np.array([i for a, i in at.items() if a == "O" or (a[:2] in {"B-", "U-"} and a[2:])])
        chosen = [actions[i] for i in self._outside]
        self._labels = [action[2:] for action in chosen]
        self._begins = np.array([action.startswith("B-") for action in chosen])
        self._units = np.array([action.startswith("U-") for action in chosen])
        self._in: Indices = np.array([at.get(f"I-{label}", 0) for label in self._labels])
        self._last: Indices = np.array([at.get(f"L-{label}", 0) for label in self._labels])

    def __call__(self, doc: Doc) -> Doc:
        """Set one document's entities."""
        self._set([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Set the entities of documents, a batch at a time."""
        remaining = iter(docs)
        while batch := list(islice(remaining, batch_size)):
            self._set(batch)
            yield from batch

    def _set(self, docs: Sequence[Doc]) -> None:
        filled = [doc for doc in docs if len(doc)]
        if not filled:
            return
        vectors: Floats = self._tok2vec.predict(filled)
        attributes = np.concatenate([doc.to_array([SENT_START, IS_SPACE]) for doc in filled])
        ends = np.cumsum([len(doc) for doc in filled])
        closes = np.append(attributes[1:, 0] == 1, True)  # no entity goes on beyond this word
        closes[ends - 1] = True
        found = self._decide(vectors @ self._lower, closes, attributes[:, 1] == 1)
        start = 0
        for doc, end in zip(filled, ends.tolist(), strict=True):
            spans = []
            while found and found[-1][0] < end:
                first, last, label = found.pop()
                spans.append(Span(doc, first - start, last - start + 1, label=label))
            doc.set_ents(spans)
            start = end

    def _decide(self, features: Floats, closes: Flags, spaces: Flags) -> list[tuple[int, int, str]]:
        """First word, last word and label of each entity of a batch, the first of them last."""
        size = self._pieces * self._hidden
        word, first, before = (features[:, i * size : (i + 1) * size] for i in range(_FEATURES))
        scores = self._scores(word + (self._pads[1] + self._pads[2]))[:, self._outside]
        scores[np.ix_(spaces, self._begins | self._units)] = -np.inf
        scores[np.ix_(closes, self._begins)] = -np.inf
        choice = scores.argmax(axis=1)
        starts = np.flatnonzero(self._begins[choice])
        lasts = np.arange(len(choice))
        begun, at = starts, starts + 1
        while len(begun):
            inside = self._scores(word[at] + first[begun] + before[at - 1])
            row, label = np.arange(len(at)), choice[begun]
            go_on, end = inside[row, self._in[label]], inside[row, self._last[label]]
            prefers_in = (go_on > end) | ((go_on == end) & (self._in[label] < self._last[label]))
            lasts[begun] = at
            kept = prefers_in & ~closes[at]
            begun, at = begun[kept], at[kept] + 1
        entities: list[tuple[int, int, str]] = []
        behind = 0
        for i in np.flatnonzero(self._begins[choice] | self._units[choice]).tolist():
            if i >= behind:
                entities.append((i, int(lasts[i]), self._labels[choice[i]]))
                behind = int(lasts[i]) + 1
        return entities[::-1]

    def _scores(self, states: Floats) -> Floats:
        """The score of each action in each state, of shape (states, actions)."""
        states = states + self._bias
        best: Floats = states[:, : self._hidden]
        for piece in range(1, self._pieces):
            best = np.maximum(best, states[:, piece * self._hidden : (piece + 1) * self._hidden])
        scores: Floats = best @ self._upper
        scores += self._upper_bias
        return scores
