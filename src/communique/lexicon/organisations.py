"""Organisations known by name, as data: international bodies, parties, armed groups, agencies, institutions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from communique.lexicon.loading import Entry, read_entries


class OrganisationExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence in which the organisation is named, and the words that name it."""

    text: str
    names: str


class Organisation(Entry, frozen=True, kw_only=True):
    """An organisation by its slug ``id``, its ``name`` and further ``names``; ``country`` only where bound to one.

    ``seat`` is the city of its headquarters; ``by_seat``: that city stands for it as a capital does for a state.
    ``land``: the name is that of its land too, which it stands for behind a preposition of place.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    sector: str
    country: str | None = None
    seat: str | None = None
    by_seat: bool = False
    land: bool = False
    examples: tuple[OrganisationExample, ...]


def load_organisations(folders: Sequence[Path] = ()) -> tuple[Organisation, ...]:
    """The packaged organisations and those of the user's folders."""
    return read_entries("organisations", Organisation, folders)


@lru_cache(maxsize=8)
def load_seats(folders: tuple[Path, ...] = ()) -> dict[str, str]:
    """The cities of the organisations that have a seat, by id."""
    return {entry.id: entry.seat for entry in load_organisations(folders) if entry.seat is not None}
