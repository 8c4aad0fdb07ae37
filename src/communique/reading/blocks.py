"""The blocks of an article's text: title, dateline, paragraphs, bullets, captions. Each is parsed on its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["title", "dateline", "paragraph", "bullet", "caption"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the article's text, ``start`` to ``end`` in characters, to be parsed on its own."""

    kind: BlockKind
    start: int
    end: int


_LINE = re.compile(r"[^\n]+")


def split_blocks(text: str) -> tuple[Block, ...]:
    """Split a text into its blocks, in order and without overlap; furniture is not looked for here."""
    blocks = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        if text[start:end].strip():
            blocks.append(Block("paragraph", start, end))
    return tuple(blocks)
