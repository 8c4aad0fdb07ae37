"""Families of kinds: which kinds reports of one event may choose between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from communique.errors import LexiconError
from communique.lexicon.loading import Entry, read_entries


class FamilyExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two sentences that can report one event, and the kind of each."""

    one: str
    other: str
    kinds: tuple[str, str]


class Family(Entry, frozen=True, kw_only=True):
    """Kinds that can be one event; the file's head says what each field holds."""

    id: str
    kinds: tuple[str, ...]
    speech: bool = False
    deeds: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    disputed: bool = False
    examples: tuple[FamilyExample, ...]


class Families:
    """The family of each kind."""

    def __init__(self, families: Sequence[Family]) -> None:
        self.families = tuple(families)
        self._of: dict[str, Family] = {}
        for family in families:
            for kind in family.kinds:
                if kind in self._of and self._of[kind].id != family.id:
                    raise LexiconError(
                        f"families: kind {kind!r} is in {self._of[kind].id!r} and {family.id!r}; keep one"
                    )
                self._of[kind] = family
        self._speech = frozenset(filter(self.is_speech, self._of))
        self._disputed = frozenset(filter(self.is_disputed, self._of))
        self._series = frozenset(kind for family in families for kind in family.series)

    def of(self, kind: str) -> str:
        """The id of the family that a kind is in: the kind itself when it is in none."""
        family = self._of.get(kind)
        return family.id if family is not None else kind

    def is_speech(self, kind: str) -> bool:
        """Is the act one of words, told from others of its sort by what is said?"""
        family = self._of.get(kind)
        return family is not None and family.speech and kind not in family.deeds

    def any_speech(self, kinds: frozenset[str]) -> bool:
        """Is any of some kinds an act of words (:meth:`is_speech`)?"""
        return not self._speech.isdisjoint(kinds)

    def any_disputed(self, kinds: frozenset[str]) -> bool:
        """Is any of some kinds disputed (:meth:`is_disputed`)?"""
        return not self._disputed.isdisjoint(kinds)

    def any_series(self, kinds: frozenset[str]) -> bool:
        """May reports name different parties of one occasion of some of the kinds?"""
        return not self._series.isdisjoint(kinds)

    def has_speech(self, kind: str) -> bool:
        """Are acts of words among the kinds of a kind's family?"""
        family = self._of.get(kind)
        return family is not None and family.speech

    def is_disputed(self, kind: str) -> bool:
        """May accounts of one such act differ on who did it?"""
        family = self._of.get(kind)
        return family is not None and family.disputed

    def precision(self, kind: str) -> int:
        """How particular a kind is within its family: higher is more so."""
        family = self._of.get(kind)
        return family.kinds.index(kind) if family is not None else 0


@lru_cache(maxsize=8)
def load_families(folders: tuple[Path, ...] = ()) -> Families:
    """The packaged families; an entry of a user's folder takes the place of the packaged one with its id."""
    entries = read_entries("families", Family, folders)
    return Families(tuple({entry.id: entry for entry in entries}.values()))


def check_families(families: Families) -> Iterator[str]:
    """What is wrong with the examples of the families, one sentence a fault."""
    for family in families.families:
        for example in family.examples:
            if {families.of(kind) for kind in example.kinds} != {family.id}:
                yield f"families: {family.id}: {' and '.join(example.kinds)} are not both in it"
