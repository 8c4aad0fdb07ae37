"""Phrases with gaps and choices, as the lexicon writes them, turned into regular expressions.

``a|b`` is one of two words, ``!a|b`` any word but these, ``*`` stands for up to three words, ``**`` for up to twelve,
among which may be commas ("the toll in Idlib, Syria, rose"). Gaps are bounded, so patterns take linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = r"[\w'’-]+"
#: What "*" and "**" stand for, with the space behind them.
_GAPS = {"*": rf"(?:{_WORD}\s+){{0,3}}?", "**": rf"(?:{_WORD},?\s+){{0,12}}?"}


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(map(_phrase, longest_first))


def _phrase(phrase: str) -> str:
    words = phrase.split()
    pieces = [_GAPS.get(word) or _word(word) + r"\s+" for word in words]
    return "".join(pieces).removesuffix(r"\s+")


def _word(word: str) -> str:
    either = "|".join(map(re.escape, word.removeprefix("!").split("|")))
    return rf"(?!(?:{either})\b){_WORD}" if word.startswith("!") else f"(?:{either})"
