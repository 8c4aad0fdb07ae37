"""The decisions of spaCy's dependency parser, taken for many documents in step.

The parser is an arc-eager transition system (Nivre 2008) with spaCy's way to break sentences: a state is a stack and a
buffer of words, and at each step the best action that is allowed changes them. One document's next action waits for
its last, but not for another document's, so each step is taken in all of them at once, in a few operations on arrays.

Stack and buffer are linked lists that run through arrays over all words: of a state only the two words at their fronts
are held. Words are rows of the documents' layout; the row behind the last stands for "no word". The weights and the
decisions are spaCy's; the last sum of each score is in double precision, so that no document's score hangs on its
company.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import DependencyParser

from communique.reading.inference import Floats, Indices, StateLayer

#: Words that a state shows to the model: the first two of the buffer, the first three of the stack, the last left child
#: of the buffer's first word and of the stack's first, and the last right child of the latter.
_FEATURES = 8
#: What is known of a word at the front of the buffer, as bits; and, beside it, that nothing is on the stack.
_NO_WORD, _OPENS, _STAYS, _LAST, _BREAKABLE, _NO_STACK = 1, 2, 4, 8, 16, 32
_STATES = 64


def is_usual(parser: object) -> bool:
    """Can a parser's decisions be taken here?"""
    return (
        isinstance(parser, DependencyParser)
        and parser.cfg["beam_width"] == 1
        and not parser.cfg["learn_tokens"]
        and bool(parser.model.attrs["has_upper"])
        and not parser.model.attrs["unseen_classes"]
        and parser.model.get_ref("lower").get_dim("nF") == _FEATURES
    )


class ArcEager:
    """A parser of spaCy's with its weights and actions."""

    def __init__(self, parser: DependencyParser) -> None:
        model: Any = parser.model
        upper = model.get_ref("upper")
        self._layer = StateLayer(model)
        self._upper = upper.get_param("W").T.astype(np.float64)
        actions = [parser.moves.get_class_name(i) for i in range(parser.moves.n_moves)]
        moves = np.array([action[0] for action in actions])
        self.labels = [action[2:] for action in actions]
        self._start = np.array([upper.get_param("b") + _penalties(state, moves) for state in range(_STATES)])
        self._pushes, self._pops = np.isin(moves, ["S", "R"]), np.isin(moves, ["D", "L"])
        self._reduces, self._breaks = moves == "D", moves == "B"
        self._lefts, self._ties = moves == "L", np.isin(moves, ["L", "R"])

    def __call__(self, vectors: Floats, begins: Indices, ends: Indices) -> tuple[Indices, Indices]:
        """The head of each word (or the number of rows, for none), and the action that tied it there.

        Documents are rows of ``vectors`` from ``begins`` to ``ends``, none empty.
        """
        features = self._features(vectors)
        words = _Words(len(features) - 1, begins, ends)
        width = self._layer.width
        pieces = features.reshape(-1, width)
        places = np.arange(_FEATURES)[:, None]
        none = words.none
        stack, front = np.full(len(begins), none), begins
        room: Floats = np.empty((_FEATURES * len(front), width), dtype=np.float32)
        while len(front):
            shown = words.shown(stack, front)
            shown *= _FEATURES
            shown += places
            mixed = pieces.take(shown.reshape(-1), axis=0, out=room[: shown.size], mode="clip")
            state = np.add.reduce(mixed.reshape(_FEATURES, len(front), -1), axis=0)
            scores = self._layer.maximum(state).astype(np.float64) @ self._upper
            scores += self._start[words.states(stack, front)]
            action = scores.argmax(axis=1)
            stack, front = self._act(words, stack, front, action)
        return words.heads, words.actions

    def _features(self, vectors: Floats) -> Floats:
        """What the model makes of each word at each place of a state; one more row for no word at all."""
        features = self._layer.places(vectors, room=1)
        features[-1] = self._layer.pads.reshape(-1)
        features[:, : self._layer.width] += self._layer.bias
        return features

    def _act(self, words: _Words, stack: Indices, front: Indices, action: Indices) -> tuple[Indices, Indices]:
        """Change each state by its action; give those that are not at their ends."""
        none = words.none
        below, behind = words.below[stack], words.behind[front]
        ties = self._ties[action].nonzero()[0]
        if len(ties):
            words.tie(stack[ties], front[ties], action[ties], self._lefts[action[ties]])
        breaks = self._breaks[action].nonzero()[0]
        if len(breaks):
            words.part(front[breaks], behind[breaks])
        pushed = self._pushes[action]
        after = np.where(pushed, behind, front)
        loose = (self._reduces[action] & words.loose(stack, below)).nonzero()[0]
        if len(loose):
            after[loose] = stack[loose]
            words.put_back(stack[loose], front[loose])
        words.push(front, stack)
        stack = np.where(pushed, front, np.where(self._pops[action], below, stack))
        both = stack + after
        if np.maximum.reduce(both) == 2 * none:
            going = both < 2 * none
            return stack[going], after[going]
        return stack, after


