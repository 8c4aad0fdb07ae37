"""Readings and links made by simple rules, for tests of what comes after reading. Sentences are "A met B." """

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.records import (
    Account,
    Actor,
    Article,
    Attribution,
    Disagreement,
    Event,
    EventTime,
    EventTopic,
    Evidence,
    Mention,
    Office,
    Participant,
    Place,
    Reading,
    Rejection,
    Report,
    Span,
    Speaker,
    Statement,
    StatusChange,
    Story,
    Topic,
    Wording,
    digest,
)

_MET = re.compile(
    r"(?P<one>[A-Z]\w+) (?P<verb>met|will meet) (?P<other>[A-Z]\w+)"
    r"(?: in (?P<place>[A-Z]\w+))?(?: about (?P<topic>\w+))?\."
)
_SAID = re.compile(r"(?P<who>[A-Z]\w+) said (?P<what>[^.]+)\.")
COUNTRIES = {"Lavrov": "RUS", "Tillerson": "USA", "Wang": "CHN"}


def article(text: str, outlet: str | None = None, day: str | None = "2017-04-12", source: str | None = None) -> Article:
    import datetime

    published = datetime.date.fromisoformat(day) if day else None
    return Article(
        id=digest("article", text, None, published, outlet),
        text=text,
        published=published,
        outlet=outlet,
        source=source,
        title=None,
    )


class ToyReader:
    """Reads sentences of one form, and does what hostile articles make a reader do."""

    def pipe(self, articles: Iterable[Article], *, clean: bool) -> Iterator[Reading]:
        for item in articles:
            if "RAISE" in item.text:
                raise ValueError("cannot read [bold]this[/bold]")
            if "CRASH" in item.text:
                os._exit(7)
            rejected = Rejection(reason="language", detail="not English") if "Hola" in item.text else None
            yield _reading(item, rejected)


def load_toy() -> ToyReader:
    return ToyReader()


def _reading(item: Article, rejected: Rejection | None) -> Reading:
    return Reading(
        id=item.id,
        language=None if rejected else "en",
        published=item.published,
        published_basis="given" if item.published else None,
        title=item.title,
        text=item.text,
        reports=() if rejected else tuple(_reports(item)),
        statements=() if rejected else tuple(_statements(item)),
        mentions=() if rejected else tuple(_mentions(item)),
        rejected=rejected,
    )


def _span(match: re.Match[str], group: str | int = 0) -> Span:
    return Span(match.start(group), match.end(group), match.group(group))


def _local(item: Article, name: str) -> str:
    return digest("actor", item.id, name)


def _mentions(item: Article) -> Iterator[Mention]:
    for name in sorted(COUNTRIES):
        for match in re.finditer(name, item.text):
            yield Mention(
                actor=_local(item, name),
                name=name,
                type="person",
                country=COUNTRIES[name],
                sector="GOV",
                office=None,
                span=_span(match),
            )


def _reports(item: Article) -> Iterator[Report]:
    for match in _MET.finditer(item.text):
        ahead = match["verb"] == "will meet"
        parties = tuple(
            Participant(
                role="actor",
                actor=_local(item, match[side]),
                name=match[side],
                type="person",
                country=COUNTRIES.get(match[side]),
                sector="GOV",
                office="Minister",
                span=_span(match, side),
            )
            for side in ("one", "other")
        )
        time = EventTime(start=item.published, end=item.published, precision="day") if item.published else None
        yield Report(
            id=digest("report", item.id, match.start()),
            article=item.id,
            kind="meeting",
            status="planned" if ahead else "occurred",
            plover="AGREE" if ahead else "CONSULT",
            cameo="036",
            score=-1.5,
            participants=parties,
            trigger=_span(match, "verb"),
            evidence=_span(match),
            confidence=0.5,
            time=time,
            place=Place(span=_span(match, "place"), name=match["place"]) if match["place"] else None,
            topics=(Topic(label=match["topic"], span=_span(match, "topic")),) if match["topic"] else (),
            attribution=Attribution(source="named", name=match["one"], actor=_local(item, match["one"])),
        )


