"""What tells opinion from reporting in the lines around an article: labels of sections, and disclaimers, as data.

Patterns are regular expressions over a folded line (lower case, single spaces, straight quotes) of bounded length, and
what they repeat is bounded, so that matching stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from communique.errors import LexiconError
from communique.lexicon.furniture import LONGEST_LINE, fold
from communique.lexicon.loading import Entry, read_entries
from communique.records import GenreKind, GenreReason


class GenreExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line that matches or, with ``matches`` false, one like it that must not."""

    line: str
    matches: bool = True


class GenreEntry(Entry, frozen=True, kw_only=True):
    """Lines that say the ``genre`` of an article. A ``section`` is the whole line, a ``disclaimer`` any part of it.

    Where ``keywords`` are given, every line that matches has one of them, so that hardly any is searched for a pattern.
    """

    id: str
    genre: GenreKind
    reason: GenreReason
    patterns: tuple[str, ...]
    keywords: tuple[str, ...] = ()
    examples: tuple[GenreExample, ...]


class Genres:
    """The entries with their patterns compiled, in the order of the lexicon."""

    def __init__(self, entries: Sequence[GenreEntry]) -> None:
        self.entries = tuple(entries)
        self._matches = tuple((entry, _matcher(entry)) for entry in entries)

    def of(self, line: str, reason: GenreReason) -> GenreEntry | None:
        """The first entry of a reason that a line matches."""
        if len(line) > LONGEST_LINE:
            return None
        folded = fold(line)
        for entry, matches in self._matches:
            if entry.reason == reason and _may_match(entry, folded) and matches(folded) is not None:
                return entry
        return None


def _may_match(entry: GenreEntry, folded: str) -> bool:
    for word in entry.keywords:  # any() over a generator takes three times as long
        if word in folded:
            return True
    return not entry.keywords


def _matcher(entry: GenreEntry) -> Callable[[str], re.Match[str] | None]:
    """What looks for an entry in a folded line; a section's is not looked for behind its begin."""
    joined = "|".join(f"(?:{pattern})" for pattern in entry.patterns)
    try:
        return re.compile(rf"(?:{joined})\Z").match if entry.reason == "section" else re.compile(joined).search
    except re.error as error:
        raise LexiconError(f"genres: {entry.id}: no regular expression ({error}); mend its patterns") from error


@lru_cache(maxsize=8)
def load_genres(folders: tuple[Path, ...] = ()) -> Genres:
    """The packaged genres and those of the user's folders."""
    return Genres(read_entries("genres", GenreEntry, folders))


def check_genres(genres: Genres) -> Iterator[str]:
    """What is wrong with the examples of the genres, one sentence a fault."""
    for entry in genres.entries:
        for example in entry.examples:
            found = genres.of(example.line, entry.reason)
            if (found is not None) is not example.matches:
                wanted = "no genre" if not example.matches else entry.genre
                yield f"genres: {entry.id}: {example.line!r} is {found.genre if found else 'no genre'}, not {wanted}"
