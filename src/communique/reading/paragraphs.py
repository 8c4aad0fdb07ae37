"""How a text is laid out: its lines, and the paragraphs that they make, wrapped or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple


class Line(NamedTuple):
    """A line with something on it: its characters without white space around them, and how it is set."""

    start: int
    end: int
    indent: int
    after_blank: bool


class Paragraph(NamedTuple):
    """Lines that run on. ``start`` is after the sign of a ``bullet``."""

    start: int
    end: int
    bullet: bool
    after_blank: bool


#: Widest column of hard-wrapped copy, in characters.
_WIDEST = 120
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[•‣◦▪●·∙]|(?P<weak>[-–—*]|\d{1,2}[.)]))[ \t\xa0]+(?=\S)")
_STOP = re.compile(r"[.!?:;…](?: ?['’”\"`)\]])*\Z")
_ENDS = frozenset(".!?:;…'’”\"`)]")
#: A rule across the page or a control code: nothing that runs on.
_RULE = re.compile(r"(?:[^\w\s]|&#\d+;|_)+\Z")
_TABULAR = re.compile(r"\S {3,}\S|\S\t+\S")


def ends_sentence(text: str) -> bool:
    """Whether a line's or paragraph's last character is a stop, quotes and brackets behind it not counted."""
    return text[-1:] in _ENDS and _STOP.search(text[-8:]) is not None


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank."""
    lines: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        content = match.group()
        body = content.strip()
        if not body:
            continue
        start = match.start() + content.index(body[0])
        gap = text[end : match.start()]
        blank = not lines or (len(gap) > 1 and max(gap.count("\n"), gap.count("\r")) > 1)
        lines.append(Line(start, start + len(body), start - match.start(), blank))
        end = match.start() + len(content.rstrip())
    return lines


@lru_cache(maxsize=2)  # a page is cleaned until nothing changes, and then divided into blocks
def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text: lines between blank ones, lines by themselves, or wrapped lines joined.

    A line runs on into the next when it stops in mid-sentence and the next begins in lower case, or when the text is
    hard-wrapped and no new paragraph is marked: by indentation where the text indents its paragraphs, else by a line
    that closes a sentence before the column is full.
    """
    lines = lines_of(text)
    setting = _Setting(text, lines)
    paragraphs: list[Paragraph] = []
    previous: Line | None = None
    for line in lines:
        listed = previous is not None and paragraphs[-1].bullet
        bullet = setting.bullet(line, previous, listed=listed)
        if previous is not None and not bullet and setting.runs_on(previous, line):
            last = paragraphs[-1]
            paragraphs[-1] = Paragraph(last.start, line.end, last.bullet, last.after_blank)
        else:
            paragraphs.append(Paragraph(line.start + bullet, line.end, bullet > 0, line.after_blank))
        previous = line
    return tuple(paragraphs)


class _Setting:
    """How a text's lines are set: whether they are wrapped, at what width, and the usual indent."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
        self._width = max((line.end - line.start for line in lines), default=0)
        cut = sum(not ends_sentence(text[a.start : a.end]) and self._is_cut(a, b) for a, b in pairs)
        self._wrapped = len(pairs) > 1 and self._width <= _WIDEST and cut * 5 >= len(pairs) * 2
        self._indent = Counter(line.indent for line in lines).most_common(1)[0][0] if lines else 0
        self._indents = any(b.indent > self._indent for _, b in pairs)

    def _is_cut(self, line: Line, following: Line) -> bool:
        """Whether a line that closes no sentence ends where it does for want of room."""
        return self._text[following.start].islower() or self._is_full(line, following)

    def _is_full(self, line: Line, following: Line) -> bool:
        """Whether the next line's first word would not have fitted."""
        word = self._text[following.start : following.end].split(None, 1)[0]
        return line.end - line.start + 1 + len(word) > self._width * 0.9

    def bullet(self, line: Line, previous: Line | None, *, listed: bool) -> int:
        """Length of the bullet that a line begins with; a dash or number counts only where one may begin."""
        match = _BULLET.match(self._text, line.start, line.end)
        if match is None:
            return 0
        free = line.after_blank or previous is None or ends_sentence(self._text[previous.start : previous.end])
        return match.end() - line.start if match["weak"] is None or free or listed else 0

    def runs_on(self, line: Line, following: Line) -> bool:
        """Whether a line's paragraph goes on in the line below it."""
        if following.after_blank or _RULE.match(self._text, following.start, following.end):
            return False
        body = self._text[line.start : line.end]
        stopped = ends_sentence(body)
        if not stopped and self._text[following.start].islower():
            return True
        if not self._wrapped or following.indent > self._indent:
            return False
        if _TABULAR.search(body) or _TABULAR.search(self._text, following.start, following.end):
            return False
        return self._indents or not stopped or self._is_full(line, following)
