"""Cues of attribution: the words that tie content to whoever says, believes, wants or judges it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from communique.lexicon.loading import Entry, read_entries
from communique.records import Reading, Stance

PartOfSpeech = Literal["verb", "noun", "adjective", "preposition"]
#: What may follow a cue as content: a quotation, a finite clause, an infinitive, an object with its infinitive,
#: a gerund, an object, an object with its predicate, or what stands behind the cue's own preposition.
Complement = Literal[
    "quotation", "clause", "infinitive", "object infinitive", "gerund", "object", "predicate", "prepositional"
]


class CueExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence and the statement in it: words of the speaker (``None``: nobody is named) and of the content.

    Without ``content`` the sentence must give no statement.
    """

    text: str
    content: str | None = None
    speaker: str | None = None


class Cue(Entry, frozen=True, kw_only=True):
    """A class of cues that take the same complements.

    ``words`` are lemmas, with a particle or preposition behind them where it belongs to the cue ("point out").
    ``addressee`` says that the object of the verb is the hearer ("told reporters that"), ``passive`` that a passive
    without an agent attributes too ("is said to").
    """

    id: str
    pos: PartOfSpeech
    stance: Stance
    words: tuple[str, ...]
    complements: tuple[Complement, ...]
    addressee: bool = False
    passive: bool = False
    examples: tuple[CueExample, ...]


class Cues:
    """The cues by part of speech and first word. Of several entries for a word those read first come first."""

    def __init__(self, entries: Sequence[Cue]) -> None:
        self.entries = tuple(entries)
        self._by_word: dict[tuple[str, str], list[tuple[str | None, Cue]]] = {}
        for entry in entries:
            for words in entry.words:
                first, _, second = words.partition(" ")
                self._by_word.setdefault((entry.pos, first), []).append((second or None, entry))

    def of(self, pos: PartOfSpeech, lemma: str) -> Sequence[tuple[str | None, Cue]]:
        """The entries of a lemma, each with the particle or preposition that it needs (``None``: none)."""
        return self._by_word.get((pos, lemma), ())


def load_cues(folders: Sequence[Path] = ()) -> Cues:
    """The packaged cues and those of the user's folders."""
    return Cues(read_entries("cues", Cue, folders))


def check_cues(cues: Cues, read: Callable[[str], Reading]) -> Iterator[str]:
    """What is wrong with the examples of the cues, one sentence a fault; ``read`` reads a sentence."""
    for entry in cues.entries:
        for example in entry.examples:
            got = [(s.speaker.span.text if s.speaker else None, s.content.text) for s in read(example.text).statements]
            if example.content is None:
                if got:
                    yield f"cues: {entry.id}: {example.text!r} gives {got}, not nothing"
            elif (example.speaker, example.content) not in got:
                yield f"cues: {entry.id}: {example.text!r} gives {got}, not {(example.speaker, example.content)}"
