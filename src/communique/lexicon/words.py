"""Word classes that rules of grammar need: support verbs, partitive nouns, the words that set a status."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from communique.lexicon.loading import Entry, read_entries
from communique.records import Reading


class ClassExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, the word of the class in it, and (for a class that sets a status) the trigger it governs."""

    text: str
    word: str
    trigger: str | None = None
    status: str | None = None


class WordClass(Entry, frozen=True, kw_only=True):
    """A class of lemmas: ``why`` says what rules do with it; ``status`` is the status that its words give, if any."""

    id: str
    why: str
    words: tuple[str, ...]
    status: str | None = None
    examples: tuple[ClassExample, ...]


class Words(dict[str, frozenset[str]]):
    """The lemmas of word classes by id, empty for a class nobody defined, and the lemmas that give each status."""

    def __init__(self, classes: Sequence[WordClass]) -> None:
        self.classes = tuple(classes)
        for entry in classes:
            self[entry.id] = self[entry.id] | frozenset(entry.words)
        self.statuses: dict[str, str] = {
            word: entry.status for entry in classes if entry.status for word in entry.words
        }

    def __missing__(self, class_id: str) -> frozenset[str]:
        return frozenset()


def load_words(folders: Sequence[Path] = ()) -> Words:
    """The packaged word classes and those of the user's folders."""
    return Words(read_entries("words", WordClass, folders))


@lru_cache(maxsize=1)
def packaged_words() -> Words:
    """The packaged word classes, for rules of grammar that no user's folder changes."""
    return load_words()


def check_words(words: Words, read: Callable[[str], Reading]) -> Iterator[str]:
    """What is wrong with the examples of the word classes, one sentence a fault; ``read`` reads a sentence."""
    for entry in words.classes:
        for example in entry.examples:
            if example.word not in entry.words:
                yield f"words: {entry.id}: {example.word!r} of the example {example.text!r} is not among its words"
            if example.trigger is None:
                continue
            found = [r.status for r in read(example.text).reports if example.trigger in r.trigger.text]
            if example.status not in found:
                got = found or "no report"
                yield f"words: {entry.id}: {example.text!r}: {example.trigger!r} is {got}, not {example.status}"
