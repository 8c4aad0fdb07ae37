"""The content words of a text, in a form that can be compared."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.stop_words import stop_words

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+){0,4}")


@lru_cache(maxsize=65_536)
def term_of(word: str) -> str | None:
    """What a word counts as: its stem in lower case, or nothing if it tells no texts apart (stop words, letters)."""
    lower = word.lower()
    return stem(lower) if len(word) > 1 and lower not in stop_words() else None


def stem(word: str) -> str:
    """A lower-case word without its possessive or plural ending."""
    word = word.removesuffix("'s").removesuffix("’s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def content_words(text: str) -> frozenset[str]:
    """The stems of the content words of a text."""
    return frozenset(term for word in WORD.findall(text) if (term := term_of(word)) is not None)
