"""The words of time expressions: classes such as months, units or holidays, each word with what it stands for."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from communique.lexicon.loading import Entry, read_entries

_PIECE = re.compile(r"\S+")


class TimeExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, the time expression in it, and its TIMEX3 value when the sentence was published on ``published``."""

    text: str
    time: str
    value: str
    published: datetime.date = datetime.date(1998, 2, 6)


class TimeClass(Entry, frozen=True, kw_only=True):
    """A class of words; ``words`` maps each word, or words with spaces between tokens, to its value.

    Words in ``capitalised`` are members only with a capital letter ("May", "Sun"), those in ``also_verbs`` only where
    they are no verb ("may", "fall").
    """

    id: str
    why: str
    words: dict[str, int | str]
    examples: tuple[TimeExample, ...]
    capitalised: tuple[str, ...] = ()
    also_verbs: tuple[str, ...] = ()


class TimeWords:
    """The classes by id; :meth:`phrases` gives the members that begin with a word, longest first."""

    def __init__(self, classes: Sequence[TimeClass]) -> None:
        self.classes = tuple(classes)
        self.capitalised = frozenset(word for entry in classes for word in entry.capitalised)
        self.also_verbs = frozenset(word for entry in classes for word in entry.also_verbs)
        self._phrases: dict[str, dict[str, list[tuple[tuple[str, ...], int | str]]]] = {}
        for entry in classes:
            by_first = self._phrases.setdefault(entry.id, {})
            for word, value in entry.words.items():
                pieces = tuple(_PIECE.findall(word.replace("-", " - ")))
                by_first.setdefault(pieces[0], []).append((pieces, value))
        for by_first in self._phrases.values():
            for phrases in by_first.values():
                phrases.sort(key=lambda phrase: -len(phrase[0]))

    def phrases(self, class_id: str, first: str) -> Sequence[tuple[tuple[str, ...], int | str]]:
        """The members of a class that begin with the word ``first``: their words and their value."""
        return self._phrases[class_id].get(first, ())

    def first_words(self, class_id: str) -> frozenset[str]:
        """The words that members of a class begin with.

        Raises:
            KeyError: there is no such class.

        """
        return frozenset(self._phrases[class_id])


def load_time_words(folders: Sequence[Path] = ()) -> TimeWords:
    """The packaged classes and those of the user's folders."""
    return TimeWords(read_entries("times", TimeClass, folders))
