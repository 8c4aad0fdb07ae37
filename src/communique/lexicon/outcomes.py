"""How occasions came out, as accounts say it ("the talks ended without agreement")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from communique.lexicon.loading import Entry, read_entries
from communique.lexicon.phrase_patterns import any_of


class OutcomeExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence about an act of a kind, and the words in it that say how the act came out."""

    text: str
    kind: str
    words: str


class Outcome(Entry, frozen=True, kw_only=True):
    """A way in which occasions come out; the file's head says what each field holds."""

    id: str
    kinds: tuple[str, ...]
    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    examples: tuple[OutcomeExample, ...]


class Outcomes:
    """The ways in which occasions come out. Where phrases of several overlap, the one that begins first counts."""

    def __init__(self, entries: Sequence[Outcome]) -> None:
        self.entries = tuple(entries)
        self._patterns = [(entry, _pattern(entry.phrases), _pattern(entry.unless)) for entry in entries]

    def find(self, text: str, kind: str) -> Iterator[tuple[str, int, int]]:
        """The outcomes that a text tells of an act of a kind: the entry's id, and where its words are."""
        found = sorted(
            (match.start(), -match.end(), entry.id)
            for entry, pattern, unless in self._patterns
            if kind in entry.kinds
            for match in pattern.finditer(text)
            if not entry.unless or unless.search(match.group()) is None
        )
        last = 0
        for start, end, outcome in found:
            if start >= last:
                last = -end
                yield outcome, start, -end


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    """What matches any of the phrases, the longest first; not where it is only wished for or may be."""
    return re.compile(
        rf"(?<!\bto )(?<!\bwould )(?<!\bmay )(?<!\bmight )(?<!\bwill )\b(?:{any_of(phrases)})\b", re.IGNORECASE
    )


@lru_cache(maxsize=8)
def load_outcomes(folders: tuple[Path, ...] = ()) -> Outcomes:
    """The packaged entries and those of the user's folders."""
    return Outcomes(read_entries("outcomes", Outcome, folders))


def check_outcomes(outcomes: Outcomes) -> Iterator[str]:
    """What is wrong with the examples of the outcomes, one sentence a fault."""
    for entry in outcomes.entries:
        for example in entry.examples:
            found = [(o, example.text[start:end]) for o, start, end in outcomes.find(example.text, example.kind)]
            if (entry.id, example.words) not in found:
                yield f"outcomes: {entry.id}: {example.text!r}: {found or 'no outcome'}, not {example.words!r}"
