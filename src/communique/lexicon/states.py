"""States and territories: looked up by name, adjective, people, capital or seat of power, and found in running text.

Case counts, because "US" is a state and "us" is not, and a turkey is a bird: a phrase is matched as the lexicon
writes it, or in capitals throughout, as headlines and datelines have it. Accents may be missing ("Elysee"), a leading
"the" may be there or not, and the typographic apostrophe is the plain one. Some phrases belong to several states
("Congolese"): the one that the file lists first is meant, and former states come last in it. ``Phrase.ambiguous``
marks the phrases that often mean no state at all ("Jordan", "Chad", "Washington"): whoever uses one should look for
support in its context.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

import ahocorasick_rs
import msgspec
from rapidfuzz.distance import OSA

from communique.accents import without_accents
from communique.lexicon.loading import Entry, read_entries

PhraseKind = Literal["name", "adjective", "demonym", "combining", "capital", "seat"]


class Seat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A building, street or quarter that stands for a branch of power, and that branch's PLOVER sector."""

    name: str
    sector: str


class StateExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, and words in it that stand for the entry's state."""

    text: str
    phrase: str


class State(Entry, frozen=True, kw_only=True):
    """A state or territory, present or former; the file's head says what each field holds."""

    code: str
    name: str
    names: tuple[str, ...]
    point: tuple[float, float]
    examples: tuple[StateExample, ...]
    alpha2: str | None = None
    geonameid: int | None = None
    successor: str | None = None
    dependency_of: str | None = None
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    combining: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[Seat, ...] = ()
    ambiguous: tuple[str, ...] = ()
    ambiguity: str | None = None

    @property
    def country(self) -> str:
        """The code that records carry: the successor's for a former state, else the state's own."""
        return self.successor or self.code


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand for a state, and how. ``sector`` is set for seats of power only."""

    text: str
    kind: PhraseKind
    state: State
    sector: str | None
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase at characters ``start`` to ``end`` of a text."""

    start: int
    end: int
    phrase: Phrase

    def of(self, text: str) -> str:
        """The words as the text has them."""
        return text[self.start : self.end]


