"""Events as rows of POLECAT (Halterman et al. 2023): tab-separated, its 40 columns, one row for each pair of parties.

An event without a known day or PLOVER type is left out. Columns that the record knows nothing of stay empty: the
Correlates of War numbers, Wikipedia ids, and the divisions that a place lies in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import msgspec
import sqlalchemy as sa

from communique.export.delimited import write_rows
from communique.export.dyads import Dyad, stream_dyads
from communique.export.told import quad_of
from communique.records import Mention, Participant, Place, Report
from communique.store import schema

_SEVERAL = "; "


def write_polecat(connection: sa.Connection, _: str, out: BinaryIO) -> None:
    """Write a header and one line a pair."""
    write_rows(COLUMNS, _rows(connection), out, "\t")


def _rows(connection: sa.Connection) -> Iterator[list[Any]]:
    article, cast = None, ("", "", "")
    for dyad in stream_dyads(connection):
        if dyad.told.event.plover is None:
            continue
        first = dyad.told.first.id if dyad.told.first is not None else None
        if first != article:
            article, cast = first, _cast(connection, first)
        row = {name: value_of(dyad) for name, value_of in COLUMNS.items()}
        row |= zip(("Story People", "Story Organizations", "Story Locations"), cast, strict=True)
        yield list(row.values())


def _cast(connection: sa.Connection, article: str | None) -> tuple[str, str, str]:
    """The persons, organisations and places that an article names."""
    a = schema.articles.c
    row = connection.execute(sa.select(a.mentions, a.places).where(a.id == article)).one_or_none()
    if row is None:
        return "", "", ""
    mentions = msgspec.json.decode(row.mentions, type=tuple[Mention, ...])
    places = msgspec.json.decode(row.places, type=tuple[Place, ...])
    persons = (m.name for m in mentions if m.type == "person")
    bodies = (m.name for m in mentions if m.type == "organisation")
    joined = [_SEVERAL.join(sorted(set(names))) for names in (persons, bodies, (place.name for place in places))]
    return joined[0], joined[1], joined[2]


def _end(which: str) -> dict[str, Callable[[Dyad], Any]]:
    """The eight columns of the actor or the recipient."""
    end_of: Callable[[Dyad], Participant | None] = lambda dyad: getattr(dyad, which)  # noqa: E731

    def field(name: str) -> Callable[[Dyad], Any]:
        return lambda dyad: getattr(end, name) if (end := end_of(dyad)) is not None else None

    title = which.capitalize()
    return {
        f"{title} Name": field("name"),
        f"{title} Country": field("country"),
        f"{title} COW": _nothing,
        f"Primary {title} Sector": field("sector"),
        f"{title} Sectors": field("sector"),
        f"{title} Title": field("office"),
        f"{title} Name Raw": lambda dyad: _raw(dyad.told.reports, end_of(dyad)),
        f"Wikipedia {title} ID": _nothing,
    }


def _raw(reports: tuple[Report, ...], end: Participant | None) -> str | None:
    """The words for a party in the first report that has it."""
    parties = (party for report in reports for party in report.participants if end and party.actor == end.actor)
    return next((party.span.text for party in parties if party.span is not None), None)


def _place(name: str) -> Callable[[Dyad], Any]:
    return lambda dyad: getattr(dyad.told.event.place, name, None)


def _article(name: str) -> Callable[[Dyad], Any]:
    return lambda dyad: getattr(dyad.told.first, name, None)


def _nothing(_: Dyad) -> None:
    return None


#: POLECAT's columns in their order, and how each is got from a row; the last ``Story`` columns are set by article.
COLUMNS: dict[str, Callable[[Dyad], Any]] = {
    "Event ID": lambda dyad: dyad.number,
    "Event Date": lambda dyad: dyad.time.start,
    "Event Type": lambda dyad: dyad.told.event.plover,
    "Event Mode": lambda dyad: _SEVERAL.join(dyad.told.event.mode),
    "Intensity": lambda dyad: dyad.told.event.score,
    "Quad Code": lambda dyad: quad_of(dyad.told.event.plover),
    "Contexts": lambda dyad: _SEVERAL.join(dyad.told.event.contexts),
    **_end("actor"),
    **_end("recipient"),
    "Placename": _place("name"),
    "City": _nothing,
    "District": _nothing,
    "Province": _nothing,
    "Country": _place("country"),
    "Latitude": _place("latitude"),
    "Longitude": _place("longitude"),
    "GeoNames ID": _place("geonameid"),
    "Raw Placename": lambda dyad: place.span.text if (place := dyad.told.event.place) is not None else None,
    "Feature Type": _nothing,
    "Source": _article("outlet"),
    "Publication Date": _article("published"),
    "Story People": _nothing,
    "Story Organizations": _nothing,
    "Story Locations": _nothing,
    "Language": _article("language"),
    "Version": _nothing,
}
