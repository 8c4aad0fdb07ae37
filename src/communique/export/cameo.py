"""Events as rows of the CAMEO data sets: ICEWS (20 columns), GDELT 1.0 (58) and GDELT 2.0 (61), tab-separated.

One row for each pair of parties. An event without a known day or CAMEO code is left out, and so is one that is denied
or only hypothetical, which these formats cannot say. Columns that the record knows nothing of stay empty: Goldstein
scores, FIPS codes and divisions of places, tone, the positions of sentences, and the time a row was added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, BinaryIO

import sqlalchemy as sa

from communique.export.delimited import write_rows
from communique.export.dyads import Dyad, stream_dyads
from communique.lexicon.states import States, load_states
from communique.records import Participant

Columns = Mapping[str, Callable[[Dyad], Any]]
_UNSAYABLE = frozenset({"denied", "hypothetical"})


def write_icews(connection: sa.Connection, _: str, out: BinaryIO) -> None:
    """Write ICEWS rows under a header."""
    write_rows(ICEWS, _rows(connection, ICEWS), out, "\t")


def write_gdelt1(connection: sa.Connection, _: str, out: BinaryIO) -> None:
    """Write rows of GDELT 1.0, which have no header."""
    write_rows(None, _rows(connection, GDELT1), out, "\t")


def write_gdelt2(connection: sa.Connection, _: str, out: BinaryIO) -> None:
    """Write rows of GDELT 2.0, which have no header."""
    write_rows(None, _rows(connection, GDELT2), out, "\t")


def _rows(connection: sa.Connection, columns: Columns) -> Iterator[list[Any]]:
    for dyad in stream_dyads(connection):
        if dyad.told.event.cameo is not None and dyad.told.event.status not in _UNSAYABLE:
            yield [value_of(dyad) for value_of in columns.values()]


def _nothing(_: Dyad) -> None:
    return None


def _empty(*names: str) -> Columns:
    return dict.fromkeys(names, _nothing)


@cache
def _states() -> States:
    return load_states()


def _state_name(code: str | None) -> str | None:
    state = _states().by_code.get(code) if code is not None else None
    return state.name if state is not None else None


def _end(which: str, value_of: Callable[[Participant], Any]) -> Callable[[Dyad], Any]:
    def value(dyad: Dyad) -> object:
        end: Participant | None = getattr(dyad, which)
        return value_of(end) if end is not None else None

    return value


def _place(name: str) -> Callable[[Dyad], Any]:
    return lambda dyad: getattr(dyad.told.event.place, name, None)


def _article(name: str) -> Callable[[Dyad], Any]:
    return lambda dyad: getattr(dyad.told.first, name, None)


def _day(dyad: Dyad) -> str | None:
    """The day as GDELT writes it, when the event has a single one."""
    return f"{dyad.time.start:%Y%m%d}" if dyad.time.start == dyad.time.end else None


def _month(dyad: Dyad) -> str | None:
    start, end = dyad.time.start, dyad.time.end
    return f"{start:%Y%m}" if (start.year, start.month) == (end.year, end.month) else None


def _year(dyad: Dyad) -> int | None:
    return dyad.time.start.year if dyad.time.start.year == dyad.time.end.year else None


def _fraction(dyad: Dyad) -> str | None:
    """The codebook's fraction of the year: (month * 30 + day) / 365."""
    start, end = dyad.time.start, dyad.time.end
    return f"{start.year + (start.month * 30 + start.day) / 365:.4f}" if start == end else None


def _root(dyad: Dyad) -> str:
    return (dyad.told.event.cameo or "")[:2]


def _quad_class(dyad: Dyad) -> int | None:
    """CAMEO's quad class: verbal and material cooperation (1, 2), verbal and material conflict (3, 4)."""
    root = int(_root(dyad)) if _root(dyad).isdecimal() else 0
    return next((quad for quad, last in ((1, 5), (2, 8), (3, 13), (4, 20)) if 1 <= root <= last), None)


