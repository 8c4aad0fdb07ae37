"""Text of articles made safe for a terminal: no control characters, no markup, no reordering of what is written.

rich is imported where its texts are made: most of this is for plain ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

#: Control characters and others that move, hide or reorder text (bidirectional overrides, lone surrogates, unassigned).
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_KEPT = frozenset("\u200c\u200d")  # joiners, which some scripts are misspelt without
_GAP = "\N{HORIZONTAL ELLIPSIS}"


def plain(text: str) -> str:
    """The text on one line, white space as single spaces, without characters that a terminal would act upon."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    spaced = "".join(" " if c.isspace() else c for c in text)
    return " ".join("".join(c for c in spaced if not is_unsafe(c)).split(" ")).strip()


def is_unsafe(character: str) -> bool:
    """Would a character that is no white space move, hide or reorder text?"""
    return character not in _KEPT and unicodedata.category(character) in _UNSAFE


def safe(text: str | None, style: str = "") -> Text:
    """The text for a table or line, its square brackets and escapes meaning nothing; empty for ``None``."""
    from rich.text import Text

    return Text(plain(text) if text is not None else "", style=style)


def shortened(text: str, most: int) -> str:
    """The text on one line, cut after ``most`` characters at a word."""
    line = plain(text)
    if len(line) <= most:
        return line
    return line[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + _GAP


def highlighted(text: str, offset: int, marks: Iterable[tuple[int, int, str]]) -> Text:
    """A stretch of an article that begins at ``offset``, with parts (start and end in the article, style) marked."""
    from rich.text import Text

    edges = sorted({0, len(text), *(e for m in marks for e in (m[0] - offset, m[1] - offset) if 0 < e < len(text))})
    found = Text()
    for start, end in pairwise(edges):
        styles = [style for a, b, style in marks if a - offset <= start and end <= b - offset]
        piece = text[start:end]
        lead = " " if piece[:1].isspace() and len(found) and not found.plain.endswith(" ") else ""
        tail = " " if piece[-1:].isspace() and piece.strip() else ""
        found.append(lead + plain(piece.strip()) + tail, style=" ".join(styles) or None)
    return found
