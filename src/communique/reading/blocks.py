"""The blocks of an article's text: title, dateline, paragraphs, bullets, captions. Each is parsed on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from communique.lexicon.furniture import fold, packaged_furniture
from communique.reading.datelines import after_dateline, date_line, dateline_end, is_address, is_byline, stated_days
from communique.reading.paragraphs import Paragraph, ends_sentence, paragraphs_of

BlockKind = Literal["title", "dateline", "heading", "paragraph", "bullet", "caption"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the article's text, ``start`` to ``end`` in characters, to be parsed on its own."""

    kind: BlockKind
    start: int
    end: int


#: Most words and characters of a title, most words of a heading, fewest words of a sentence that has such above it.
_TITLE_WORDS = 25
_TITLE_LENGTH = 250
_TITLE_PART = 2
_HEADING_WORDS = 12
_PROSE_WORDS = 8
#: Paragraphs among which the title and the dateline are looked for.
_TOP = 6
_FILE_PHOTO = re.compile(
    r"(?i:file(?: photo)?|photo|image|picture|caption)\s?(?:[:–—]|- )|In this .{0,60}\b(?:photo|image)\b"
)
_INNER_STOP = re.compile(r"[a-z]{2}[.!?]['’”\")]* ")
_LOWER_IN_TITLES = frozenset(
    {"the", "and", "for", "but", "nor", "via", "off", "out", "per", "yet", "its", "his", "her", "our"}
    | {
        "from",
        "with",
        "into",
        "over",
        "than",
        "that",
        "after",
        "about",
        "before",
        "amid",
        "against",
        "under",
        "between",
    }
    | {
        "through",
        "during",
        "without",
        "until",
        "among",
        "upon",
        "onto",
        "toward",
        "towards",
        "behind",
        "beyond",
        "near",
    }
)
_SPEAKER = re.compile(r"[A-Z][A-Z .'’-]{1,40}:\s")


def split_blocks(text: str, title: str | None = None) -> tuple[Block, ...]:
    """Split a text into its blocks, in order and without overlap; furniture is not looked for here.

    ``title`` is the article's title where it is known beside the text. Web addresses, bylines and a label before the
    title ("BREAKING:") are in no block; nor are the dash of a dateline, bullets, and the credit of a photograph.
    Linear in the length of the text.
    """
    return tuple(_Splitter(text, title).blocks())


