"""The content words of a text, in a form that can be compared."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.lang.en.stop_words import STOP_WORDS

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+){0,4}")


def is_content(word: str) -> bool:
    """Is a word one that tells texts apart: no stop word, no single letter?"""
    return len(word) > 1 and word.lower() not in STOP_WORDS


@lru_cache(maxsize=65_536)
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
    return frozenset(stem(word.lower()) for word in WORD.findall(text) if is_content(word))