def _geo_type(dyad: Dyad) -> int | None:
    """1 for a place that is a whole country; what other places are is not kept."""
    place = dyad.told.event.place
    state = _states().by_code.get(place.country) if place is not None and place.country is not None else None
    return 1 if place and state and place.geonameid is not None and state.geonameid == place.geonameid else None


def _sides() -> Columns:
    """The twenty columns of the two actors."""
    columns: dict[str, Callable[[Dyad], Any]] = {}
    for number, which in (("Actor1", "actor"), ("Actor2", "recipient")):
        columns |= {
            f"{number}Code": _end(which, lambda end: f"{end.country or ''}{end.sector or ''}"),
            f"{number}Name": _end(which, lambda end: end.name.upper()),
            f"{number}CountryCode": _end(which, lambda end: end.country),
            **_empty(*(f"{number}{rest}Code" for rest in ("KnownGroup", "Ethnic", "Religion1", "Religion2"))),
            f"{number}Type1Code": _end(which, lambda end: end.sector),
            **_empty(f"{number}Type2Code", f"{number}Type3Code"),
        }
    return columns


def _geography(*, district: bool) -> Columns:
    """The places of the two actors, which are not known, and of the event; GDELT 2.0 has a code of the district too."""
    columns: dict[str, Callable[[Dyad], Any]] = {}
    for whose in ("Actor1Geo", "Actor2Geo", "ActionGeo"):
        known = whose == "ActionGeo"
        columns |= {
            f"{whose}_Type": _geo_type if known else _nothing,
            f"{whose}_FullName": _place("name") if known else _nothing,
            **_empty(f"{whose}_CountryCode", f"{whose}_ADM1Code", *([f"{whose}_ADM2Code"] if district else [])),
            f"{whose}_Lat": _place("latitude") if known else _nothing,
            f"{whose}_Long": _place("longitude") if known else _nothing,
            f"{whose}_FeatureID": _nothing,
        }
    return columns


def _gdelt(*, district: bool) -> Columns:
    return {
        "GLOBALEVENTID": lambda dyad: dyad.number,
        "SQLDATE": _day,
        "MonthYear": _month,
        "Year": _year,
        "FractionDate": _fraction,
        **_sides(),
        "IsRootEvent": _nothing,
        "EventCode": lambda dyad: dyad.told.event.cameo,
        "EventBaseCode": lambda dyad: (dyad.told.event.cameo or "")[:3],
        "EventRootCode": _root,
        "QuadClass": _quad_class,
        "GoldsteinScale": _nothing,
        "NumMentions": lambda dyad: len(dyad.told.event.reports),
        "NumSources": lambda dyad: dyad.told.event.outlets,
        "NumArticles": lambda dyad: len(dyad.told.event.articles),
        "AvgTone": _nothing,
        **_geography(district=district),
        "DATEADDED": _nothing,
        "SOURCEURL": _article("url"),
    }


#: The columns of GDELT 1.0 (the codebook's version 1.03, with SOURCEURL) and 2.0, in their order.
GDELT1 = _gdelt(district=False)
GDELT2 = _gdelt(district=True)
#: The columns of ICEWS in their order; ``Event Text`` is the event's kind.
ICEWS: Columns = {
    "Event ID": lambda dyad: dyad.number,
    "Event Date": lambda dyad: dyad.time.start,
    "Source Name": _end("actor", lambda end: end.name),
    "Source Sectors": _end("actor", lambda end: end.sector),
    "Source Country": _end("actor", lambda end: _state_name(end.country)),
    "Event Text": lambda dyad: dyad.told.event.kind,
    "CAMEO Code": lambda dyad: dyad.told.event.cameo,
    "Intensity": _nothing,
    "Target Name": _end("recipient", lambda end: end.name),
    "Target Sectors": _end("recipient", lambda end: end.sector),
    "Target Country": _end("recipient", lambda end: _state_name(end.country)),
    "Story ID": _article("id"),
    "Sentence Number": _nothing,
    "Publisher": _article("outlet"),
    **_empty("City", "District", "Province"),
    "Country": lambda dyad: _state_name(_place("country")(dyad)),
    "Latitude": _place("latitude"),
    "Longitude": _place("longitude"),
}
