"""Short and pet forms of given names: "Bill" is William."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from communique.lexicon.loading import Entry, read_entries


class NicknameExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person's full name and a short form of it."""

    full: str
    short: str


class Nicknames(Entry, frozen=True, kw_only=True):
    """Given names of one part of the world, each with its short forms behind it."""

    id: str
    names: tuple[tuple[str, ...], ...]
    examples: tuple[NicknameExample, ...]


class ShortForms:
    """The full names that given names may be short for."""

    def __init__(self, entries: Sequence[Nicknames]) -> None:
        self.entries = tuple(entries)
        full_of: dict[str, set[str]] = defaultdict(set)
        for full, *short in (names for entry in entries for names in entry.names):
            for name in (full, *short):
                full_of[name].add(full)
        self._full_of = {name: frozenset(full) for name, full in full_of.items()}

    def alike(self, one: str, other: str) -> bool:
        """Can two given names, in lower case without accents, be forms of one name ("bob", "robert")?"""
        full = self._full_of.get(one)
        return full is not None and not full.isdisjoint(self._full_of.get(other, ()))


@lru_cache(maxsize=8)
def load_nicknames(folders: tuple[Path, ...] = ()) -> ShortForms:
    """The packaged short forms, and those of a user's folders."""
    return ShortForms(read_entries("nicknames", Nicknames, folders))


def check_nicknames(forms: ShortForms, same: Callable[[str, str], bool]) -> Iterator[str]:
    """What is wrong with the entries, one sentence a fault; ``same`` says if two names can be one person's."""
    for entry in forms.entries:
        for names in entry.names:
            if len(names) < 2:
                yield f"nicknames: {entry.id}: {list(names)} has no short form"
        for example in entry.examples:
            if not same(example.full, example.short):
                yield f"nicknames: {entry.id}: {example.short!r} is not taken for {example.full!r}"
