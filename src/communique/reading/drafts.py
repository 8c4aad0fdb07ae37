"""Statements in the making: what quoting, reporting and layout find, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.reading.cue_words import CueWord
from communique.reading.parse import Sentence
from communique.reading.speakers import source_of
from communique.reading.tokens import Token
from communique.records import Quoted, Stance


@dataclass(slots=True, eq=False)
class Draft:
    """Content from ``start`` to ``end`` in characters of the article, its cue and the head of who says it.

    ``pieces`` are the stretches that the content was joined from: between them stand the cue and its speaker.
    """

    start: int
    end: int
    cue: CueWord | None
    source: tuple[Sentence, Token] | None
    stance: Stance
    quoted: Quoted
    pieces: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pieces.append((self.start, self.end))

    @property
    def position(self) -> int:
        """Where the cue stands; where the content begins when there is none."""
        return self.cue.position if self.cue is not None else self.start

    def join(self, start: int, end: int) -> None:
        """Take one more quotation into the content."""
        self.end = max(self.end, end)
        self.pieces.append((start, end))

    def cut(self, end: int) -> None:
        """Let the content end earlier."""
        self.end = end
        self.pieces = [(self.start, end)]


def source(cue: CueWord) -> tuple[Sentence, Token] | None:
    """The head of who says it, with its sentence."""
    head = source_of(cue)
    return (cue.sentence, head) if head is not None else None