def _penalties(state: int, moves: NDArray[np.str_]) -> NDArray[np.float64]:
    """What is added to the scores of actions in a state: nothing to those that are allowed."""
    allowed = {"B"} if state & _BREAKABLE else set()
    if state & _NO_STACK:
        allowed |= {"S"}
    else:
        allowed |= {"D"}
        if not state & (_NO_WORD | _OPENS):
            allowed |= {"L", "R"} if state & (_STAYS | _LAST) else {"L", "R", "S"}
    return np.where(np.isin(moves, list(allowed)), 0.0, -np.inf)


class _Words:
    """What is known of each word while its document is parsed; those on the stack or in the buffer are chained."""

    def __init__(self, rows: int, begins: Indices, ends: Indices) -> None:
        self.none = rows
        self.below = np.full(rows + 1, rows)  # the next word down the stack
        self.behind = np.minimum(np.arange(1, rows + 2), rows)  # the next word of the buffer
        self.behind[ends - 1] = rows
        self._flags = np.full(rows + 1, _BREAKABLE)
        self._flags[ends - 1] = _LAST
        self._flags[begins] |= _OPENS
        self._flags[rows] = _NO_WORD
        self.heads = np.full(rows + 1, rows)
        self.actions = np.zeros(rows + 1, dtype=np.intp)
        self._children = np.full((2, rows + 1), rows)  # the last child on the left, and on the right
        self._before = np.full(rows + 1, rows)  # the child on the same side of the same head before this one

    def shown(self, stack: Indices, front: Indices) -> Indices:
        """The words that states show to the model, of shape (features, states)."""
        left, right = self._children
        below = self.below[stack]
        shown = np.empty((_FEATURES, len(stack)), dtype=np.intp)
        shown[0], shown[1] = front, self.behind[front]
        shown[2], shown[3], shown[4] = stack, below, self.below[below]
        shown[5], shown[6], shown[7] = left[front], left[stack], right[stack]
        return shown

    def states(self, stack: Indices, front: Indices) -> Indices:
        """What is allowed in states, as numbers below 64."""
        states = self._flags[front]
        states += (stack == self.none) * _NO_STACK
        return states

    def loose(self, stack: Indices, below: Indices) -> NDArray[np.bool_]:
        """Whether words at the top of the stack have no head there, though there are words below them."""
        loose: NDArray[np.bool_] = (self.heads[stack] == self.none) & (below != self.none)
        return loose

    def tie(self, stack: Indices, front: Indices, action: Indices, left: NDArray[np.bool_]) -> None:
        """Tie the first word of the stack to that of the buffer, or the other way round."""
        child, head = np.where(left, stack, front), np.where(left, front, stack)
        right = self._children[1]
        right[self.heads[child]] = self._before[child]  # an arc that it has is the last of its head, and goes
        right[self.none] = self.none
        children = self._children.reshape(-1)
        side = head + np.where(left, 0, self.none + 1)
        self._before[child] = children[side]
        children[side], self.heads[child], self.actions[child] = child, head, action
        self._flags[head] &= ~_STAYS

    def push(self, words: Indices, stack: Indices) -> None:
        """Put words, or no words, upon those at the top of the stack; nothing looks below words of the buffer."""
        self.below[words] = stack
        self.below[self.none] = self.none

    def put_back(self, words: Indices, before: Indices) -> None:
        """Put words without a head back to the buffer; they are not shifted again."""
        self.behind[words] = before
        self._flags[words] &= _OPENS
        self._flags[words] |= _STAYS | np.where(before == self.none, _LAST, 0)
        part = (before != words + 1) | (self._flags[before] & (_OPENS | _NO_WORD) > 0)
        self._flags[words] |= np.where(part, 0, _BREAKABLE)

    def part(self, words: Indices, behind: Indices) -> None:
        """Let sentences begin behind these words."""
        self._flags[words] &= ~_BREAKABLE
        self._flags[behind] |= _OPENS
