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

from communique.reading.inference import Floats, Indices, StateLayer, chunks

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
        outside: Indices = np.array([i for a, i in at.items() if a == "O" or (a[:2] in {"B-", "U-"} and a[2:])])
        self._upper_outside = np.ascontiguousarray(self._upper[:, outside])
        self._bias_outside: Floats = self._upper_bias[outside]
        chosen = [actions[i] for i in outside]
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
        size = self._layer.width
        features = self._layer.places(vectors)
        word, first, before = (features[:, i * size : (i + 1) * size] for i in range(_FEATURES))
        choice = self._outside_choice(word, words, closes, spaces)
        starts = np.flatnonzero(self._begins[choice])
        lasts = np.arange(len(choice))
        begun, at = starts, starts + 1
        while len(begun):
            inside = self._scores(
                word[words[at]] + first[words[begun]] + before[words[at - 1]], self._upper, self._upper_bias
            )
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

    def _outside_choice(self, word: Floats, words: Indices, closes: Flags, spaces: Flags) -> Indices:
        """What is done outside of entities at each word, as a number among the actions that are taken there."""
        nothing = self._layer.pads[1] + self._layer.pads[2]
        choice = np.empty(len(words), dtype=np.intp)
        for part in chunks(len(words)):
            scores = self._scores(word[words[part]] + nothing, self._upper_outside, self._bias_outside)
            scores[np.ix_(spaces[part], self._begins | self._units)] = -np.inf
            scores[np.ix_(closes[part], self._begins)] = -np.inf
            scores.argmax(axis=1, out=choice[part])
        return choice

    def _scores(self, states: Floats, upper: NDArray[np.float64], bias: Floats) -> NDArray[np.float64]:
        """The scores of actions in each state, of shape (states, actions)."""
        best = self._layer.maximum(states + self._layer.bias)
        # in double precision, no state's scores hang on its company
        scores: NDArray[np.float64] = best.astype(np.float64) @ upper
        scores += bias
        return scores
