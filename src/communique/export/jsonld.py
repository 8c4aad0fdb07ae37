"""Events as schema.org JSON-LD: acts that all sides do together are an Event, all others an Action.

Ids are URNs of the record's own ids. The context names schema.org as the vocabulary, so that no program has to fetch
anything to read the file.
"""

from __future__ import annotations

from typing import Any, BinaryIO
from urllib.parse import quote

import msgspec
import sqlalchemy as sa

from communique.export.dyads import mutual_kinds
from communique.export.told import Told, stream_told
from communique.export.wording import headline
from communique.records import Event, Participant, Place
from communique.store.lookup import ArticleHead

Json = dict[str, Any]
#: schema.org's words for a status; it has none for an event that is proposed, hypothetical or denied.
EVENT_STATUS = {
    **dict.fromkeys(("planned", "confirmed", "ongoing", "occurred"), "EventScheduled"),
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
ACTION_STATUS = {
    **dict.fromkeys(("proposed", "planned", "confirmed"), "PotentialActionStatus"),
    "ongoing": "ActiveActionStatus",
    "occurred": "CompletedActionStatus",
}
_TYPES = {"person": "Person", "state": "Country", "organisation": "Organization", "group": "Organization"}


def write_jsonld(connection: sa.Connection, _: str, out: BinaryIO) -> None:
    """Write one graph, a node a line."""
    out.write(b'{"@context":{"@vocab":"https://schema.org/"},"@graph":[')
    between = b"\n"
    for told in stream_told(connection):
        out.write(between + msgspec.json.encode(_known(_node(told))))
        between = b",\n"
    out.write(b"\n]}\n")


def _node(told: Told) -> Json:
    event = told.event
    together = event.kind in mutual_kinds()
    days = ("startDate", "endDate") if together else ("startTime", "endTime")
    return {
        "@id": _urn(event.id),
        "@type": "Event" if together else "Action",
        "name": headline(event),
        days[0]: event.told_time.start if event.told_time is not None else None,
        days[1]: event.told_time.end if event.told_time is not None else None,
        "location": _place(event.place) if event.place is not None else None,
        **(_event_fields(event) if together else _action_fields(event)),
        "description": told.sentence,
        "subjectOf": [_article(article) for article in told.articles],
    }


def _event_fields(event: Event) -> Json:
    return {
        "eventStatus": _enumerated(EVENT_STATUS.get(event.status)),
        "attendee": _parties(event, "actor", "recipient"),
        "organizer": _parties(event, "host", "mediator"),
        "about": [topic.label for topic in event.topics],
    }


def _action_fields(event: Event) -> Json:
    return {
        "actionStatus": _enumerated(ACTION_STATUS.get(event.status)),
        "agent": _parties(event, "actor"),
        "participant": _parties(event, "recipient", "host", "mediator"),
    }


def _enumerated(status: str | None) -> Json | None:
    return {"@id": f"https://schema.org/{status}"} if status is not None else None


def _parties(event: Event, *roles: str) -> list[Json]:
    return [_party(party) for party in event.participants if party.role in roles]


def _party(party: Participant) -> Json:
    return {
        "@id": _urn(party.actor),
        "@type": _TYPES.get(party.type, "Thing"),
        "name": party.name,
        "jobTitle": party.office if party.type == "person" else None,
    }


def _place(place: Place) -> Json:
    point = place.latitude is not None and place.longitude is not None
    return {
        "@type": "Place",
        "name": place.name,
        "address": {"@type": "PostalAddress", "addressCountry": place.country} if place.country is not None else None,
        "geo": {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude} if point else None,
        "sameAs": f"https://sws.geonames.org/{place.geonameid}/" if place.geonameid is not None else None,
    }


def _article(article: ArticleHead) -> Json:
    return {
        "@id": _urn(article.id),
        "@type": "NewsArticle",
        "headline": article.title,
        "url": article.url,
        "datePublished": article.published,
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet is not None else None,
    }


def _urn(record_id: str) -> str:
    """A URN of an id; characters that a URN cannot hold are percent-encoded."""
    return f"urn:communique:{quote(record_id, safe='-._~:')}"


def _known(value: Any) -> Any:  # noqa: ANN401 - JSON
    """The value without what is not known."""
    if isinstance(value, dict):
        return {key: _known(v) for key, v in value.items() if v is not None and v != []}
    return [_known(v) for v in value] if isinstance(value, list) else value
