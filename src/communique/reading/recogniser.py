"""The decisions of spaCy's entity recogniser, taken for a whole batch at once.

The recogniser is a transition system over BILUO actions (Ratinov and Roth 2009): at each word it begins an entity, goes
on in one, ends it, or stays outside. What it sees outside of entities is the word alone, so those decisions are one
product of matrices; only inside an entity does one decision wait for the one before it. The weights and the decisions
are spaCy's.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import EntityRecognizer

from communique.reading.inference import Floats, Indices, StateLayer

Flags = NDArray[np.bool_]
#: Features of a state: the word, the first word of the open entity, the word before this one in it.
_FEATURES = 3


def is_usual(recogniser: object) -> bool:
    """Can a recogniser's decisions be taken here?"""
    return (
        isinstance(recogniser, EntityRecognizer)
        and recogniser.cfg["beam_width"] == 1
        and bool(recogniser.model.attrs["has_upper"])
        and recogniser.model.get_ref("lower").get_dim("nF") == _FEATURES
    )


class Recogniser:
    """A recogniser of spaCy's with its weights and actions."""

    def __init__(self, stock: EntityRecognizer) -> None:
        model: Any = stock.model
        upper = model.get_ref("upper")
        self._layer = StateLayer(model)
        self._upper = upper.get_param("W").T.astype(np.float64)
        self._upper_bias: Floats = upper.get_param("b")
        actions = [stock.moves.get_class_name(i) for i in range(stock.moves.n_moves)]
        unseen = model.attrs["unseen_classes"]
        at = {action: i for i, action in enumerate(actions) if i not in unseen}
        self._outside: Indices = np.array([i for a, i in at.items() if a == "O" or (a[:2] in {"B-", "U-"} and a[2:])])
        chosen = [actions[i] for i in self._outside]
        self._labels = [action[2:] for action in chosen]
        self._begins = np.array([action.startswith("B-") for action in chosen])
        self._units = np.array([action.startswith("U-") for action in chosen])
        self._in: Indices = np.array([at.get(f"I-{label}", 0) for label in self._labels])
        self._last: Indices = np.array([at.get(f"L-{label}", 0) for label in self._labels])

    def __call__(self, vectors: Floats, words: Indices, closes: Flags, spaces: Flags) -> list[tuple[int, int, str]]:
        """First word, last word and label of each entity, in order.

        ``words`` are the rows of the words among the ``vectors``; no entity goes on behind one that ``closes``, or
        begins with one of the ``spaces``.
        """
        return self._decide(self._layer.places(vectors)[words], closes, spaces)

    def _decide(self, features: Floats, closes: Flags, spaces: Flags) -> list[tuple[int, int, str]]:
        """First word, last word and label of each entity, in order."""
        size, pads = self._layer.width, self._layer.pads
        word, first, before = (features[:, i * size : (i + 1) * size] for i in range(_FEATURES))
        scores = self._scores(word + (pads[1] + pads[2]))[:, self._outside]
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
        return entities

    def _scores(self, states: Floats) -> NDArray[np.float64]:
        """The score of each action in each state, of shape (states, actions)."""
        best = self._layer.maximum(states + self._layer.bias)
        # in double precision, no state's scores hang on its company
        scores: NDArray[np.float64] = best.astype(np.float64) @ self._upper
        scores += self._upper_bias
        return scores
