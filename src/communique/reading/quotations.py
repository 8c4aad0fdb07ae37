"""Quotation marks paired over an article: curly, straight, doubled and single ones, nested, unclosed, over paragraphs.

Marks are read by their surroundings, not by their shape alone, since newspapers mix and misdirect them: a mark opens
where white space or a bracket stands before it and a word behind it. Single marks are told from apostrophes. A
quotation that is not closed in its paragraph goes on where the next paragraph begins with an opening mark, as
newspapers print speeches, and else ends with its paragraph. One pass over the text; nesting is bounded.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from communique.reading.blocks import Block

_MARK = re.compile(r"``|''|[“”„«»\"‘’']")
_TYPED = "``"
_OPENING_SHAPES = frozenset({"“", "„", "«", _TYPED})
_CLOSING_SHAPES = frozenset({"”", "»"})
_SINGLE = frozenset({"‘", "’", "'"})
_BEFORE_OPENING = frozenset(" \t\n\r\xa0\u2009\u202f([{—–-―/:")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of text with its quotation marks, ``start`` to ``end`` in characters of the article."""

    start: int
    end: int
    closed: bool


class Quotations:
    """The outermost quotations of an article, in order and without overlap."""

    def __init__(self, found: Sequence[Quotation]) -> None:
        self._found = tuple(found)
        self._starts = [quotation.start for quotation in self._found]

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self._found)

    def at(self, position: int) -> Quotation | None:
        """The quotation that covers a position."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self._found[index].end:
            return self._found[index]
        return None

    def between(self, start: int, end: int) -> Sequence[Quotation]:
        """The quotations that share a character with ``start`` to ``end``."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self._found[first].end <= start:
            first += 1
        last = first
        while last < len(self._found) and self._found[last].start < end:
            last += 1
        return self._found[first:last]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    single: bool


@lru_cache(maxsize=1)  # statements, times and the genre of an article ask for them
def find_quotations(text: str, blocks: tuple[Block, ...]) -> Quotations:
    """Pair the quotation marks of an article, block by block."""
    found: list[Quotation] = []
    carried: int | None = None  # where a quotation began that an earlier block left open
    for index, block in enumerate(blocks):
        marks = list(_marks(text, block))
        if carried is not None and not _goes_on(text, block, marks):
            found.append(Quotation(carried, _last(text, blocks[index - 1]), closed=False))
            carried = None
        carried = _pair(text, block, marks, carried, found)
    if carried is not None:
        found.append(Quotation(carried, _last(text, blocks[-1]), closed=False))
    return Quotations(found)


def _goes_on(text: str, block: Block, marks: Sequence[_Mark]) -> bool:
    """Does a block go on with a quotation left open: begins with a mark that opens, or has one first that closes?"""
    double = next((mark for mark in marks if not mark.single), None)
    return double is not None and (not double.opens or double.start == _first(text, block))


def _first(text: str, block: Block) -> int:
    return block.end - len(text[block.start : block.end].lstrip(" \t\xa0•*-"))


def _last(text: str, block: Block) -> int:
    return block.start + len(text[block.start : block.end].rstrip())


def _marks(text: str, block: Block) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, block.start, block.end):
        shape, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start > block.start else " "
        after = text[end] if end < block.end else " "
        single = shape in _SINGLE
        if single and before.isalnum() and after.isalnum():
            continue  # an apostrophe inside a word
        if single and shape != "‘" and after.isdigit():
            continue  # the '90s
        could_open = before in _BEFORE_OPENING or (before in "“\"‘'" and not after.isspace())
        opens = (could_open or shape in _OPENING_SHAPES) and not after.isspace()
        opens = opens or shape == _TYPED  # which tokenisers set apart from the word behind
        if shape in _CLOSING_SHAPES and not (could_open and after.isalnum()):
            opens = False
        yield _Mark(start, end, opens, single)


def _pair(text: str, block: Block, marks: Sequence[_Mark], carried: int | None, found: list[Quotation]) -> int | None:
    """Pair the marks of a block; gives the start of a double quotation that the block leaves open."""
    open_marks: list[_Mark] = []
    start = carried
    resumed = carried is not None and marks[0].opens and not marks[0].single
    if carried is not None and not resumed:
        open_marks.append(_Mark(carried, carried, opens=True, single=False))
    for index, mark in enumerate(marks):
        if resumed and index == 0:
            open_marks.append(mark)  # taken up again at the head of the paragraph
        elif mark.opens:
            if len(open_marks) < _DEEPEST and not (mark.single and not _has_closing(marks, index)):
                open_marks.append(mark)
                start = mark.start if len(open_marks) == 1 else start
        elif open_marks and _closes(text, block, mark, open_marks) and not open_marks and start is not None:
            found.append(Quotation(start, mark.end, closed=True))
            start = None
    if not open_marks or start is None:
        return None
    return None if open_marks[0].single else start


def _has_closing(marks: Sequence[_Mark], index: int) -> bool:
    return any(not m.opens for m in marks[index + 1 : index + 4 * _DEEPEST])


def _closes(text: str, block: Block, mark: _Mark, open_marks: list[_Mark]) -> bool:
    """Does the mark close an open one? Takes the closed marks off; a possessive apostrophe closes nothing."""
    top = open_marks[-1]
    if mark.single:
        if not any(m.single for m in open_marks):
            return False
        if text[mark.start - 1 : mark.start] == "s" and _possessive(text, block, mark):
            return False
    elif top.single and all(m.single for m in open_marks) and text[mark.start : mark.end] != "''":
        return False
    while open_marks and open_marks[-1].single != mark.single and len(open_marks) > 1:
        open_marks.pop()
    open_marks.pop()
    return True


def _possessive(text: str, block: Block, mark: _Mark) -> bool:
    """Is this "workers' rights" rather than the end of 'troubling actions' in it? Only if a later mark can close."""
    rest = text[mark.end : min(block.end, mark.end + 200)]
    later = re.search(r"[A-Za-z.,?!][’'](?![A-Za-z])", rest)
    opening = re.search(r"(?<![A-Za-z])[‘']", rest)
    return (
        rest[:1] == " "
        and rest[1:2].islower()
        and later is not None
        and (opening is None or later.start() < opening.start())
    )
