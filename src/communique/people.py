"""Persons and their offices as a knowledge base has them, as records."""

from __future__ import annotations

import datetime

import msgspec

#: Words of an office that tell no two offices apart ("Minister *for* Foreign *Affairs*").
_IDLE = frozenset({"of", "for", "the", "and", "affairs", "to", "in", "at"})


class Post(msgspec.Struct, frozen=True):
    """An office as the knowledge base has it: its words, its country, and the first and last day where known."""

    label: str
    country: str | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
    words: str = ""

    def covers(self, day: datetime.date | None) -> bool:
        """May the post be held on a day: is the day unknown, or within what is known of the term?"""
        return day is None or ((self.start is None or self.start <= day) and (self.end is None or day <= self.end))

    def is_office(self, office: str) -> bool:
        """Is it the office of that name, whatever the order of its words ("Foreign Minister")?"""
        return _significant(self.words or self.label) == _significant(office)


class KnownPerson(msgspec.Struct, frozen=True):
    """A person of a knowledge base; ``id`` is the file's name and the person's id in it, joined by ``#``."""

    id: str
    names: tuple[str, ...]
    countries: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()


def _significant(label: str) -> frozenset[str]:
    words = (word.strip(",.()'’").casefold() for word in label.split())
    return frozenset(word for word in words if word and word not in _IDLE)
