"""The words of a block as the grammar sees them: finer than the parser's tokens ("mid-1990s"), each tied to one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.reading.tokens import Doc, Token

#: Numbers with their ending ("10th", "1980s"), "a.m." and "o'clock", words, and every other sign by itself.
_WORD = re.compile(
    r"\d+(?:[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH]|[sS])(?![^\W\d])|\d+"
    r"|[aApP]\.[mM](?:\.|\b)|[oO]'[cC][lL][oO][cC][kK]|[^\W\d_]+|[^\w\s]|_"
)
_SAME = {"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2018": "'", "`": "'"}


@dataclass(slots=True, eq=False)
class Word:
    """A word: its lower-case form, its place in the article, its parser token, and the space before it.

    There is one for every word that is read, so it is not frozen, which would make it four times as dear.
    """

    lower: str
    start: int
    end: int
    capital: bool
    spaced: bool
    doc: Doc
    index: int

    @property
    def token(self) -> Token:
        """The parser's token that the word is in."""
        return self.doc[self.index]


def words_of(doc: Doc, offset: int) -> list[Word]:
    """The words of a parsed block whose first character is at ``offset`` of the article; O(length)."""
    found: list[Word] = []
    begins = [token.idx for token in doc.tokens]
    at, last, previous = 0, len(begins) - 1, 0
    for match in _WORD.finditer(doc.text):
        start, end = match.span()
        while at < last and begins[at + 1] <= start:
            at += 1
        text = match.group()
        lower = _SAME.get(text) or text.lower()
        found.append(Word(lower, offset + start, offset + end, text[0].isupper(), start > previous, doc, at))
        previous = end
    return found
