"""Common nouns for actors, as data: soldiers, police, parliament, protesters, with the sector that the noun says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from communique.lexicon.loading import Entry, read_entries
from communique.lexicon.phrases import plural

AgentType = Literal["person", "group", "organisation", "state", "states"]


class AgentExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence and the actor that must be read from it: the words that name it, sector and country."""

    text: str
    name: str
    sector: str | None = None
    country: str | None = None


class Agent(Entry, frozen=True, kw_only=True):
    """Nouns of one sector and type.

    ``person``: the noun can stand before a name ("lawmaker X") and its plural is a group; ``group`` and
    ``organisation`` are what they say; ``state``: the noun means the state's government; ``states``: several states,
    those named behind its "of" or else of no state of their own ("Turkey's neighbouring *countries*"). ``generic``
    nouns take the sector of what modifies them ("army officials", "rebel leader") and have ``sector`` only otherwise.
    ``modifiers`` are words that give the sector to a generic noun without being nouns for the actor ("religious
    leaders").
    ``domestic``: without a modifier the noun belongs to the state the text is about. ``owned``: the noun is too general
    to count unless a state, organisation or other actor goes with it ("the Irish *side*", "*members* of the cabinet").
    ``alone``: the noun counts only as a subject without "of" ("*thousands* marched", not "thousands of boats").
    ``definite``: the noun counts only behind "the", a possessive or whose it is ("the *prosecution*", not "vigorous
    prosecution").
    ``held``: the noun counts only where it acts and somebody's it is ("the mayor's *office* said", not "took office").
    ``descriptor``: right after an organisation's name it only says what that is ("the Tass *news agency*").
    """

    id: str
    type: AgentType
    nouns: tuple[str, ...]
    sector: str | None = None
    generic: bool = False
    domestic: bool = True
    owned: bool = False
    descriptor: bool = False
    alone: bool = False
    definite: bool = False
    held: bool = False
    modifiers: tuple[str, ...] = ()
    examples: tuple[AgentExample, ...]


def load_agents(folders: Sequence[Path] = ()) -> tuple[Agent, ...]:
    """The packaged agent nouns and those of the user's folders."""
    return read_entries("agents", Agent, folders)


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    """The last words of all nouns for actors, in the singular and the plural."""
    nouns = [noun for agent in load_agents() for noun in agent.nouns]
    return frozenset(form.split()[-1].lower() for noun in nouns for form in (noun, plural(noun)))


def is_common_noun(name: str) -> bool:
    """Does a name end in a common noun for actors ("four masked gunmen")?"""
    words = name.split()
    return bool(words) and words[-1].lower() in _heads()
