"""Opinion told from reporting: what the page says of the article, and whether its author speaks in the first person.

The genre is a remark on the article. It changes nothing in how the article is read.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.lexicon.genres import Genres
from communique.reading.parse import ParsedArticle
from communique.reading.quotations import find_quotations
from communique.records import Genre, Statement

_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
#: How many lines at the head and the foot of a page are looked at, and how few words make a line part of a menu.
_HEAD, _FOOT, _MENU_WORDS = 12, 20, 2
#: How often an author who gives an opinion says "I": so many times, and in one sentence of so many.
_LEAST, _ONE_IN = 3, 40


def stated_genre(text: str, title: str | None, genres: Genres) -> Genre | None:
    """The genre that a page states in its title, in the label of its section or in a disclaimer.

    ``text`` is the page as it came in, since labels and disclaimers are furniture.
    """
    lines = [line for whole in text.splitlines() if (line := whole.strip())]
    for line in [*([title] if title else []), *_labels(lines[: _HEAD + 1])]:
        if (entry := genres.of(line, "section")) is not None:
            return Genre(kind=entry.genre, reason="section", words=line)
    for line in [*lines[:_HEAD], *lines[max(_HEAD, len(lines) - _FOOT) :]]:
        if (entry := genres.of(line, "disclaimer")) is not None:
            return Genre(kind=entry.genre, reason="disclaimer", words=line)
    return None


def _labels(lines: list[str]) -> list[str]:
    """The lines at the head of a page that can be labels: no entries of a menu, whose neighbours are as short."""
    found = []
    for number, line in enumerate(lines[:_HEAD]):
        beside = lines[max(number - 1, 0) : number] + lines[number + 1 : number + 2]
        if not any(len(other.split()) <= _MENU_WORDS for other in beside):
            found.append(line)
    return found


def personal_genre(parsed: ParsedArticle, statements: Sequence[Statement]) -> Genre | None:
    """Opinion, where the author says "I" again and again in words that are nobody else's."""
    quotations = find_quotations(parsed.text, parsed.blocks)
    said = iter(statements)
    following, reach = next(said, None), 0
    found = []
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.lower_ not in _FIRST_PERSON or token.pos_ != "PRON":
                continue
            position = sentence.start_of(token)
            while following is not None and following.content.start <= position:
                reach = max(reach, following.content.end)
                following = next(said, None)
            if position >= reach and quotations.at(position) is None:
                found.append(sentence)
    if len(found) < _LEAST or len({s.index for s in found}) * _ONE_IN < len(parsed.sentences):
        return None
    return Genre(kind="opinion", reason="first person", words=found[0].whole.text)