class _Splitter:
    def __init__(self, text: str, title: str | None) -> None:
        self._text = text
        self._known = fold(title) if title else None
        self._paragraphs = [p for p in paragraphs_of(text) if not self._is_aside(p)]
        self._title = self._find_title()
        self._body = self._first_prose()

    def blocks(self) -> Iterator[Block]:
        for number, paragraph in enumerate(self._paragraphs):
            yield from self._blocks_of(number, paragraph)

    def _blocks_of(self, number: int, paragraph: Paragraph) -> Iterator[Block]:
        start, end, line = paragraph.start, paragraph.end, self._line(paragraph)
        if number == self._title:
            label = packaged_furniture().label_end(line)
            yield Block("title", start + label, end)
        elif date_line(line) is not None:
            yield Block("dateline", start, end)
        elif paragraph.bullet:
            yield Block("bullet", start, end)
        elif (credit := packaged_furniture().credit_start(line)) is not None or self._is_caption(number, line):
            stop = end if credit is None else start + len(line[:credit].rstrip())
            if stop > start:
                yield Block("caption", start, stop)
        elif number <= self._body + 1 and (head := self._dateline(start, end)) is not None:
            yield Block("dateline", start, head)
            if (begin := after_dateline(self._text, head, end)) < end:
                yield Block("paragraph", begin, end)
        elif self._is_heading(number, line):
            yield Block("heading", start, end)
        else:
            yield Block("paragraph", start, end)

    def _line(self, paragraph: Paragraph) -> str:
        return self._text[paragraph.start : paragraph.end]

    def _is_aside(self, paragraph: Paragraph) -> bool:
        line = self._line(paragraph)
        return is_address(line) or is_byline(line)

    def _dateline(self, start: int, end: int) -> int | None:
        if packaged_furniture().label_end(self._text[start : min(end, start + 80)]):
            return None
        return dateline_end(self._text, start, end, colon=self._speakers < 2)

    @property
    def _speakers(self) -> int:
        """Paragraphs that begin like the turns of a transcript ("Q: ", "MINISTER: ")."""
        return sum(_SPEAKER.match(self._text, p.start, p.end) is not None for p in self._paragraphs[:40])

    def _find_title(self) -> int | None:
        candidates = [n for n, p in enumerate(self._paragraphs[:_TOP]) if date_line(self._line(p)) is None]
        if self._known is not None:
            return next((number for number in candidates if self._is_known(number)), None)
        return candidates[0] if candidates and self._is_title(candidates[0]) else None

    def _is_known(self, number: int) -> bool:
        """Whether a line is the title that is known, or one is part of the other ("Talks fail | The Sentinel")."""
        line = self._line(self._paragraphs[number])
        if self._known is None or len(line) > _TITLE_LENGTH or len(line.split()) < _TITLE_PART:
            return False
        bare = fold(line[packaged_furniture().label_end(line) :])
        return bare in self._known or (self._known in bare and not ends_sentence(line)) or self._known == fold(line)

    def _is_title(self, number: int) -> bool:
        paragraph = self._paragraphs[number]
        line = self._line(paragraph)
        words = line.split()
        if paragraph.bullet or not 2 <= len(words) <= _TITLE_WORDS or len(line) > _TITLE_LENGTH:
            return False
        if not _begins_headline(line) or self._dateline(paragraph.start, paragraph.end) is not None:
            return False
        headline = self._is_open(number, line) or _is_title_case(words) or self._is_above_dateline(number)
        alone = len(self._paragraphs) == 1 and len(words) >= _PROSE_WORDS and self._is_open(number, line)
        return headline and (alone or self._prose_follows(number))

    def _is_above_dateline(self, number: int) -> bool:
        below = self._paragraphs[number + 1] if number + 1 < len(self._paragraphs) else None
        return below is not None and self._dateline(below.start, below.end) is not None

    def _is_open(self, number: int, line: str) -> bool:
        """Without a full stop; a question or exclamation needs a blank line below it to be a headline."""
        if not ends_sentence(line):
            return True
        below = self._paragraphs[number + 1] if number + 1 < len(self._paragraphs) else None
        return line.rstrip("'\"’”)").endswith(("?", "!")) and below is not None and below.after_blank

    def _prose_follows(self, number: int, within: int = 4) -> bool:
        return any(self._is_prose(self._line(p)) for p in self._paragraphs[number + 1 : number + 1 + within])

    def _is_prose(self, line: str) -> bool:
        return len(line.split(None, _PROSE_WORDS)) >= _PROSE_WORDS and (
            ends_sentence(line) or len(line) > _TITLE_LENGTH
        )

    def _first_prose(self) -> int:
        for number, paragraph in enumerate(self._paragraphs):
            line = self._line(paragraph)
            if number != self._title and self._is_prose(line) and not _is_captioned(line):
                return number
        return len(self._paragraphs)

    def _is_caption(self, number: int, line: str) -> bool:
        """A file photo anywhere, or above the body a single sentence that ends in a whole date, as captions do."""
        return _FILE_PHOTO.match(line) is not None or (number < self._body and _is_captioned(line))

    def _is_heading(self, number: int, line: str) -> bool:
        if number == 0 or ends_sentence(line) or len(line.split(None, _HEADING_WORDS)) > _HEADING_WORDS:
            return False
        if self._line(self._paragraphs[number - 1]).endswith(":"):  # an item of a list
            return False
        return _begins_headline(line) and self._prose_follows(number, within=1)


def _is_captioned(line: str) -> bool:
    """Whether a paragraph closes with a full date of its own, as agencies close a caption."""
    body = line[: packaged_furniture().credit_start(line)]
    tail = body.rstrip(" .")
    offset = max(0, len(tail) - 60)
    days = [day for day in stated_days(tail, offset) if day.end == len(tail) and day.year is not None]
    return bool(days) and tail[: days[-1].start].rstrip().endswith((",", "on")) and not _INNER_STOP.search(tail)


def _begins_headline(line: str) -> bool:
    letter = next((c for c in line if c.isalnum()), "")
    return letter.isupper() or letter.isdigit()


def _is_title_case(words: Sequence[str]) -> bool:
    """All words but articles and the like are capitalised, verbs among them: a headline, even with a full stop."""
    longer = [bare for word in words if len(bare := word.strip("'\"‘’“”(),.:;!?")) > 2 and bare.isalpha()]
    return len(longer) > 2 and all(word[0].isupper() or word in _LOWER_IN_TITLES for word in longer)
