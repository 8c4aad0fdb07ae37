"""Where: the toponyms of an article, each resolved to one place by the rest of the article.

A name has senses (:mod:`communique.lexicon.gazetteer`); the one with the highest score is meant. All scores are in units
of one decimal order of population, and all occurrences of a name in an article have one sense, except those that name
their container themselves ("London, Ontario", which then also is the sense of a bare "London" in that article, unless
another container contradicts it).

====================  =====================================================================================================
prior                 log10 of the population of a town or division (districts less 1.5, names other than the place's own
                      less 1); states 7.5, regions and waters 7, sites 6.5; seats of government 2 more, what the
                      lexicon gives the name to by default 1 more
container             +4 for the sense that a container named anywhere in the article holds
state                 up to +1.5, by the share of the article's mentions of states, nationalities and resolved places
                      that lie in the sense's country
division              up to +1.5, by how many other names of the article are, or may be, in its first-level division
                      (the division itself, its towns)
distance              up to +2, by nearness to the article's other places: each gives exp(-km / 150), weighted by how
                      often it is named
====================  =====================================================================================================

Other places count by their most probable sense; two rounds are made, the second with the senses of the first. Resolution
depends on nothing but the article. A state's name resolves to the state, with a point in its midst.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from communique.lexicon.gazetteer import Gazetteer, Sense, SenseKind, load_gazetteer
from communique.reading.locatives import governing_place
from communique.reading.parse import ParsedArticle
from communique.reading.toponyms import Toponym, find_toponyms, held_senses
from communique.records import Place

__all__ = ["find_places", "governing_place"]

_PRIOR: dict[SenseKind, float] = {"state": 7.5, "region": 7.0, "water": 7.0, "facility": 6.5}
_CONTAINER, _STATE, _DIVISION, _DISTANCE = 4.0, 1.5, 1.5, 2.0
_REACH = 150.0
#: So many of an article's names, the commonest, bear on the sense of the others.
_WITNESSES = 40


@dataclass(frozen=True, slots=True)
class _Context:
    """What an article says beside the name in question."""

    places: Mapping[str, tuple[Sense, int]]
    countries: Mapping[str, int]
    containers: Mapping[str, frozenset[Sense]]


def find_places(parsed: ParsedArticle, gazetteer: Gazetteer | None = None) -> tuple[Place, ...]:
    """Every toponym of the article in order; country and point are ``None`` where nothing known has the name."""
    gazetteer = gazetteer if gazetteer is not None else load_gazetteer()
    toponyms = find_toponyms(parsed, gazetteer)
    chosen = _resolve(toponyms, _nationalities(parsed, gazetteer))
    return tuple(_place(toponym, chosen) for toponym in toponyms)


def _nationalities(parsed: ParsedArticle, gazetteer: Gazetteer) -> Counter[str]:
    return Counter(
        found.phrase.state.country
        for block in parsed.blocks
        for found in gazetteer.states.find(parsed.text[block.start : block.end])
        if found.phrase.kind in {"name", "adjective", "demonym"} and not found.phrase.ambiguous
    )


def _resolve(toponyms: Sequence[Toponym], nationalities: Counter[str]) -> dict[str, Sense]:
    """The sense of each name of the article that has any."""
    counts = Counter(toponym.key for toponym in toponyms)
    senses = {toponym.key: toponym.senses for toponym in toponyms if toponym.senses}
    held: dict[str, set[Sense]] = {}
    for toponym in toponyms:
        held.setdefault(toponym.key, set()).update(_held(toponym))
    containers = {key: frozenset(found) for key, found in held.items()}
    for toponym in toponyms:
        if toponym.container is not None and not containers[toponym.key]:
            senses.pop(toponym.key, None)  # "Churchill, Man." is none of the Churchills known
    chosen: dict[str, Sense] = {}
    for _ in range(3):
        witnesses = {key: (chosen[key], n) for key, n in counts.most_common() if key in chosen}
        context = _Context(dict(islice(witnesses.items(), _WITNESSES)), nationalities, containers)
        chosen = {key: _best(key, found, context) for key, found in senses.items()}
    return chosen


def _held(toponym: Toponym) -> list[Sense]:
    """The senses that the container named behind the toponym holds."""
    return held_senses(toponym.container.senses, toponym.senses) if toponym.container is not None else []


def _best(key: str, senses: Sequence[Sense], context: _Context) -> Sense:
    """The sense with the highest score, the first of equals."""
    return max(senses, key=lambda sense: _score(key, sense, context))


def _score(key: str, sense: Sense, context: _Context) -> float:
    score = _prior(sense) + _CONTAINER * (sense in context.containers.get(key, ()))
    neighbours = near = compatriots = 0.0
    total = sum(context.countries.values())
    if sense.country is not None:
        compatriots += context.countries.get(sense.country, 0)
    for other, (place, count) in context.places.items():
        if other == key:
            continue
        if place.kind != "state":  # states are counted with the nationalities
            total += count
            compatriots += count * (place.country == sense.country)
            together = place.holds(sense) or sense.holds(place)
            near += math.sqrt(count) * (0.5 if together else math.exp(-_kilometres(sense, place) / _REACH))
            neighbours += together or (bool(sense.inside) and sense.inside[:1] == place.inside[:1])
    score += _STATE * compatriots / max(1, total)
    if sense.kind == "state":
        return score
    return score + _DIVISION * (1 - 0.5**neighbours) + min(_DISTANCE, near)


def _prior(sense: Sense) -> float:
    known = _PRIOR.get(sense.kind)
    if known is not None:
        return known
    people = math.log10(sense.population + 10)
    return people + 2 * sense.capital + sense.default - 1.5 * (sense.kind == "district") - (not sense.own)


def _kilometres(a: Sense, b: Sense) -> float:
    """Distance on the plane that touches the globe there: good to a few per cent where it matters, under 1,000 km."""
    across = abs(a.longitude - b.longitude)
    across = min(across, 360 - across) * math.cos(math.radians((a.latitude + b.latitude) / 2))
    return 111.2 * math.hypot(a.latitude - b.latitude, across)


def _place(toponym: Toponym, chosen: Mapping[str, Sense]) -> Place:
    sense = chosen.get(toponym.key)
    held = _held(toponym)
    if held and sense not in held:
        sense = max(held, key=_prior)
    if toponym.container is not None and not held:
        country = chosen[toponym.container.key].country
        return Place(span=toponym.span, name=toponym.name, country=country)
    if sense is None:
        return Place(span=toponym.span, name=toponym.name)
    # A division keeps the name it is given here: GeoNames writes "Sichuan Sheng" and "Dagestan, Respublika".
    name = toponym.name if sense.kind in {"division", "district"} and not sense.own else sense.name
    return Place(
        span=toponym.span,
        name=name,
        country=sense.country,
        geonameid=sense.geonameid,
        latitude=sense.latitude,
        longitude=sense.longitude,
    )
