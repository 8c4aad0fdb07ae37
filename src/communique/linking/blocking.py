"""Where the events that a telling may be of are looked up, so that it is compared with few.

A block is what two tellings of one act share at the least, going by the rules of :mod:`~communique.linking.evidence`:

* where both have a precise day: a party or the place, and a day, which may be one off;
* of persons by name, a word of the name and the day; of two of whom no more is known, the place and the day;
* of what befell somebody, whoever did it: the place and the day;
* where accounts of one time may give different days: a party or the place, the state of the place, and publication;
* else both parties, and days close by, a topic or a place in a month; of persons or holders of offices just the month;
* of one party or place alone, the article, the place with a topic, or party and place in a month, or that it was called
  off.

So every event that can fit a telling is in a block of its, and the work grows with what happens between two parties in
some days, not with the square of all.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import combinations, product

from communique.linking.circumstances import OFF, is_precise
from communique.linking.cluster import Cluster
from communique.linking.sides import Side, keys
from communique.linking.strength import CLOSE
from communique.linking.tellings import Telling
from communique.records import EventTime, Place

#: How many events of one block a telling is compared with, the first made first: those are the most particular.
_COMPARED = 200
#: Days of a bin of days close by, and the longest span that is listed by bins.
_BIN, _LONG = 4, 35
#: Days between publications within which accounts may give an act different days.
_TOLD = 7
#: The months that a longer span is listed under, at most.
_MONTHS = 12
#: Parties beyond these are not paired as persons, nor looked up by the words of their names.
_PAIRED = 4
#: The words of a name that a person is looked up by, at most.
_WORDS = 4
#: Stands for the month of tellings that have no day at all.
_ANY = "any"

#: What is shared of the parties, and in which circumstances.
_Block = tuple[str, str]


class Blocks:
    """The events made so far, by block."""

    def __init__(self) -> None:
        self._clusters: dict[int, Cluster | list[Cluster]] = {}  # most blocks have one

    def candidates(self, telling: Telling) -> list[Cluster]:
        """The events that share a block with a telling, in the order in which they were made."""
        found: dict[int, Cluster] = {}
        for block in _looked_up(telling):
            listed = self._clusters.get(hash(block), ())
            for cluster in (listed,) if isinstance(listed, Cluster) else listed:
                found[cluster.number] = cluster
        return [found[number] for number in sorted(found)]

    def put(self, cluster: Cluster, telling: Telling) -> None:
        """List an event under what it has now that the telling is in it."""
        for block in _blocks_of(cluster, telling):
            number = hash(block)  # a block is found by 64 bits; what shares them by chance is compared in vain
            listed = self._clusters.setdefault(number, cluster)
            if isinstance(listed, Cluster):
                if listed is not cluster:
                    self._clusters[number] = [listed, cluster]
            elif len(listed) < _COMPARED and cluster not in listed:
                listed.append(cluster)


def _looked_up(telling: Telling) -> Iterator[_Block]:
    """The blocks that events which a telling may be of are in."""
    single, pairs, bands = keys(telling.sides)
    bodies = [*bands, *_bodies(telling.sides)]
    alone = not pairs or any(side.is_people for side in telling.sides)  # others may know people by another key
    one = [*pairs, *(single if alone else ()), *bodies]
    if not pairs and telling.place is not None:
        one.append(_place_key(telling.place))
    yield from product(one, [f"article {telling.article}"])
    precise = telling.time is not None and is_precise(telling.time)
    if telling.time is not None and precise:
        yield from product(one, _days(telling.time, around=1))
        if telling.place is not None and any(side.role == "recipient" for side in telling.sides):
            # whoever is said to have done it
            yield from product([_place_key(telling.place)], _days(telling.time, around=0))
        yield from product(_called(telling.sides), _days(telling.time, around=1))
        if telling.place is not None and telling.parties == 2:
            yield from product([f"open {_place_key(telling.place)}"], _days(telling.time, around=0))
        yield from product(one, _told(telling.place, telling.published, around=_TOLD))
    months = _months(telling.time, telling.published, around=1) or [_ANY]
    about = [f"{what} {month}" for what in _about(telling.topics, [telling.place]) for month in months]
    both = [*pairs, *bodies]
    near = [*_bins(telling.time, telling.published, around=CLOSE), *(f"long {month}" for month in months)]
    if telling.time is not None and _is_long(telling.time):
        near.extend(f"month {month}" for month in months)
    # Two precise days agree or contradict, whatever else agrees.
    dated = ("undated",) if precise else ("undated", "dated")
    yield from product(both, (f"{how} {what}" for how in dated for what in (*near, *about)))
    yield from product(_people(telling.sides), (f"{how} month {month}" for how in dated for month in months))
    if not pairs and telling.place is not None:
        yield from product([_place_key(telling.place)], (f"{how} {what}" for how in dated for what in about))
    if not pairs:
        there = [*_where(telling.sides, [telling.place]), *(["off"] if telling.status in OFF else [])]
        yield from product(single, (f"{how} {at} month {month}" for how in dated for at in there for month in months))


def _blocks_of(cluster: Cluster, telling: Telling) -> Iterator[_Block]:
    """The blocks that an event is in, as far as a telling that it took can have added to them."""
    single, pairs, bands = keys(cluster.sides)
    places = [_place_key(place) for place in cluster.places]
    one = [*single, *pairs, *bands, *places]
    yield from product(one, [f"article {telling.article}"])
    time = cluster.time
    precise = time is not None and is_precise(time)
    if time is not None and precise:
        yield from product(one, _days(time, around=0))
        yield from product(_called(telling.sides), _days(time, around=0))
        if any(side.named and side.country is None for side in cluster.sides):
            yield from product([f"open {place}" for place in places], _days(time, around=0))
        yield from product(one, _told(telling.place, telling.published, around=0))
    months = [*_months(time or telling.time, telling.published, around=0), _ANY]
    about = [f"{what} {month}" for what in _about(cluster.topics, cluster.places) for month in months]
    near = [*_bins(time, telling.published, around=0), *(f"month {month}" for month in months)]
    if time is not None and _is_long(time):
        near.extend(f"long {month}" for month in months)
    how = "dated" if precise else "undated"
    yield from product((*pairs, *bands, *_bodies(cluster.sides)), (f"{how} {what}" for what in (*near, *about)))
    yield from product(_people(cluster.sides), (f"{how} month {month}" for month in months))
    yield from product(places, (f"{how} {what}" for what in about))
    if not keys(telling.sides)[1]:
        there = [*_where(cluster.sides, cluster.places), *(["off"] if telling.status in OFF else [])]
        yield from product(single, (f"{how} {at} month {month}" for at in there for month in months))


def _bodies(sides: Iterable[Side]) -> list[str]:
    """The known organisations, one of which in common may be enough."""
    return [side.key for side in sides if side.is_body]


def _people(sides: Iterable[Side]) -> list[str]:
    """The pairs of actors, each by itself or an office of its state; beside a person of no known state, by a name."""
    told = [side for side in sides if side.role != "other"][:_PAIRED]
    pairs = (
        sorted(pair)
        for one, other in combinations(told, 2)
        for pair in product(*(_names(side, by_word=None in {one.country, other.country}) for side in (one, other)))
    )
    return list(dict.fromkeys(f"people {one} {other}" for one, other in pairs))


def _names(side: Side, *, by_word: bool) -> list[str]:
    """What a party may be looked up by in a pair."""
    offices = [f"{side.country} {office}" for office in sorted(side.offices)]
    words = [f"called {word}" for word in side.words[:_WORDS]] if by_word else []
    return [side.actor, *offices, *words]


def _called(sides: Iterable[Side]) -> list[str]:
    """The words of the names of persons: one article may have but the surname, and not say of which state."""
    named = [side for side in sides if side.role != "other"][:_PAIRED]
    return list(dict.fromkeys(f"called {word}" for side in named for word in side.words[:_WORDS]))


def _about(topics: Iterable[str], places: Iterable[Place | None]) -> list[str]:
    """Topics, and the states of places: a place may have several names, or another nearby be meant."""
    return [*(f"topic {word}" for word in sorted(topics)), *(_place_key(p) for p in places if p is not None)]


def _place_key(place: Place) -> str:
    return f"at {place.country or place.name.casefold()}"


def _where(sides: Iterable[Side], places: Iterable[Place | None]) -> list[str]:
    """The states of places, and of hosts."""
    hosts = (f"at {side.country}" for side in sides if side.role == "other" and side.country is not None)
    return list(dict.fromkeys((*(_place_key(place) for place in places if place is not None), *hosts)))


def _days(time: EventTime, *, around: int) -> list[str]:
    return [f"day {day}" for day in range(time.start.toordinal() - around, time.end.toordinal() + around + 1)]


def _told(place: Place | None, published: datetime.date | None, *, around: int) -> list[str]:
    """The weeks of publication of what was at a place, with the place's state."""
    if place is None or published is None:
        return []
    first, last = (published.toordinal() - around) // _TOLD, (published.toordinal() + around) // _TOLD
    return [f"told {number} {_place_key(place)}" for number in range(first, last + 1)]


def _is_long(time: EventTime) -> bool:
    return (time.end - time.start).days > _LONG


def _bins(time: EventTime | None, published: datetime.date | None, *, around: int) -> list[str]:
    """The bins of an act's days, else of the day of publication; none for spans that are too long."""
    if time is not None and _is_long(time):
        return []
    first, last = (time.start, time.end) if time is not None else (published, published)
    if first is None or last is None:
        return []
    numbers = range((first.toordinal() - around) // _BIN, (last.toordinal() + around) // _BIN + 1)
    return [f"near {number}" for number in numbers]


def _months(time: EventTime | None, published: datetime.date | None, *, around: int) -> list[str]:
    """The months of an act's days, else of the day of publication, and as many around them; none without any day."""
    anchor = time.start if time is not None else published
    if anchor is None:
        return []
    first = _month(anchor)
    last = min(_month(time.end), first + _MONTHS) if time is not None else first
    return [str(month) for month in range(first - around, last + 1 + around)]


def _month(day: datetime.date) -> int:
    return 12 * day.year + day.month
