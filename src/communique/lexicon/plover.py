"""What each kind is in PLOVER (event type, mode, contexts, score) and CAMEO.

Types, modes and scores are those of the PLOVER manual (Open Event Data Alliance), CAMEO codes those of the CAMEO manual
(Schrodt 2012). The manual prints +3 as the score of ACCUSE while its modes score -2 and -3.5: a misprint, read as -3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import ahocorasick_rs
import msgspec

from communique.lexicon.loading import Entry, read_entries
from communique.records import Status


class CodeExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A status and the PLOVER type that a report of the kind has with it."""

    status: Status
    plover: str | None = None


class KindCode(Entry, frozen=True, kw_only=True):
    """A kind in PLOVER and CAMEO; ``planned`` values hold while it is ahead, ``cancelled`` when it is called off,
    ``denied`` when it does not come about.

    An act of a kind that ``presupposes`` what it is about leaves that an act of its own: who condemns a raid says that
    there was one.
    """

    kind: str
    plover: str | None = None
    mode: str | None = None
    cameo: str | None = None
    planned: str | None = None
    cameo_planned: str | None = None
    cancelled: str | None = None
    denied: str | None = None
    presupposes: bool = False
    examples: tuple[CodeExample, ...]


class ScoreExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mode (``None``: no mode) and its score."""

    mode: str | None = None
    score: float = 0.0


class Score(Entry, frozen=True, kw_only=True):
    """A PLOVER type's quad category, and its scores, by itself and by mode, from -10 (conflict) to 10 (cooperation)."""

    plover: str
    score: float
    quad: Literal[1, 2, 3, 4] | None = None
    modes: dict[str, float] = msgspec.field(default_factory=dict)
    examples: tuple[ScoreExample, ...]


class ContextExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence in which the context's words stand."""

    text: str


class Context(Entry, frozen=True, kw_only=True):
    """A PLOVER context and the words (lower case, whole words, ``*`` for any ending) that show it."""

    context: str
    words: tuple[str, ...]
    examples: tuple[ContextExample, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """PLOVER and CAMEO values of one report."""

    plover: str | None
    mode: tuple[str, ...]
    cameo: str | None
    score: float | None


_AHEAD = frozenset({"planned", "confirmed", "proposed", "hypothetical"})
_AUXILIARY = {
    "planned": "future",
    "confirmed": "future",
    "proposed": "hypothetical",
    "hypothetical": "hypothetical",
    "denied": "negation",
}


class Plover:
    """Kinds, scores and contexts, loaded."""

    def __init__(self, kinds: Sequence[KindCode], scores: Sequence[Score], contexts: Sequence[Context]) -> None:
        self.kinds = {entry.kind: entry for entry in kinds}
        self.presupposing = frozenset(entry.kind for entry in kinds if entry.presupposes)
        self.scores = {entry.plover: entry for entry in scores}
        self.contexts = tuple(contexts)
        words = [(word, entry.context) for entry in contexts for word in entry.words]
        self._names = [context for _, context in words]
        self._open = [word.endswith("*") for word, _ in words]
        self._matcher = ahocorasick_rs.AhoCorasick([word.rstrip("*") for word, _ in words])

    def code(
        self, kind: str, status: Status, *, plover: str | None = None, mode: str | None = None, cameo: str | None = None
    ) -> Code:
        """The code of a kind with a status; what a frame says more precisely (``plover``, ``mode``, ``cameo``) wins.

        A cooperative act still ahead is AGREE, a conflictual one THREATEN, a contact called off and an agreement
        not reached REJECT. Auxiliary modes of the manual (future, hypothetical, negation) come from the status, where
        the type does not say it.
        """
        entry = self.kinds.get(kind)
        if entry is None:
            return Code(plover, (mode,) if mode else (), cameo, self.score(plover, mode))
        if status in {"cancelled", "postponed"} and entry.cancelled is not None:
            return Code(entry.cancelled, ("meet",), "125", self.score(entry.cancelled, "meet"))
        if status == "denied" and entry.denied is not None:
            return Code(entry.denied, (), "120", self.score(entry.denied, None))
        ahead = status in _AHEAD and entry.planned is not None
        event = entry.planned if ahead else plover or entry.plover
        own_mode = None if ahead else mode or (entry.mode if plover is None else None)
        auxiliary = None if ahead else _AUXILIARY.get(status)
        modes = tuple(m for m in (own_mode, auxiliary) if m)
        code = (entry.cameo_planned or entry.cameo) if ahead else cameo or entry.cameo
        return Code(event, modes if event else (), code, self.score(event, own_mode))

    def score(self, event: str | None, mode: str | None) -> float | None:
        """The PLOVER score of a type with a mode, or ``None`` without a type."""
        if event is None or event not in self.scores:
            return None
        entry = self.scores[event]
        return entry.modes.get(mode, entry.score) if mode else entry.score

    def quad(self, event: str | None) -> int | None:
        """The quad category of a PLOVER type: verbal or material cooperation (1, 2) or conflict (3, 4)."""
        return self.scores[event].quad if event in self.scores else None

    def contexts_of(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The PLOVER contexts whose words stand in any of the texts, in alphabetical order."""
        found: set[str] = set()
        for text in texts:
            lower = text.lower()
            for index, start, end in self._matcher.find_matches_as_indexes(lower, overlapping=True):
                begins = start == 0 or not lower[start - 1].isalnum()
                if begins and (self._open[index] or _ENDS.match(lower, end)):
                    found.add(self._names[index])
        return tuple(sorted(found))


_ENDS = re.compile(r"(?:s|es)?(?!\w)")


def load_plover(folders: Sequence[Path] = ()) -> Plover:
    """The packaged tables and those of the user's folders."""
    return Plover(
        read_entries("kinds", KindCode, folders),
        read_entries("scores", Score, folders),
        read_entries("contexts", Context, folders),
    )


def check_plover(plover: Plover) -> Iterator[str]:
    """What is wrong with the examples of kinds, scores and contexts, one sentence a fault."""
    for kind in plover.kinds.values():
        for example in kind.examples:
            got = plover.code(kind.kind, example.status).plover
            if got != example.plover:
                yield f"kinds: {kind.kind}: {example.status} gives {got}, not {example.plover}"
        if kind.plover is not None and kind.plover not in plover.scores:
            yield f"kinds: {kind.kind}: PLOVER type {kind.plover} has no score"
    for score in plover.scores.values():
        for mode in score.examples:
            if plover.score(score.plover, mode.mode) != mode.score:
                yield f"scores: {score.plover}: mode {mode.mode} does not score {mode.score}"
    for context in plover.contexts:
        for sentence in context.examples:
            if context.context not in plover.contexts_of([sentence.text]):
                yield f"contexts: {context.context}: not found in {sentence.text!r}"
