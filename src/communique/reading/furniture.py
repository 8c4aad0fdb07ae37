"""Takes page furniture out of plain text: menus, buttons, teasers, disclaimers, credits, comment widgets.

What furniture looks like is data (``lexicon/furniture.toml``); here is where it may stand. Nothing is removed from
between two sentences of the article except lines that the lexicon knows. A text without furniture stays as it is.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Sequence, Set
from functools import cache, partial
from itertools import takewhile

from communique.lexicon.furniture import LONGEST_LINE, Furniture, Part, packaged_furniture
from communique.reading.datelines import date_line, dateline_end, is_byline
from communique.reading.paragraphs import Paragraph, ends_sentence, paragraphs_of

#: Fewest words of a sentence of the article, most words of a menu entry, fewest lines of a menu.
_PROSE_WORDS = 8
_ENTRY_WORDS = 3
_MENU_LINES = 3
#: Most words of a teaser's label that stands on a line of its own.
_LABEL_WORDS = 6
#: What one pass leaves may be furniture in the next; a page that is not made to hold this up takes two.
_MOST_PASSES = 20
_EDGE = frozenset[Part]({"edge"})
_WORD = re.compile(r"[^\W\d_]{3}|\d")
_BULLET_SIGN = re.compile(r"[•‣◦▪●·∙*–—-]\s*")


def clean(text: str, furniture: Furniture | None = None) -> str:
    """The text without page furniture and without white space around it; cleaning twice changes nothing more.

    ``furniture`` is the package's when not given. Linear in the length of the text.
    """
    known = furniture or packaged_furniture()
    parts_of = cache(partial(_parts_of, known))
    for _ in range(_MOST_PASSES):
        cleaned = _Page(text, known, parts_of).cleaned().strip()
        if cleaned == text:
            break
        text = cleaned
    return text


class _Page:
    """One pass over a page: each paragraph (on a page mostly a line) is kept or goes."""

    def __init__(self, text: str, furniture: Furniture, parts_of: Callable[[str], Set[Part]]) -> None:
        self._text = text
        self._furniture = furniture
        self._paragraphs = paragraphs_of(text)
        self._lines = [text[p.start : p.end] for p in self._paragraphs]
        self._parts = [parts_of(line) for line in self._lines]
        self._gone = [False] * len(self._lines)
        self._prose = [not parts and _is_prose(line) for line, parts in zip(self._lines, self._parts, strict=True)]

    def cleaned(self) -> str:
        self._drop_known()
        self._drop_below_comments()
        self._drop_top()
        self._drop_bottom()
        return self._without(self._removals())

    def _drop_known(self) -> None:
        for number in range(len(self._lines)):
            if "line" in self._parts[number]:
                self._gone[number] = True
            elif "teaser" in self._parts[number]:
                self._gone[number] = True
                if len(self._lines[number].split()) <= _LABEL_WORDS:
                    self._drop_headlines(number + 1)

    def _drop_headlines(self, number: int) -> None:
        """The headline, or the close list of headlines, that a label announces."""
        for follower in range(number, len(self._lines)):
            listed = follower == number or not self._paragraphs[follower].after_blank
            if not listed or not self._is_headline(follower):
                return
            self._gone[follower] = True

    def _is_headline(self, number: int) -> bool:
        line = self._lines[number]
        return _ENTRY_WORDS < len(line.split()) <= 25 and not ends_sentence(line) and not self._is_stated(number)

    def _is_stated(self, number: int) -> bool:
        """Whether a line says when or by whom: that is no furniture wherever it stands."""
        line = self._lines[number]
        return date_line(line) is not None or is_byline(line) or dateline_end(line, 0, len(line)) is not None

    def _drop_below_comments(self) -> None:
        """All from the comment widget on, when it has the article above it."""
        below = sum(self._prose)
        above = 0
        for number, prose in enumerate(self._prose):
            above, below = above + prose, below - prose
            if "end" not in self._parts[number]:
                continue
            self._gone[number] = True
            if above and above >= below:
                self._drop_from(number)
                return

    def _drop_from(self, number: int) -> None:
        for follower in range(number, len(self._lines)):
            self._gone[follower] = self._gone[follower] or date_line(self._lines[follower]) is None

    def _drop_top(self) -> None:
        """Menu entries down to the first line that is none; a run of short lines is a menu, whatever it names."""
        kept = deque(number for number in range(len(self._lines)) if not self._gone[number])
        has_prose = any(self._prose)
        while kept:
            if "edge" in self._parts[kept[0]] or _is_blank(self._lines[kept[0]]):
                self._gone[kept.popleft()] = True
                continue
            menu = list(takewhile(self._is_entry, kept))
            if len(menu) < _MENU_LINES or not has_prose:
                return
            for number in menu:
                self._gone[number] = True
                kept.popleft()

    def _is_entry(self, number: int) -> bool:
        line = self._lines[number]
        short = len(line.split()) <= _ENTRY_WORDS and not ends_sentence(line)
        return short and not any(c.isdigit() for c in line) and not self._is_stated(number)

    def _drop_bottom(self) -> None:
        """All below the article's last sentence, from the first line on that is furniture."""
        last = max((n for n, prose in enumerate(self._prose) if prose and not self._gone[n]), default=None)
        if last is None:
            return
        for number in range(last + 1, len(self._lines)):
            if self._gone[number] or "edge" in self._parts[number]:
                self._drop_from(number)
                return

    def _removals(self) -> list[tuple[int, int]]:
        removals = []
        for number, paragraph in enumerate(self._paragraphs):
            if self._gone[number]:
                after_blank = paragraph.after_blank or (number > 0 and self._gone[number - 1])
                removals.append(self._whole_lines(paragraph, after_blank=after_blank))
            elif len(self._lines[number]) <= LONGEST_LINE:
                credit = self._furniture.credit_start(self._lines[number])
                if credit == 0:
                    removals.append(self._whole_lines(paragraph, after_blank=paragraph.after_blank))
                elif credit is not None:
                    removals.append((paragraph.start + credit, paragraph.end))
        return removals

    def _whole_lines(self, paragraph: Paragraph, *, after_blank: bool) -> tuple[int, int]:
        """The paragraph's lines with their ends, and the blank lines below when there are such above, too."""
        start = self._text.rfind("\n", 0, paragraph.start) + 1
        end = self._text.find("\n", paragraph.end) + 1 or len(self._text)
        while after_blank and end < len(self._text):
            following = self._text.find("\n", end) + 1 or len(self._text)
            if self._text[end:following].strip():
                break
            end = following
        return start, end

    def _without(self, removals: Sequence[tuple[int, int]]) -> str:
        kept, at = [], 0
        for start, end in removals:
            kept.append(self._text[at:start])
            at = end
        return "".join([*kept, self._text[at:]])


def _parts_of(furniture: Furniture, line: str) -> Set[Part]:
    """What a paragraph is as furniture: all of it, or a first line that runs on without a capital ("Notify of").

    At an edge of the page it may have a bullet.
    """
    found = _parts_of_lines(furniture, line)
    bare = _BULLET_SIGN.sub("", line, count=1)
    return found if bare == line else (found - _EDGE) | (_parts_of_lines(furniture, bare) & _EDGE)


def _parts_of_lines(furniture: Furniture, line: str) -> Set[Part]:
    found = furniture.parts(line)
    first, _, rest = line.partition("\n")
    return found | furniture.parts(first) if rest.lstrip()[:1].islower() else found


def _is_prose(line: str) -> bool:
    return ends_sentence(line) and len(line.split(None, _PROSE_WORDS)) >= _PROSE_WORDS


def _is_blank(line: str) -> bool:
    """Without a word of three letters or a figure, such as "in ,"."""
    return _WORD.search(line) is None
