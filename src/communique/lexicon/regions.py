"""Parts of the world, historic and disputed regions, waters, famous sites, abbreviations of states and provinces."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from communique.lexicon.loading import Entry, read_entries

RegionKind = Literal["region", "water", "facility", "division"]


class RegionExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, and words in it that name the entry's place."""

    text: str
    phrase: str


class Region(Entry, frozen=True, kw_only=True):
    """A place that the table of towns and divisions lacks, or (``same_as``) one of them with more names.

    ``point`` is latitude and longitude in degrees. ``country`` is ``None`` for what lies in several states, in none, or
    is claimed by more than one. ``after_comma`` names count only after another place and a comma ("Paris, Ky.");
    ``ambiguous`` ones need a preposition or the parse to say that a place is meant.
    """

    name: str
    kind: RegionKind
    examples: tuple[RegionExample, ...]
    names: tuple[str, ...] = ()
    country: str | None = None
    point: tuple[float, float] | None = None
    same_as: str | None = None
    after_comma: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


def load_regions(folders: Sequence[Path] = ()) -> tuple[Region, ...]:
    """The packaged regions and those of the user's folders."""
    return read_entries("regions", Region, folders)
