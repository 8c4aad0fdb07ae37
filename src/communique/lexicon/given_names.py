"""Given names that tell whether a person is a woman or a man."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from communique.accents import without_accents
from communique.lexicon.loading import Entry, read_entries
from communique.records import Mention


class NameExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name of the entry, and a text in which a pronoun means a person because the name's bearer cannot be meant."""

    name: str
    text: str
    pronoun: str
    person: str


class GivenNames(Entry, frozen=True, kw_only=True):
    """Names of one gender and part of the world, in lower case without accents."""

    id: str
    gender: Literal["female", "male"]
    names: tuple[str, ...]
    examples: tuple[NameExample, ...]


class Genders:
    """The gender of given names."""

    def __init__(self, entries: Sequence[GivenNames]) -> None:
        self.entries = tuple(entries)
        self._of = {name: entry.gender for entry in entries for name in entry.names}

    def of(self, given: str) -> str | None:
        """``female``, ``male``, or ``None``; accents do not count, and the first half of "Anne-Lise" is enough."""
        plain = without_accents(given).lower()
        return self._of.get(plain) or self._of.get(plain.partition("-")[0])


@lru_cache(maxsize=8)
def load_genders(folders: tuple[Path, ...] = ()) -> Genders:
    """The packaged names; a name that a user's folder gives another gender has that one."""
    return Genders(read_entries("given_names", GivenNames, folders))


def check_given_names(genders: Genders, read: Callable[[str], Sequence[Mention]]) -> Iterator[str]:
    """What is wrong with the entries, one sentence a fault; ``read`` gives the mentions of a text."""
    for entry in genders.entries:
        for name in entry.names:
            if genders.of(name) != entry.gender:
                yield f"given_names: {entry.id}: {name!r} is of another gender elsewhere; leave it out of both"
        for example in entry.examples:
            if example.name.lower() not in entry.names:
                yield f"given_names: {entry.id}: {example.name!r} of {example.text!r} is not among its names"
            mentions = read(example.text)
            meant = {m.actor for m in mentions if m.span.text == example.pronoun}
            if meant != {m.actor for m in mentions if m.span.text == example.person}:
                yield f"given_names: {entry.id}: {example.text!r}: {example.pronoun!r} is not {example.person!r}"
