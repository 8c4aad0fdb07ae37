"""When and where: whether two accounts can be of one event."""

from __future__ import annotations

import datetime
import math
from enum import Enum
from functools import lru_cache

from communique.lexicon.places import Kind, TablePlace, fold, load_places
from communique.lexicon.states import load_states
from communique.records import EventTime, Place, Status

#: Wider spans than this, in days, do not tell one event from another.
_PRECISE = 8
#: Towns closer than this are one place as far as accounts of an event go (a palace, its suburb, its city), in km.
_NEAR = 100.0
_EARTH = 6371.0

#: How settled each status is. What is settled is not unsettled by a later article that looks back at the plan.
SETTLED: dict[Status, int] = {
    "hypothetical": 0,
    "proposed": 1,
    "planned": 2,
    "confirmed": 3,
    "postponed": 4,
    "cancelled": 4,
    "ongoing": 5,
    "denied": 6,
    "occurred": 6,
}
AHEAD: frozenset[Status] = frozenset({"proposed", "planned", "confirmed"})
BEHIND: frozenset[Status] = frozenset({"ongoing", "occurred"})
OFF: frozenset[Status] = frozenset({"cancelled", "postponed"})


class Relation(Enum):
    """How two days or places go together."""

    CONFLICT = "conflict"
    UNKNOWN = "unknown"
    LOOSE = "loose"
    NEAR = "near"
    WITHIN = "within"
    SAME = "same"


def relate_times(one: EventTime | None, other: EventTime | None) -> Relation:
    """Compare two times: days may be one off between accounts; spans of more than a week agree only loosely."""
    if one is None or other is None:
        return Relation.UNKNOWN
    gap = max((other.start - one.end).days, (one.start - other.end).days)
    if gap <= 0:
        if not (is_precise(one) and is_precise(other)):
            return Relation.LOOSE
        return Relation.SAME if (one.start, one.end) == (other.start, other.end) else Relation.WITHIN
    return Relation.NEAR if gap == 1 and one.precision == other.precision == "day" else Relation.CONFLICT


def is_precise(time: EventTime) -> bool:
    """Is the time precise enough to tell one event from another?"""
    return (time.end - time.start).days < _PRECISE


def bounds(
    time: EventTime | None, status: Status, published: datetime.date | None
) -> tuple[datetime.date, datetime.date]:
    """The first and last day on which an act can be, as far as its report says.

    Without a day of its own, what is said to have happened was not after the day of publication and what lies ahead is
    not before it, give or take a day for time zones.
    """
    if time is not None:
        return time.start, time.end
    day = datetime.timedelta(days=1)
    first, last = datetime.date.min, datetime.date.max
    if published is not None and status in BEHIND and published < datetime.date.max:
        last = published + day
    if published is not None and status in AHEAD and published > datetime.date.min:
        first = published - day
    return first, last


def relate_places(one: Place | None, other: Place | None) -> Relation:
    """Compare two places: a town lies within its state or division; towns far from each other conflict."""
    if one is None or other is None:
        return Relation.UNKNOWN
    if (one.geonameid is not None and one.geonameid == other.geonameid) or fold(one.name) == fold(other.name):
        return Relation.LOOSE if is_state(one) else Relation.SAME
    if one.country is not None and other.country is not None and one.country != other.country:
        return Relation.CONFLICT
    if is_state(one) or is_state(other):
        return Relation.WITHIN if one.country == other.country else Relation.UNKNOWN
    rows, away = (_row(one), _row(other)), distance(one, other)
    if _holds(*rows) or _holds(*reversed(rows)):
        return Relation.WITHIN
    if away is None or not _are_apart(*rows):
        return Relation.UNKNOWN
    return Relation.NEAR if away <= _NEAR else Relation.CONFLICT


def is_state(place: Place) -> bool:
    """Is the place a whole state?"""
    state = load_states().by_name(place.name)
    return state is not None and state.country == place.country


@lru_cache(maxsize=4096)
def _find_row(name: str, geonameid: int) -> TablePlace | None:
    return next((row for row in load_places().look_up(name) if row.geonameid == geonameid), None)


def _row(place: Place) -> TablePlace | None:
    """The place in the table of towns and divisions."""
    return _find_row(place.name, place.geonameid) if place.geonameid is not None else None


def _holds(outer: TablePlace | None, inner: TablePlace | None) -> bool:
    return outer is not None and inner is not None and outer.row in {inner.admin1, inner.admin2}


def _are_apart(one: TablePlace | None, other: TablePlace | None) -> bool:
    """Are two places two towns, or of which one is a division that the other, by its own divisions, cannot be in?"""
    if one is None or other is None:
        return False
    if one.kind is other.kind is Kind.CITY:
        return True
    divisions = (_division(one), _division(other))
    return None not in divisions and divisions[0] != divisions[1]


def _division(row: TablePlace) -> int | None:
    """The division of the first order that a place is or is in."""
    return row.row if row.kind is Kind.ADMIN1 else row.admin1


def distance(one: Place, other: Place) -> float | None:
    """Kilometres between two places along the surface (haversine), ``None`` where a point is unknown."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    a, b = math.radians(one.latitude), math.radians(other.latitude)
    across = math.radians(other.longitude - one.longitude)
    chord = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(across / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(chord)))
