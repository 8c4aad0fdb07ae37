"""Offices, posts and titles of persons, as data: what they are called, and the sector of who holds them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from communique.lexicon.loading import Entry, read_entries

OfficeKind = Literal["office", "post", "title"]
Gender = Literal["female", "male"]


class OfficeExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence and what the actor read from it must have; fields left out are not checked."""

    text: str
    name: str
    office: str | None = None
    country: str | None = None
    sector: str | None = None


class Office(Entry, frozen=True, kw_only=True):
    """An office (one holder at a time in a state or body), a post (many holders), or a title that comes before a name.

    With ``portfolio`` the words before it, or after "of" or "for", belong to it ("planning minister", "minister for
    planning"). ``leads``: its holder is meant by "the leader" of the state or body; ``common``:
    firms and clubs have one as well; ``before_name``: without a name behind it the word means anybody who acts for
    others. ``country`` is set where one state
    alone has an office of that name. ``gender`` is what the title says.
    """

    name: str
    kind: OfficeKind
    forms: tuple[str, ...]
    sector: str | None = None
    portfolio: bool = False
    leads: bool = False
    common: bool = False
    before_name: bool = False
    country: str | None = None
    gender: Gender | None = None
    examples: tuple[OfficeExample, ...]


def load_offices(folders: Sequence[Path] = ()) -> tuple[Office, ...]:
    """The packaged offices and those of the user's folders."""
    return read_entries("offices", Office, folders)
