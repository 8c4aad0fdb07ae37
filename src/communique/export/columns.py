"""The columns of each flat table, and how each is got from a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from communique.records import Actor, Event, Office, Participant, Report, Statement

Columns = dict[str, Callable[[Any], Any]]


def _joined(values: Iterable[object]) -> str:
    return "; ".join(dict.fromkeys(str(value) for value in values if value is not None))


def _plain(*names: str) -> Columns:
    """Columns that are fields of the record, lists joined."""

    def column(name: str) -> Callable[[Any], Any]:
        def value(record: object) -> object:
            found = getattr(record, name)
            return _joined(found) if isinstance(found, tuple) else found

        return value

    return {name: column(name) for name in names}


def _part(field: str, name: str) -> Callable[[Any], Any]:
    """A field of a field, empty where there is none."""

    def value(record: object) -> object:
        whole = getattr(record, field)
        return getattr(whole, name) if whole is not None else None

    return value


def _parties(role: str, field: str) -> Callable[[Any], str]:
    def value(record: Event | Report) -> str:
        parties: tuple[Participant, ...] = record.participants
        return _joined(getattr(party, field) for party in parties if party.role == role)

    return value


def _offices(actor: Actor) -> str:
    return _joined(_office(office) for office in actor.offices)


def _office(office: Office) -> str:
    of = f" ({office.of})" if office.of else ""
    days = f" {office.start or ''}/{office.end or ''}" if office.start or office.end else ""
    return f"{office.office}{of}{days}"


def _topics(record: Event | Report | Statement) -> str:
    return _joined(topic.label for topic in record.topics)


_WHEN_WHERE: Columns = {
    "start": _part("time", "start"),
    "end": _part("time", "end"),
    "precision": _part("time", "precision"),
    "inferred": _part("time", "inferred"),
    "place": _part("place", "name"),
    "place_country": _part("place", "country"),
    "geonameid": _part("place", "geonameid"),
    "latitude": _part("place", "latitude"),
    "longitude": _part("place", "longitude"),
}
_WHO: Columns = {
    "actors": _parties("actor", "name"),
    "actor_ids": _parties("actor", "actor"),
    "actor_countries": _parties("actor", "country"),
    "actor_sectors": _parties("actor", "sector"),
    "recipients": _parties("recipient", "name"),
    "recipient_ids": _parties("recipient", "actor"),
    "recipient_countries": _parties("recipient", "country"),
    "recipient_sectors": _parties("recipient", "sector"),
    "hosts": _parties("host", "name"),
    "mediators": _parties("mediator", "name"),
}
_CODES = _plain("plover", "mode", "contexts", "cameo", "score")

COLUMNS: dict[str, Columns] = {
    "events": _plain("id", "kind", "status")
    | _WHEN_WHERE
    | _WHO
    | {"topics": _topics}
    | _CODES
    | _plain("outlets", "articles", "reports", "first_reported", "last_reported", "story")
    | {"disagreements": lambda event: _joined(d.field for d in event.disagreements)}
    | _plain("confidence"),
    "reports": _plain("id", "article", "event", "kind", "status")
    | _WHEN_WHERE
    | _WHO
    | {"topics": _topics}
    | _CODES
    | {
        "attribution": _part("attribution", "source"),
        "attributed_to": _part("attribution", "name"),
        "trigger": _part("trigger", "text"),
        "evidence": _part("evidence", "text"),
        "evidence_start": _part("evidence", "start"),
        "evidence_end": _part("evidence", "end"),
    }
    | _plain("frame", "confidence"),
    "statements": _plain("id", "article")
    | {
        "speaker": _part("speaker", "name"),
        "speaker_id": _part("speaker", "actor"),
        "speaker_country": _part("speaker", "country"),
        "speaker_sector": _part("speaker", "sector"),
    }
    | _plain("addressee", "quoted", "stance")
    | {
        "cue": _part("cue", "text"),
        "content": _part("content", "text"),
        "content_start": _part("content", "start"),
        "content_end": _part("content", "end"),
        "topics": _topics,
    }
    | _plain("report", "occasion"),
    "actors": _plain("id", "name", "names", "type", "country", "sector") | {"offices": _offices} | _plain("mentions"),
    "stories": _plain("id", "title", "start", "end", "articles", "events"),
    "articles": _plain(
        "id", "source", "url", "outlet", "published", "published_basis", "title", "author", "language", "text"
    )
    | _plain("genre", "genre_reason", "genre_words"),
    "rejected": _plain("source", "article", "reason", "detail"),
}

#: The types of columns that are not text: the same name has the same type in every table.
TYPES: dict[str, Literal["day", "integer", "number", "yes or no"]] = {
    **dict.fromkeys(("start", "end", "published", "first_reported", "last_reported"), "day"),
    **dict.fromkeys(
        ("geonameid", "outlets", "mentions", "evidence_start", "evidence_end", "content_start", "content_end"),
        "integer",
    ),
    "inferred": "yes or no",
    **dict.fromkeys(("latitude", "longitude", "score", "confidence"), "number"),
}
