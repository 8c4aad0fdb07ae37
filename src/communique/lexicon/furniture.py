"""What is on a page and not of its article: patterns of lines, of credits and of labels, as data.

Patterns are regular expressions over a folded line (lower case, single spaces, straight quotes); they are matched from
its first to its last character. Lines are bounded, and what a pattern repeats is bounded or set apart by a separator,
so that matching stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

import msgspec

from communique.errors import LexiconError
from communique.lexicon.loading import Entry, read_entries

WholePart = Literal["line", "edge", "teaser", "end"]
Part = Literal[WholePart, "credit", "label"]
_NO_PART = frozenset[Part]()

#: A line longer than this is no furniture, in characters.
LONGEST_LINE = 700
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})


class FurnitureExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line that matches or, with ``furniture`` false, one like it that belongs to articles and must not."""

    line: str
    furniture: bool = True


class FurnitureEntry(Entry, frozen=True, kw_only=True):
    """One sort of furniture.

    ``part`` says what goes: the ``line``; the line when only furniture is between it and the text's edge (``edge``);
    the line as a link to another article, whose headline may follow it (``teaser``); the line and all below it
    (``end``). A ``credit`` is the end of a caption, matched as it is written; a ``label`` stands before a headline.
    """

    id: str
    part: Part
    why: str
    patterns: tuple[str, ...]
    examples: tuple[FurnitureExample, ...]


class Furniture:
    """The patterns, compiled into one expression for each part."""

    def __init__(self, entries: Sequence[FurnitureEntry]) -> None:
        self.entries = tuple(entries)
        self._whole: dict[Part, re.Pattern[str]] = {
            part: self._compile(part, r"(?:{})\Z") for part in get_args(WholePart)
        }
        self._any = re.compile("|".join(pattern.pattern for pattern in self._whole.values()))
        self._credit = self._compile("credit", r"[\s(\[|]*(?:{})[\s)\].]*\Z")
        self._label = self._compile("label", r"(?:{})\s*(?::|\||\s[-–—])\s*", re.IGNORECASE)

    def _compile(self, part: str, form: str, flags: int = 0) -> re.Pattern[str]:
        patterns = [pattern for entry in self.entries if entry.part == part for pattern in entry.patterns]
        try:
            return re.compile(form.format("|".join(patterns) or r"(?!)"), flags)
        except re.error as error:
            raise LexiconError(
                f"furniture: a pattern of the part {part!r} is no regular expression: {error}"
            ) from error

    def parts(self, line: str) -> frozenset[Part]:
        """The parts that a line is furniture of: ``line``, ``edge``, ``teaser`` or ``end``; hardly any is of one."""
        folded = fold(line) if len(line) <= LONGEST_LINE else None
        if folded is None or self._any.match(folded) is None:
            return _NO_PART
        return frozenset(part for part, pattern in self._whole.items() if pattern.match(folded))

    @lru_cache(maxsize=256)  # noqa: B019 - a page's lines are looked at when it is cleaned and when it is divided
    def credit_start(self, line: str) -> int | None:
        """Where the photographer's or agency's credit at the end of a caption begins, if there is one."""
        for boundary in _BOUNDARY.finditer(line, max(0, len(line) - _LONGEST_CREDIT)):
            if self._credit.match(line, boundary.start()):
                return boundary.start()
        return None

    def label_end(self, headline: str) -> int:
        """Where the headline itself begins, after a label such as "EXCLUSIVE:"; 0 without a label."""
        end = 0
        while (match := self._label.match(headline, end)) is not None and match.end() < len(headline):
            end = match.end()
        return end


#: A credit begins the line or follows a sentence's end; one in brackets or behind a bar may also end a sentence, when a
#: slash or colon sets it off from an acronym in brackets.
_BOUNDARY = re.compile(r"\A\s*|(?<=[.!?\"”'’)])\s+(?=\S)|\s*[(\[|](?=[^()\[\]|]{0,100}[/:])")
_LONGEST_CREDIT = 160


@lru_cache(maxsize=256)  # a line is asked for by its part, its section and its disclaimers
def fold(line: str) -> str:
    """The line as patterns see it: lower case, single spaces, straight quotes."""
    return " ".join((line if line.isascii() else line.translate(_FOLDED)).lower().split())


@lru_cache(maxsize=1)
def packaged_furniture() -> Furniture:
    """The furniture of the package."""
    return load_furniture()


def load_furniture(folders: Sequence[Path] = ()) -> Furniture:
    """The packaged furniture and that of the user's folders."""
    return Furniture(read_entries("furniture", FurnitureEntry, folders))


def check_furniture(entries: Sequence[FurnitureEntry]) -> Iterator[str]:
    """What is wrong with the examples, one sentence a fault: each entry is tried alone."""
    for entry in entries:
        alone = Furniture([entry])
        for example in entry.examples:
            if _matches(alone, entry.part, example.line) != example.furniture:
                is_so = "is furniture" if example.furniture else "is an article's"
                yield f"furniture: {entry.id}: {example.line!r} {is_so}, and is not taken for it"


def _matches(furniture: Furniture, part: Part, line: str) -> bool:
    if part == "credit":
        return furniture.credit_start(line) is not None
    return furniture.label_end(line) > 0 if part == "label" else part in furniture.parts(line)
