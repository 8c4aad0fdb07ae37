"""What a place name can stand for: states, regions and sites of the lexicon, towns and divisions of the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

import ahocorasick_rs

from communique.accents import without_accents
from communique.errors import LexiconError
from communique.lexicon.places import Kind, PlaceTable, TablePlace, fold, load_places
from communique.lexicon.regions import Region, load_regions
from communique.lexicon.states import State, States, load_states
from communique.lexicon.toponyms import load_toponym_words

SenseKind = Literal["state", "region", "water", "facility", "division", "district", "town"]

#: Letters from which on a name in capitals may be that of a town, and not only an acronym.
_SHORTEST_NAME = 4
_KINDS: dict[Kind, SenseKind] = {Kind.ADMIN1: "division", Kind.ADMIN2: "district", Kind.CITY: "town"}


@dataclass(frozen=True, slots=True)
class Sense:
    """One place that a name can stand for. Points are WGS 84 degrees; ``row`` and ``inside`` are rows of the table.

    ``own`` is false when the name is another than the place's own in GeoNames ("Peking"); ``capital`` holds for the
    seats of national governments, ``default`` for what the lexicon says that the name means if nothing else is said.
    """

    name: str
    kind: SenseKind
    country: str | None
    geonameid: int | None
    latitude: float
    longitude: float
    population: int = 0
    row: int | None = None
    inside: tuple[int, ...] = ()
    capital: bool = False
    own: bool = True
    default: bool = False

    def holds(self, inner: Sense) -> bool:
        """Does this state or division contain the other place?"""
        if inner.kind == "state":
            return False
        if self.kind == "state":
            return self.country is not None and self.country == inner.country
        return self.row is not None and self.row in inner.inside


#: Names whose senses are remembered.
_MOST_REMEMBERED = 4096


class Gazetteer:
    """Senses of place names. The lexicon's names match as written or in capitals, the table's in any spelling."""

    def __init__(self, states: States, regions: Sequence[Region], table: PlaceTable) -> None:
        self.states, self.table = states, table
        self._senses: dict[str, list[Sense]] = {}
        self._after_comma: dict[str, list[Sense]] = {}
        self._ambiguous: set[str] = set()
        self._capitals = {
            (fold(city), state.country) for state in states.states if not state.successor for city in state.capitals[:1]
        }
        for state in states.states:
            self._add(state.names, [_of_state(state, states)], state.ambiguous)
        for region in regions:
            senses = self._of_region(region)
            self._add(region.names, senses, region.ambiguous)
            for name in region.after_comma:
                self._after_comma.setdefault(name, []).extend(senses)
        self._remembered = lru_cache(maxsize=_MOST_REMEMBERED)(self._senses_of)
        names = list(self._senses)
        self._names = tuple(names)
        self._automaton = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def senses(self, name: str) -> tuple[Sense, ...]:
        """Everything the name can stand for: senses of the lexicon, of the table, and counties called so."""
        return self._remembered(name)

    def _senses_of(self, name: str) -> tuple[Sense, ...]:
        lexical = self._senses.get(_plain(name), [])
        if lexical and name.isupper() and len(fold(name)) < _SHORTEST_NAME:
            return tuple(lexical)  # "U.S." is not the town of Us
        taken = {sense.row for sense in lexical if sense.row is not None}
        found = [self._of_row(place, name) for place in self.table.look_up(name) if place.row not in taken]
        if any(sense.kind == "division" and sense.own for sense in (*lexical, *found)):
            return (*lexical, *found)  # "Iowa" is the state, never Iowa County
        counties = [replace(self._of_row(place, name), own=False) for place in self.table.look_up(f"{name} County")]
        return (*lexical, *found, *counties)

    def with_article(self, name: str) -> tuple[Sense, ...]:
        """What the name stands for when the article of its own language is left out: "Kef" for "El Kef"."""
        return next(
            (found for article in load_toponym_words()["article"] if (found := self.senses(f"{article} {name}"))), ()
        )

    def after_comma(self, name: str) -> tuple[Sense, ...]:
        """What the name stands for behind another place and a comma, abbreviations included."""
        return (*self._after_comma.get(_plain(name), ()), *self.senses(name))

    def is_abbreviation(self, name: str) -> bool:
        """Does the name stand for a place behind another place and a comma, but not alone?"""
        return _plain(name) in self._after_comma

    def is_lexical(self, name: str) -> bool:
        """Does the lexicon have the name, as one that needs no support by its context?"""
        return _plain(name) in self._senses and _plain(name) not in self._ambiguous

    def is_ambiguous(self, name: str) -> bool:
        """Does the name often stand for something that is not a place?"""
        return _plain(name) in self._ambiguous

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._senses or name in self.table

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the lexicon's names stand in a text: start and end, on word boundaries, the longest at each place."""
        plain = _plain(text)
        for _, start, end in self._automaton.find_matches_as_indexes(plain):
            if not (_inside_word(plain, start) or _inside_word(plain, end)):
                yield start, end

    def _add(self, names: Iterable[str], senses: Sequence[Sense], ambiguous: Sequence[str]) -> None:
        for name in names:
            for form in _forms(name):
                self._senses.setdefault(form, []).extend(s for s in senses if s not in self._senses[form])
                if name in ambiguous:
                    self._ambiguous.add(form)

    def _of_region(self, region: Region) -> list[Sense]:
        if region.same_as is None and region.point is not None:
            return [Sense(region.name, region.kind, region.country, None, *region.point)]
        meant = [p for p in self.table.look_up(region.same_as or "") if p.country == region.country and p.own]
        level = Kind.ADMIN1 if region.kind == "division" else Kind.CITY
        meant = [place for place in meant if place.kind is level]
        if not meant:
            raise LexiconError(
                f"regions: {region.name}: no point, and same_as {region.same_as!r} is not in the table of places for "
                f"{region.country}; give a point"
            )
        sense = self._of_row(max(meant, key=lambda place: place.population), region.same_as or "")
        if region.point is not None:
            sense = replace(sense, latitude=region.point[0], longitude=region.point[1])
        return [replace(sense, default=True)]

    def _of_row(self, place: TablePlace, name: str) -> Sense:
        return Sense(
            name=place.name,
            kind=_KINDS[place.kind],
            country=place.country,
            geonameid=place.geonameid,
            latitude=place.latitude,
            longitude=place.longitude,
            population=place.population,
            row=place.row,
            inside=tuple(row for row in (place.admin1, place.admin2) if row is not None),
            capital=place.kind is Kind.CITY and (fold(name), place.country) in self._capitals,
            own=place.own or _is_by_water(name, place.name),
        )