class States:
    """All states, indexed by the phrases that stand for them."""

    def __init__(self, states: Sequence[State]) -> None:
        self.states = tuple(states)
        self.by_code: dict[str, State] = {}
        self._index: dict[PhraseKind, dict[str, Phrase]] = {
            kind: {} for kind in ("name", "adjective", "demonym", "combining", "capital", "seat")
        }
        for state in states:
            self.by_code[state.code] = state
        for phrase in (phrase for state in states for phrase in _phrases_of(state)):
            for form in _forms(phrase.text):
                self._index[phrase.kind].setdefault(form, phrase)

    def by_name(self, text: str) -> State | None:
        """The state that has the name or abbreviation ("the Netherlands", "DPRK", "Burma")."""
        return self._look_up("name", text)

    def by_adjective(self, text: str) -> State | None:
        """The state that the adjective belongs to ("Dutch", "South Korean")."""
        return self._look_up("adjective", text)

    def by_demonym(self, text: str) -> State | None:
        """The state whose people the noun names ("Britons", "Filipinos")."""
        return self._look_up("demonym", text)

    def by_combining(self, text: str) -> State | None:
        """The state of the first half of a compound ("Sino" of "Sino-Russian")."""
        return self._look_up("combining", text)

    def by_capital(self, text: str) -> State | None:
        """The state whose government the city stands for ("Beijing", "The Hague")."""
        return self._look_up("capital", text)

    def by_seat(self, text: str) -> State | None:
        """The state that has the seat of power ("the Kremlin"); :meth:`phrase` gives the sector as well."""
        return self._look_up("seat", text)

    def phrase(self, kind: PhraseKind, text: str) -> Phrase | None:
        """The phrase of one kind that the text is, with its state, sector and ambiguity."""
        key = _plain_apostrophe(text.strip())
        index = self._index[kind]
        return index.get(key) or index.get(_without_article(key))

    @lru_cache(maxsize=4096)  # noqa: B019 - the states stay as long as the process
    def misspelt(self, word: str, *, exchanged: bool = True) -> Phrase | None:
        """The one state whose name a capitalised word misses by a letter: left out, added, swapped or exchanged.

        A name with "s" added is a plural. Without ``exchanged`` a letter for another does not count ("Greene").
        """
        close = [name for name in self._names if name[0] == word[0] and OSA.distance(name, word, score_cutoff=1) == 1]
        if len(close) != 1 or word == close[0] + "s":
            return None
        name = close[0]
        substituted = len(name) == len(word) and sorted(name) != sorted(word)
        return self._index["name"][name] if exchanged or not substituted else None

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """The states' names of one word, in mixed case."""
        return tuple(form for form in self._index["name"] if form.istitle() and form.isalpha())

    def phrases(self) -> Iterator[Phrase]:
        """Every phrase once for each kind, the meant state only, in the forms that the lexicon writes."""
        for index in self._index.values():
            yield from {id(phrase): phrase for phrase in index.values()}.values()

    def find(self, text: str) -> Iterator[Found]:
        """The phrases in a running text, left to right, the longest at each place, on word boundaries."""
        plain = _plain_apostrophe(text)
        for which, start, end in self._automaton.find_matches_as_indexes(plain):
            if _at_boundary(plain, start) and _at_boundary(plain, end):
                yield Found(start, end, self._matched[which])

    @cached_property
    def _forms(self) -> dict[str, Phrase]:
        """Every form in text; of one that has several kinds, the first of name, adjective, demonym and so on counts."""
        found: dict[str, Phrase] = {}
        for index in self._index.values():
            for form, phrase in index.items():
                found.setdefault(form, phrase)
        return found

    @cached_property
    def _matched(self) -> tuple[Phrase, ...]:
        return tuple(self._forms.values())

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(list(self._forms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def _look_up(self, kind: PhraseKind, text: str) -> State | None:
        phrase = self.phrase(kind, text)
        return phrase.state if phrase is not None else None


def load_states(folders: tuple[Path, ...] = ()) -> States:
    """The packaged states; an entry of a user's folder takes the place of the packaged one with its code."""
    return _load(folders)


@lru_cache(maxsize=8)
def _load(folders: tuple[Path, ...]) -> States:
    entries = read_entries("states", State, folders)
    return States(tuple({entry.code: entry for entry in entries}.values()))


def check_states(states: States) -> Iterator[str]:
    """What is wrong with the examples of the states, one sentence a fault."""
    for state in states.states:
        for example in state.examples:
            found = [f.phrase.state.code for f in states.find(example.text) if f.of(example.text) == example.phrase]
            if found != [state.code]:
                yield f"states: {state.code}: {example.phrase!r} in {example.text!r} gives {found or 'nothing'}"


def _phrases_of(state: State) -> Iterator[Phrase]:
    kinds: tuple[tuple[PhraseKind, tuple[str, ...]], ...] = (
        ("name", state.names),
        ("adjective", state.adjectives),
        ("demonym", state.demonyms),
        ("combining", state.combining),
        ("capital", state.capitals),
    )
    for kind, texts in kinds:
        for text in texts:
            yield Phrase(text, kind, state, None, text in state.ambiguous)
    for seat in state.seats:
        yield Phrase(seat.name, "seat", state, seat.sector, seat.name in state.ambiguous)


def _forms(text: str) -> Iterator[str]:
    """The phrase as written, in capitals, and both without accents."""
    for form in (text, without_accents(text)):
        yield form
        if len(form) > 3:
            yield form.upper()


def _plain_apostrophe(text: str) -> str:
    return text.replace("\u2019", "'")


def _without_article(text: str) -> str:
    return text[4:] if text[:4] in {"the ", "The ", "THE "} else text


def _at_boundary(text: str, position: int) -> bool:
    """Does a word end or begin at the position (a full stop inside a phrase belongs to it)?"""
    if position in {0, len(text)}:
        return True
    return not (text[position - 1].isalnum() and text[position].isalnum())
