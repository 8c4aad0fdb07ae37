"""The words of a block as the grammar sees them: finer than the parser's tokens ("mid-1990s"), each tied to one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

#: Numbers with their ending ("10th", "1980s"), "a.m." and "o'clock", words, and every other sign by itself.
_WORD = re.compile(r"\d+(?:st|nd|rd|th|s)(?![^\W\d])|\d+|[ap]\.m(?:\.|\b)|o'clock|[^\W\d_]+|[^\w\s]|_", re.IGNORECASE)
_SAME = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2018": "'", "`": "'"}
)


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word: its lower-case form, its place in the article, the parser's token it is in, and the space before it."""

    lower: str
    start: int
    end: int
    token: Token
    capital: bool
    spaced: bool


def words_of(doc: Doc, offset: int) -> list[Word]:
    """The words of a parsed block whose first character is at ``offset`` of the article; O(length)."""
    found: list[Word] = []
    tokens = list(doc)
    begins = [token.idx for token in tokens]
    at, last, previous = 0, len(tokens) - 1, 0
    for match in _WORD.finditer(doc.text):
        start, end = match.span()
        while at < last and begins[at + 1] <= start:
            at += 1
        text = match.group()
        found.append(
            Word(
                text.lower().translate(_SAME),
                offset + start,
                offset + end,
                tokens[at],
                text[0].isupper(),
                start > previous,
            )
        )
        previous = end
    return found
