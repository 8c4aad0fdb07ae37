"""Events as PLOVER records: JSON Lines with the fields of the PLOVER manual's chapter "Data Fields".

One record an event, whatever the number of its parties, as the manual has it. Fields of which nothing is known are
null; ``comment`` holds the event's status, for which PLOVER has no field. An event without a known day or without a
PLOVER type is left out, since the manual requires both.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, BinaryIO

import msgspec
import sqlalchemy as sa

from communique.export.told import Told, quad_of, stream_told
from communique.records import Participant

Json = dict[str, Any]


def write_plover(connection: sa.Connection, _: str, out: BinaryIO) -> None:
    """Write one record a line."""
    for told in stream_told(connection):
        if told.event.told_time is not None and told.event.plover is not None:
            record = {name: value_of(told) for name, value_of in FIELDS.items()}
            out.write(msgspec.json.encode(record) + b"\n")


def _entities(*roles: str) -> Callable[[Told], list[Json]]:
    return lambda told: [_entity(party) for party in told.event.participants if party.role in roles]


def _entity(party: Participant) -> Json:
    return {
        "code": party.country,
        "sector": party.sector,
        "entity_text": party.name,
        "identifier_id": party.actor,
        "identifier_text": party.name,
        "religion": None,
        "ethnicity": None,
        "office": party.office,
        "gender": None,
        "age": None,
    }


def _location(told: Told) -> Json | None:
    place = told.event.place
    if place is None:
        return None
    return {
        "extracted_place": place.span.text,
        "resolved_place": place.name if place.geonameid is not None else None,
        "geonameid": place.geonameid,
        "lat": place.latitude,
        "lon": place.longitude,
        "country_code": place.country,
    }


def _text_info(told: Told) -> Json | None:
    if not told.reports:
        return None
    evidence = told.reports[0].evidence
    return {"sequence": None, "start": evidence.start, "end": evidence.end, "text_story": None}


def _cite_info(told: Told) -> Json | None:
    article = told.first
    if article is None:
        return None
    return {
        "citation": article.id,
        "url": article.url,
        "title": article.title,
        "language": article.language,
        "publication": article.outlet,
        "coder": "communique",
    }


def _always(value: object) -> Callable[[Told], Any]:
    return lambda _: value


#: The manual's fields in its order, and how each is got.
FIELDS: dict[str, Callable[[Told], Any]] = {
    "id": lambda told: told.event.id,
    "has_event": _always(True),
    "date": lambda told: told.event.told_time and told.event.told_time.start,
    "time": _always(None),
    "enddate": lambda told: told.event.told_time and told.event.told_time.end,
    "endtime": _always(None),
    "actor": _entities("actor"),
    "recipient": _entities("recipient", "host"),
    "event": lambda told: [told.event.plover],
    "event_loc": _location,
    "event_text": lambda told: list(dict.fromkeys(report.trigger.text for report in told.reports)),
    "quad_code": lambda told: quad_of(told.event.plover),
    "event_scale": lambda told: told.event.score,
    "mode": lambda told: told.event.mode,
    "context": lambda told: told.event.contexts,
    "link": lambda told: told.event.story,
    "text": lambda told: told.sentence,
    "text_info": _text_info,
    "cite_info": _cite_info,
    "coder": _always("communique"),
    "coded_date": _always(None),
    "coded_time": _always(None),
    "comment": lambda told: f"status: {told.event.status}",
}
