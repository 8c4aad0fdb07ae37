"""Events with a known point as a GeoJSON feature collection (RFC 7946): one feature an event, WGS 84."""

from __future__ import annotations

from typing import Any, BinaryIO

import msgspec
import sqlalchemy as sa

from communique.export.columns import COLUMNS
from communique.export.records import stream_records
from communique.records import Event

#: The properties of a feature: the columns of the table of events, apart from those that its geometry holds.
PROPERTIES = tuple(name for name in COLUMNS["events"] if name not in {"id", "latitude", "longitude"})


def write_geojson(connection: sa.Connection, _: str, out: BinaryIO) -> None:
    """Write the collection, a feature a line."""
    out.write(b'{"type":"FeatureCollection","features":[')
    between = b"\n"
    for event in stream_records(connection, "events"):
        assert isinstance(event, Event)
        if (found := _feature(event)) is not None:
            out.write(between + msgspec.json.encode(found))
            between = b",\n"
    out.write(b"\n]}\n")


def _feature(event: Event) -> dict[str, Any] | None:
    place = event.place
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": {name: _known(COLUMNS["events"][name](event)) for name in PROPERTIES},
    }


def _known(value: object) -> object:
    return None if value == "" else value
