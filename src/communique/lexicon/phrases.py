"""Looking up phrases by their words: case, hyphens, full stops and apostrophes do not tell two spellings apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import Generic, TypeVar

V = TypeVar("V")

#: No lexicon phrase is longer than this, in words.
LONGEST_PHRASE = 10
_WORD = re.compile(r"'s\b|[^\W_]+|&")
_PLURALS = (
    (re.compile(r"man$"), "men"),
    (re.compile(r"child$"), "children"),
    (re.compile(r"(?<=wi)fe$|(?<=thie)f$"), "ves"),
    (re.compile(r"(?<=[ngi])arch$"), "archs"),
    (re.compile(r"(?<=[^aeiou])y$"), "ies"),
    (re.compile(r"(s|x|z|ch|sh)$"), r"\1es"),
)
_POSTMODIFIERS = frozenset({"of", "for", "to", "at", "in"})


@lru_cache(maxsize=1 << 16)
def words_of(text: str) -> tuple[str, ...]:
    """The words by which a phrase is looked up: lower case, "U.N." as "un", "al-Qaeda" as "al", "qaeda"."""
    return tuple(_WORD.findall(text.lower().replace(".", "").replace("\u2019", "'")))


def plural(phrase: str) -> str:
    """The regular plural of a noun phrase, made on its head: "ministers of justice", "foreign ministers"."""
    words = phrase.split(" ")
    place = next((i - 1 for i, word in enumerate(words) if i and word in _POSTMODIFIERS), len(words) - 1)
    for ending, new in _PLURALS:
        if ending.search(words[place]):
            words[place] = ending.sub(new, words[place])
            break
    else:
        words[place] += "s"
    return " ".join(words)


class PhraseTable(Generic[V]):
    """Values by phrase. A phrase may have several values, kept in the order they were added."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, ...], list[V]] = {}
        self._longest: dict[str, int] = {}

    def add(self, phrase: str, value: V) -> None:
        """Add a value under a phrase; a phrase without a word in it, or of too many, is left out."""
        words = words_of(phrase)
        if words and len(words) <= LONGEST_PHRASE:
            self._values.setdefault(words, []).append(value)
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def get(self, phrase: str) -> Sequence[V]:
        """The values of a phrase, none when it is not known."""
        return self._values.get(words_of(phrase), ())

    @property
    def first_words(self) -> Set[str]:
        """The words that a phrase begins with."""
        return self._longest.keys()

    def matches(self, tokens: Sequence[tuple[str, ...]], start: int) -> Iterator[tuple[int, Sequence[V]]]:
        """Phrases that begin at token ``start``, longest first: the index after the last token, and the values.

        ``tokens`` holds the words of each token; a hyphen or full stop has none.
        """
        if start >= len(tokens) or not tokens[start]:
            return
        room = self._longest.get(tokens[start][0], 0)
        words: tuple[str, ...] = ()
        found: list[tuple[int, Sequence[V]]] = []
        for index in range(start, len(tokens)):
            if not tokens[index]:
                continue
            words += tokens[index]
            if len(words) > room:
                break
            if values := self._values.get(words):
                found.append((index + 1, values))
        yield from reversed(found)