@lru_cache(maxsize=8)
def load_gazetteer(folders: tuple[Path, ...] = ()) -> Gazetteer:
    """The packaged gazetteer with the states and regions of the user's folders.

    Raises:
        LexiconError: an entry or the table does not load, or an entry gives no point.

    """
    return Gazetteer(load_states(folders), load_regions(folders), load_places())


def check_regions(regions: Sequence[Region], gazetteer: Gazetteer) -> Iterator[str]:
    """What is wrong with the examples of the regions, one sentence a fault."""
    for region in regions:
        for example in region.examples:
            found = {example.text[start:end] for start, end in gazetteer.find(example.text)}
            if example.phrase not in found and not (
                gazetteer.is_abbreviation(example.phrase) and f", {example.phrase}" in example.text
            ):
                yield f"regions: {region.name}: {example.phrase!r} is not found in {example.text!r}"
            elif (
                region.name not in {sense.name for sense in gazetteer.after_comma(example.phrase)}
                and not region.same_as
            ):
                yield f"regions: {region.name}: {example.phrase!r} does not stand for it"


def _is_by_water(name: str, full: str) -> bool:
    """Is the name a town's own without the water it lies on: "Newcastle" upon Tyne, "Frankfurt" am Main?"""
    behind = fold(full).removeprefix(f"{fold(name)} ").split()
    return len(behind) > 1 and fold(full) != fold(name) and behind[0] in load_toponym_words()["by the water"]


def _of_state(state: State, states: States) -> Sense:
    now = states.by_code.get(state.country, state)
    return Sense(state.name, "state", state.country, state.geonameid or now.geonameid, *state.point)


def _forms(name: str) -> Iterator[str]:
    for form in dict.fromkeys((name, without_accents(name))):
        yield form
        if len(form) > 3 and form.upper() != form:
            yield form.upper()


def _plain(text: str) -> str:
    return text.replace("\u2019", "'").replace("\n", " ").replace("\u00a0", " ")


def _inside_word(text: str, position: int) -> bool:
    return 0 < position < len(text) and text[position - 1].isalnum() and text[position].isalnum()
