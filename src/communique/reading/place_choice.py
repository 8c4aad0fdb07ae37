"""Which place a name means: the sense that fits the rest of the article best.

A name has senses (:mod:`communique.lexicon.gazetteer`); the one with the highest score is meant, in all occurrences of
the name in the article, except where a container named behind the comma rules it out ("London, Ontario"). Scores are in
units of one decimal order of population:

=========  ===========================================================================================================
prior      log10 of the population of a town or division (districts less 1.5, names other than the place's own less
           1); states 7.5, regions and waters 7, sites 6.5; seats of national governments 3 more; what the lexicon
           gives a name to by default 1 more, and as much as a town of a million at least
container  4 for what lies in the container that the article names with it, and for the container; once is enough
state      up to 2, by the share of the article's nationalities, states and other places that are of the same state,
           and up to 1 for there being several: n of them give 1 - 1 / n
division   up to 3, by the share of the article's other places, states aside, that lie in the same first-level
           division, hold the place or lie in it
distance   up to 2, by nearness to the article's other places: each gives exp(-km / 150), and a district the same as
           no distance for what lies in it, times the root of how often it is named
=========  ===========================================================================================================

Which places the others are is as open, so each counts with all its senses: for state and division by how likely they
are so far, for distance by how far they lag behind its best one, in which it counts fully, since two names of places
side by side are hardly side by side by chance. Names that only stand in other names ("Enfield Council") count as
far as they lie near.
The first round goes by priors and containers alone; three more follow. Nothing but the article bears on the choice.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from communique.lexicon.gazetteer import Sense, SenseKind
from communique.reading.toponyms import Toponym, held_senses
from communique.records import Place, Span

_PRIOR: dict[SenseKind, float] = {"state": 7.5, "region": 7.0, "water": 7.0, "facility": 6.5}
#: What the lexicon gives a name to by default counts as at least a million people.
_METROPOLIS = 6.0
_CONTAINER, _STATE, _ANY_OF_STATE, _DIVISION, _DISTANCE = 4.0, 2.0, 1.0, 3.0, 2.0
_REACH = 150.0
#: Degrees of latitude beyond which a place is no neighbour (exp(-km / 150) is under 0.05 there).
_FAR = 4.0
#: Nearness of neighbours: about 50 km.
_CLOSE = math.exp(-50 / _REACH)
#: So many of an article's names, the commonest, bear on the sense of the others, each with so many senses at most.
_WITNESSES, _OPEN = 40, 8
#: Senses less likely than this are left aside; and how far behind the best one a sense does not count at all.
_UNLIKELY, _LAG = 0.05, 4.0
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class _Witness:
    """Another name of the article: how often it is there, and its senses with how likely and how near the best.

    A hint may be no place at all: it counts as far as it lies near.
    """

    key: str
    count: int
    is_hint: bool
    likely: Sequence[tuple[Sense, float]]
    near: Sequence[tuple[Sense, float]]


#: How near a sense is to each of some places by their ``id``, and whether it is beside it.
_Relations = dict[int, tuple[float, bool]]


@dataclass(frozen=True, slots=True)
class _Context:
    """What an article says beside the name in question."""

    witnesses: Sequence[_Witness]
    places: Mapping[int, Sense]
    """What the witnesses may stand for, by ``id``."""
    countries: Mapping[str, int]
    containers: Mapping[str, set[Sense]]
    relations: dict[int, _Relations]
    """What is known of each sense; kept from round to round."""

    def relations_of(self, sense: Sense) -> _Relations:
        """How a sense lies to each place that other names may stand for."""
        known = self.relations.setdefault(id(sense), {})
        for key in set(self.places) - set(known):
            place = self.places[key]
            known[key] = _relation(sense, place)
        return known


def chosen_senses(
    toponyms: Sequence[Toponym], hints: Sequence[Toponym], nationalities: Mapping[str, int]
) -> dict[str, Sense]:
    """The sense of each name of the article that has any, by the name's key.

    ``hints`` are names that are no toponyms themselves but tell where the article plays; ``nationalities`` counts what
    it says of states by name or adjective.
    """
    counts = Counter(toponym.key for toponym in toponyms)
    hinted = {toponym.key for toponym in hints} - set(counts)
    counts.update(toponym.key for toponym in hints if toponym.key in hinted)
    containers = _containers(toponyms)
    senses: dict[str, tuple[Sense, ...]] = {}
    for toponym in (*toponyms, *hints):
        senses[toponym.key] = max(senses.get(toponym.key, ()), toponym.senses, key=len)
    for key in [key for key, held in containers.items() if not held]:
        senses.pop(key)  # "Churchill, Man." is none of the Churchills known
    senses = {key: found for key, found in senses.items() if found}
    scores = {
        key: [prior(sense) + _CONTAINER * (sense in containers.get(key, ())) for sense in found]
        for key, found in senses.items()
    }
    relations: dict[int, _Relations] = {}
    for _ in range(_ROUNDS):
        commonest = islice((key for key, _ in counts.most_common() if key in senses), _WITNESSES)
        witnesses = [_witness(key, counts[key], key in hinted, senses[key], scores[key]) for key in commonest]
        witnesses = [witness for witness in witnesses if witness.likely]
        places = {id(sense): sense for w in witnesses for pairs in (w.likely, w.near) for sense, _ in pairs}
        context = _Context(witnesses, places, nationalities, containers, relations)
        for key in [key for key, found in senses.items() if len(found) > 1]:
            scores[key] = [_score(key, sense, context) for sense in senses[key]]
    return {key: max(zip(found, scores[key], strict=True), key=_value)[0] for key, found in senses.items()}


def neighbours(toponyms: Sequence[Toponym], hints: Sequence[Toponym], chosen: Mapping[str, Sense]) -> Iterator[Toponym]:
    """The hints that name a place after all, since it lies close to a toponym: "McKee police" beside "London, Ky."."""
    places = [chosen[key] for key in dict.fromkeys(t.key for t in toponyms) if key in chosen]
    places = [place for place in places if place.kind not in {"state", "region"}][:_WITNESSES]
    for hint in hints:
        sense = chosen.get(hint.key)
        if sense is not None and sense.kind == "town":
            others = (place for place in places if place != sense)
            if any(_relation(sense, other)[0] >= _CLOSE for other in others):
                yield hint


def prior(sense: Sense) -> float:
    """What speaks for a sense before anything is known of the article."""
    if sense.kind in _PRIOR:
        return _PRIOR[sense.kind]
    people: float = math.log10(sense.population + 10)
    if sense.default:
        people = max(people, _METROPOLIS) + 1
    people += 3 * sense.capital - (not sense.own)
    return people - 1.5 if sense.kind == "district" else people


def held_by_container(toponym: Toponym) -> list[Sense]:
    """The senses that the container named behind the toponym holds."""
    return held_senses(toponym.container.senses, toponym.senses) if toponym.container is not None else []


def _containers(toponyms: Iterable[Toponym]) -> dict[str, set[Sense]]:
    """For each name beside a comma that says so, its senses that are held, and those of what holds them."""
    found: dict[str, set[Sense]] = {}
    for toponym in toponyms:
        if toponym.container is not None:
            found.setdefault(toponym.key, set()).update(held_by_container(toponym))
            found.setdefault(toponym.container.key, set()).update(toponym.container.senses)
    return found


def _value(pair: tuple[Sense, float]) -> float:
    return pair[1]


def _witness(key: str, count: int, is_hint: bool, senses: Sequence[Sense], scores: Sequence[float]) -> _Witness:
    """A name as it bears on others; states do not, for they are counted with the nationalities."""
    best = max(scores)
    odds = [(sense, math.exp(score - best)) for sense, score in zip(senses, scores, strict=True)]
    total = sum(weight for _, weight in odds)
    likely = [(sense, weight / total) for sense, weight in odds if weight >= _UNLIKELY * total]
    if max(likely, key=_value)[0].kind == "state":
        return _Witness(key, count, is_hint, (), ())
    near = [(sense, 1 - (best - score) / _LAG) for sense, score in zip(senses, scores, strict=True)]
    near = sorted((pair for pair in near if pair[1] > 0 and pair[0].kind != "state"), key=_value, reverse=True)[:_OPEN]
    return _Witness(key, count, is_hint, [pair for pair in likely if pair[0].kind != "state"], near)


def _score(key: str, sense: Sense, context: _Context) -> float:
    score = prior(sense) + _CONTAINER * (sense in context.containers.get(key, ()))
    compatriots, everyone = float(context.countries.get(sense.country or "", 0)), sum(context.countries.values())
    neighbours = near = heard = 0.0
    relations = context.relations_of(sense)
    for witness in context.witnesses:
        if witness.key == key:
            continue
        closest = 0.0
        for place, weight in witness.near:
            nearness = relations[id(place)][0]
            if nearness and weight * nearness > closest:
                closest = weight * nearness
        near += math.sqrt(witness.count) * closest
        count = witness.count * (closest if witness.is_hint else 1)
        heard += count
        for place, likelihood in witness.likely:
            if place.country == sense.country:
                compatriots += count * likelihood
            if relations[id(place)][1]:
                neighbours += count * likelihood
    # One more in the denominator: a single mention of a state says little against the size of a town elsewhere.
    score += _STATE * compatriots / (1 + everyone + heard) + _ANY_OF_STATE * max(0.0, 1 - 1 / max(1.0, compatriots))
    if sense.kind == "state":
        return score
    return score + _DIVISION * neighbours / (heard + 1) + min(_DISTANCE, near)


def _relation(sense: Sense, place: Sense) -> tuple[float, bool]:
    """How near two places are, and whether one lies in the other, or both in the same first-level division.

    A district is no way from what lies in it; a larger division says nothing of distance.
    """
    holder = sense if sense.holds(place) else place if place.holds(sense) else None
    if holder is not None:
        return float(holder.kind == "district"), True
    return _nearness(sense, place), bool(sense.inside) and sense.inside[:1] == place.inside[:1]


def _nearness(a: Sense, b: Sense) -> float:
    """From 1 at the same point down to 0, on the plane that touches the globe there: close enough under 450 km."""
    if abs(a.latitude - b.latitude) > _FAR:
        return 0.0
    across = abs(a.longitude - b.longitude)
    across = min(across, 360 - across) * math.cos(math.radians((a.latitude + b.latitude) / 2))
    return math.exp(-111.2 * math.hypot(a.latitude - b.latitude, across) / _REACH)


def as_place(sense: Sense, name: str, span: Span) -> Place:
    """A sense as the place that some words stand for; ``name`` is what it is called."""
    return Place(
        span=span,
        name=name,
        country=sense.country,
        geonameid=sense.geonameid,
        latitude=sense.latitude,
        longitude=sense.longitude,
    )
