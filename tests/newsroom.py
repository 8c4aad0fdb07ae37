"""Readings written by hand for the tests of linking: sentences, and what is read out of each."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.records import (
    EventTime,
    Mention,
    Participant,
    Place,
    Reading,
    Report,
    Span,
    Time,
    Timex,
    Topic,
    digest,
)

PLACES = {
    "Oslo": ("NOR", 3143244, 59.91, 10.75),
    "Bergen": ("NOR", 3161732, 60.39, 5.32),
    "Norway": ("NOR", 3144096, 62.0, 10.0),
    "Geneva": ("CHE", 2660646, 46.2, 6.15),
}


@dataclass(frozen=True)
class Who:
    name: str
    country: str | None = None
    office: str | None = None
    type: str = "person"
    role: str = "actor"
    sector: str | None = "GOV"


@dataclass(frozen=True)
class Told:
    """A sentence and the report in it. ``trigger`` and ``duration`` are words of the sentence."""

    text: str
    kind: str
    who: Sequence[Who]
    trigger: str
    status: str = "occurred"
    day: str | None = None
    place: str | None = None
    topics: Sequence[str] = field(default_factory=tuple)
    duration: str | None = None
    length: str | None = None
    confidence: float = 0.8


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text is not None else None


def article(name: str, published: str | None, *told: Told, title: str | None = None, body: str = "") -> Reading:
    text, reports, mentions, times = body, [], [], []
    for one in told:
        start = len(text) + 1 if text else 0
        text = f"{text}\n{one.text}" if text else one.text
        reports.append(_report(name, text, start, one))
        mentions += [_mention(participant) for participant in reports[-1].participants]
        if one.duration is not None and one.length is not None:
            timex = Timex(type="DURATION", value=one.length)
            times.append(Time(span=_find(text, one.duration, start), start=None, end=None, precision=None, timex=timex))
    return Reading(
        id=name, language="en", published=day(published), published_basis="given" if published else None,
        title=title, text=text, reports=tuple(reports), mentions=tuple(mentions), times=tuple(times),
    )  # fmt: skip


def _report(name: str, text: str, start: int, told: Told) -> Report:
    on, at = day(told.day), told.place
    return Report(
        id=digest("report", name, start, told.kind, told.trigger),
        article=name,
        kind=told.kind,
        status=told.status,
        plover="CONSULT",
        cameo="040",
        score=1.0,
        participants=tuple(_participant(name, text, start, who) for who in told.who),
        trigger=_find(text, told.trigger, start),
        evidence=_find(text, told.text, start),
        confidence=told.confidence,
        time=EventTime(start=on, end=on, precision="day") if on is not None else None,
        duration=_find(text, told.duration, start) if told.duration is not None else None,
        place=_place(text, at, start) if at is not None else None,
        topics=tuple(Topic(label=label, span=_find(text, label, start)) for label in told.topics),
    )


def _participant(name: str, text: str, start: int, who: Who) -> Participant:
    actor = f"state:{who.country}" if who.type == "state" else digest("actor", name, who.name, who.country)
    return Participant(
        role=who.role, actor=actor, name=who.name, type=who.type, country=who.country, sector=who.sector,
        office=who.office, span=_find(text, who.name, start),
    )  # fmt: skip


def _mention(p: Participant) -> Mention:
    return Mention(
        actor=p.actor, name=p.name, type=p.type, country=p.country, sector=p.sector, office=p.office, span=p.span
    )  # fmt: skip


def _place(text: str, name: str, start: int) -> Place:
    country, geonameid, latitude, longitude = PLACES[name]
    span = _find(text, name, start)
    return Place(span=span, name=name, country=country, geonameid=geonameid, latitude=latitude, longitude=longitude)


def _find(text: str, part: str, start: int) -> Span:
    at = text.find(part, start)
    assert at >= 0, f"{part!r} is not in {text[start:]!r}"
    return Span(at, at + len(part), part)
