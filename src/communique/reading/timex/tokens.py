"""The words of a block as the grammar sees them: finer than the parser's tokens ("mid-1990s"), each tied to one."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct

from communique.reading.tokens import Doc, Token

#: Numbers with their ending ("10th", "1980s"), "a.m." and "o'clock", words, and every other sign by itself.
_WORD = re.compile(
    r"\d+(?:[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH]|[sS])(?![^\W\d])|\d+"
    r"|[aApP]\.[mM](?:\.|\b)|[oO]'[cC][lL][oO][cC][kK]|[^\W\d_]+|[^\w\s]|_"
)
_SAME = {"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2018": "'", "`": "'"}


class Word(Struct, frozen=True):
    """A word: its place in the article, whether it begins with a capital, and its parser token."""

    start: int
    end: int
    capital: bool
    token: Token


class Words:
    """The words of a parsed block whose first character is at ``offset`` of the article.

    ``forms`` has them in lower case; what else there is to know of a word is found out when it is asked for.
    """

    def __init__(self, doc: Doc, offset: int) -> None:
        self._tokens = doc.tokens
        self._offset = offset
        self._text = doc.text
        self._matches: list[re.Match[str]] | None = None
        self.forms = [_SAME[text] if text in _SAME else text.lower() for text in _WORD.findall(doc.text)]

    def __len__(self) -> int:
        return len(self.forms)

    def __getitem__(self, at: int) -> Word:
        match = self._found()[at]
        start = match.start()
        token = self._tokens[max(bisect_right(self._tokens, start, key=_position) - 1, 0)]
        return Word(self._offset + start, self._offset + match.end(), match.group()[0].isupper(), token)

    def joined(self, at: int) -> bool:
        """Is there no space between the word at an index and the one before it?"""
        return 0 < at < len(self.forms) and self._found()[at].start() == self._found()[at - 1].end()

    def _found(self) -> list[re.Match[str]]:
        if self._matches is None:
            self._matches = list(_WORD.finditer(self._text))
        return self._matches


def _position(token: Token) -> int:
    return token.idx
