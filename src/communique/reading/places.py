"""Where: the toponyms of an article, each resolved to one place by the rest of the article.

A name has senses (:mod:`communique.lexicon.gazetteer`); the one with the highest score is meant, in all occurrences of
the name in the article, except where a container named behind the comma rules it out ("London, Ontario"). Scores are in
units of one decimal order of population:

=========  ===========================================================================================================
prior      log10 of the population of a town or division (districts less 1.5, names other than the place's own less
           1); states 7.5, regions and waters 7, sites 6.5; seats of national governments 2 more; what the lexicon
           gives a name to by default 1 more
container  4 for what lies in the container that the article names with it, and for the container; once is enough
state      up to 2, by the share of the article's nationalities, states and other places that are of the same state
division   up to 3, by the share of the article's other places, states aside, that lie in the same first-level
           division, hold the place or lie in it
distance   up to 2, by nearness to the article's other places: each gives exp(-km / 150), times the root of how often
           it is named, unless it holds the place or lies in it
=========  ===========================================================================================================

Other places count in the sense chosen for them the round before: the first round knows none, two more follow. Nothing
but the article bears on the choice. A state's name resolves to the state, with a point in its midst.
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
_CONTAINER, _STATE, _DIVISION, _DISTANCE = 4.0, 2.0, 3.0, 2.0
_REACH = 150.0
#: Degrees of latitude beyond which a place is no neighbour (exp(-km / 150) is under 0.05 there).
_FAR = 4.0
#: So many of an article's names, the commonest, bear on the sense of the others.
_WITNESSES = 40


@dataclass(frozen=True, slots=True)
class _Context:
    """What an article says beside the name in question."""

    places: Mapping[str, tuple[Sense, int]]
    countries: Mapping[str, int]
    containers: Mapping[str, set[Sense]]


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
    senses: dict[str, tuple[Sense, ...]] = {}
    for toponym in toponyms:
        senses[toponym.key] = max(senses.get(toponym.key, ()), toponym.senses, key=len)
    containers: dict[str, set[Sense]] = {}
    for toponym in toponyms:
        if toponym.container is not None:
            containers.setdefault(toponym.key, set()).update(_held(toponym))
            containers.setdefault(toponym.container.key, set()).update(toponym.container.senses)
    for key in [key for key, found in containers.items() if not found]:
        senses.pop(key)  # "Churchill, Man." is none of the Churchills known
    senses = {key: found for key, found in senses.items() if found}
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
    compatriots, everyone = float(context.countries.get(sense.country or "", 0)), sum(context.countries.values())
    neighbours = near = 0.0
    witnesses = 0
    for other, (place, count) in context.places.items():
        if other == key or place.kind == "state":  # states are counted with the nationalities
            continue
        witnesses += count
        compatriots += count * (place.country == sense.country)
        together = place.holds(sense) or sense.holds(place)
        neighbours += count * (together or (bool(sense.inside) and sense.inside[:1] == place.inside[:1]))
        near += 0.0 if together else math.sqrt(count) * _nearness(sense, place)
    # One more in the denominator: a single mention of a state says little against the size of a town elsewhere.
    score += _STATE * compatriots / (1 + everyone + witnesses)
    if sense.kind == "state":
        return score
    return score + _DIVISION * neighbours / (witnesses + 1) + min(_DISTANCE, near)


def _prior(sense: Sense) -> float:
    if sense.kind in _PRIOR:
        return _PRIOR[sense.kind]
    people: float = math.log10(sense.population + 10)
    people += 2 * sense.capital + sense.default - (not sense.own)
    return people - 1.5 if sense.kind == "district" else people


def _nearness(a: Sense, b: Sense) -> float:
    """From 1 at the same point down to 0, on the plane that touches the globe there: close enough under 450 km."""
    if abs(a.latitude - b.latitude) > _FAR:
        return 0.0
    across = abs(a.longitude - b.longitude)
    across = min(across, 360 - across) * math.cos(math.radians((a.latitude + b.latitude) / 2))
    return math.exp(-111.2 * math.hypot(a.latitude - b.latitude, across) / _REACH)


def _place(toponym: Toponym, chosen: Mapping[str, Sense]) -> Place:
    options = _held(toponym) if toponym.container is not None else toponym.senses
    sense = chosen.get(toponym.key)
    if options and sense is not None and sense not in options:
        sense = max(options, key=_prior)
    if not options or sense is None:
        outer = chosen.get(toponym.container.key) if toponym.container is not None else None
        country = outer.country if outer is not None else None
        return Place(span=toponym.span, name=toponym.name, country=country)
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
