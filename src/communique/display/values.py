"""Values of events and reports in words: who, where, about what, according to whom."""

from __future__ import annotations

from collections.abc import Sequence

from communique.display.text import plain
from communique.records import Attribution, Event, Participant, Place, Report

_ARROW = "\N{RIGHTWARDS ARROW}"
#: Colours of statuses, where the terminal has any.
STATUS_STYLES = {
    "occurred": "green",
    "ongoing": "green",
    "confirmed": "cyan",
    "planned": "cyan",
    "proposed": "blue",
    "hypothetical": "dim",
    "postponed": "yellow",
    "cancelled": "red",
    "denied": "red",
}


def short_id(record_id: str) -> str:
    """The first eight characters after the kind, which are enough for ``communique show`` in all but huge stores."""
    return plain(record_id.partition("-")[2] or record_id)[:8]


def party_text(party: Participant) -> str:
    """A participant by name, with the country of a person or body that does not carry it in the name."""
    name = plain(party.name)
    return f"{name} ({party.country})" if party.country is not None and party.type != "state" else name


def who_text(participants: Sequence[Participant]) -> str:
    """Who did it, to whom, and at whose place or with whose help."""
    sides = {role: [party_text(p) for p in participants if p.role == role] for role in _ROLES}
    parts = [", ".join(sides["actor"]) or "?"] if participants else []
    if sides["recipient"]:
        parts.append(f"{_ARROW} {', '.join(sides['recipient'])}")
    parts.extend(f"({role}: {', '.join(sides[role])})" for role in ("host", "mediator") if sides[role])
    return " ".join(parts)


_ROLES = ("actor", "recipient", "host", "mediator")


def place_text(place: Place | None) -> str:
    """A place and its country."""
    if place is None:
        return ""
    return f"{plain(place.name)} ({place.country})" if place.country is not None else plain(place.name)


def field_text(field: str) -> str:
    """A field of accounts as people read it."""
    return _FIELDS.get(field, plain(field))


_FIELDS = {"time": "when", "place": "where", "actor": "who", "duration": "lasted", "topic": "about"}


def particular_fields(event: Event, reports: Sequence[Report]) -> list[str]:
    """The fields that only some accounts have and that some of these reports give, in the order of the event's."""
    shown = {report.id for report in reports}
    return list(dict.fromkeys(told.field for told in event.particulars if told.report in shown))


def topics_text(record: Event | Report) -> str:
    """What it is about, in the articles' words."""
    return "; ".join(dict.fromkeys(plain(topic.label) for topic in record.topics))


def source_text(said: Attribution | None) -> str:
    """According to whom."""
    if said is None or said.source == "outlet":
        return "the outlet itself"
    return plain(said.name) if said.name is not None else "an unnamed source"