def _statements(item: Article) -> Iterator[Statement]:
    for match in _SAID.finditer(item.text):
        speaker = Speaker(
            name=match["who"], actor=_local(item, match["who"]), country=None, sector=None, span=_span(match, "who")
        )
        yield Statement(
            id=digest("statement", item.id, match.start()),
            article=item.id,
            speaker=speaker,
            cue=None,
            content=_span(match, "what"),
            quoted="indirect",
        )


@dataclass(frozen=True)
class Linked:
    events: tuple[Event, ...]
    actors: tuple[Actor, ...]
    stories: tuple[Story, ...]
    report_event: Mapping[str, str]
    actor_of: Mapping[tuple[str, str], str]


def toy_link(readings: Iterable[Reading], outlets: Mapping[str, str], *_: object) -> Linked:
    """Reports of the same people are one event; people of one name are one actor; everything is one story."""
    everything = sorted(readings, key=lambda r: r.id)
    groups: dict[tuple[str, ...], list[Report]] = {}
    for report in (r for reading in everything for r in reading.reports):
        groups.setdefault(tuple(sorted(p.name for p in report.participants)), []).append(report)
    mentions = [(reading.id, m) for reading in everything for m in reading.mentions]
    events = tuple(_event(groups[key], outlets) for key in sorted(groups))
    ids = tuple(reading.id for reading in everything)
    story = Story(
        id="story-0000", title="Talks", articles=ids, events=tuple(e.id for e in events), start=None, end=None
    )
    return Linked(
        events=events,
        actors=tuple(
            _actor(name, [(a, m) for a, m in mentions if m.name == name])
            for name in sorted({m.name for _, m in mentions})
        ),
        stories=(story,) if ids else (),
        report_event={report: event.id for event in events for report in event.reports},
        actor_of={(a, m.actor): _registered(m.name) for a, m in mentions},
    )


def _registered(name: str) -> str:
    return digest("actor", "registry", name)


def _event(reports: list[Report], outlets: Mapping[str, str]) -> Event:
    first = reports[0]
    articles = tuple(sorted({r.article for r in reports}))
    statuses = sorted({r.status for r in reports})
    times = sorted({str(r.time.start) if r.time else "unknown" for r in reports})
    parties = tuple(
        Participant(
            role=p.role,
            actor=_registered(p.name),
            name=p.name,
            type=p.type,
            country=p.country,
            sector=p.sector,
            office=p.office,
        )
        for p in first.participants
    )
    return Event(
        id=digest("event", first.kind, *sorted(p.name for p in parties)),
        kind=first.kind,
        status=statuses[0],
        history=tuple(
            StatusChange(status=s, date=None, articles=tuple(r.article for r in reports if r.status == s))
            for s in statuses
        ),
        plover=first.plover,
        mode=(),
        contexts=("diplomatic",),
        cameo=first.cameo,
        score=first.score,
        participants=parties,
        time=first.time,
        place=first.place,
        topics=tuple(
            EventTopic(label=t.label, articles=(first.article,))
            for t in {t.label: t for r in reports for t in r.topics}.values()
        ),
        reports=tuple(sorted(r.id for r in reports)),
        articles=articles,
        outlets=len({outlets.get(a, a) for a in articles}),
        first_reported=first.time.start if first.time else None,
        last_reported=None,
        story="story-0000",
        disagreements=(
            (Disagreement(field="time", values=tuple(Account(value=t, articles=articles) for t in times)),)
            if len(times) > 1
            else ()
        ),
        wordings=(Wording(text=first.trigger.text, articles=(first.article,)),),
        confidence=0.75,
    )


def _actor(name: str, mentions: list[tuple[str, Mention]]) -> Actor:
    article_id, mention = mentions[0]
    office = Office(office="Minister", of=mention.country, evidence=(Evidence(article=article_id, span=mention.span),))
    return Actor(
        id=_registered(name),
        name=name,
        names=(name, f"Mr {name}"),
        type="person",
        country=mention.country,
        sector="GOV",
        offices=(office,),
        mentions=len(mentions),
    )
