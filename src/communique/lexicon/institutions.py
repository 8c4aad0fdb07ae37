"""Which states have an institution or office, as data: no king's state has a president, and few have a congress."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from communique.lexicon.loading import Entry, read_entries
from communique.records import Mention


class InstitutionExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text, the name of an actor that is read from it, and the state that the actor belongs to, if that is known."""

    text: str
    name: str
    country: str | None = None


class Institution(Entry, frozen=True, kw_only=True):
    """Words for offices and bodies that ``only`` some states have, or that some ``never`` have.

    ``words`` are names of offices, nouns for actors, or words before such a noun ("*federal* police").
    """

    id: str
    words: tuple[str, ...]
    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    examples: tuple[InstitutionExample, ...]


class Institutions:
    """The institutions by the words for them."""

    def __init__(self, entries: Sequence[Institution]) -> None:
        self.entries = tuple(entries)
        self._only: dict[str, frozenset[str]] = {w: frozenset(e.only) for e in entries if e.only for w in e.words}
        self._never: dict[str, frozenset[str]] = {w: frozenset(e.never) for e in entries if e.never for w in e.words}

    def may_have(self, country: str, words: Sequence[str]) -> bool:
        """May a state have what the words stand for?"""
        return all(
            (word not in self._only or country in self._only[word]) and country not in self._never.get(word, ())
            for word in words
        )

    def is_of_one_state(self, words: Sequence[str]) -> bool:
        """Do the words stand for what one state alone has?"""
        return any(len(self._only.get(word, ())) == 1 for word in words)

    def is_telling(self, words: Sequence[str]) -> bool:
        """Do the words stand for what only some states have?"""
        return any(word in self._only for word in words)


def load_institutions(folders: Sequence[Path] = ()) -> Institutions:
    """The packaged institutions and those of the user's folders, which win over those of their id."""
    entries = {entry.id: entry for entry in read_entries("institutions", Institution, folders)}
    return Institutions(tuple(entries.values()))


def check_institutions(institutions: Institutions, read: Callable[[str], Sequence[Mention]]) -> Iterator[str]:
    """What is wrong with the examples, one sentence a fault; ``read`` gives the mentions of a text."""
    for entry in institutions.entries:
        for example in entry.examples:
            found = {mention.country for mention in read(example.text) if mention.name == example.name}
            if found != {example.country}:
                got = ", ".join(sorted(map(str, found))) or "no actor"
                yield f"institutions: {entry.id}: {example.text!r}: {example.name!r} is of {got}, not {example.country}"
