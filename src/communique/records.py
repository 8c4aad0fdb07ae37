"""The records that flow through communique: articles in, readings out, events across articles.

Every record is a frozen ``msgspec.Struct`` and encodes to one JSON object. ``start`` and ``end`` of a
span count Unicode code points of the article's text, end exclusive, and ``text[start:end] == span.text``
always holds. Unknown is ``None``. Days are ISO 8601 calendar days, countries ISO 3166-1 alpha-3 codes
(plus ``XKX`` for Kosovo), sectors those of the PLOVER manual. Ids are digests of content: the same
content has the same id on every machine.
"""

from __future__ import annotations

import datetime
import hashlib
from typing import Literal

import msgspec

Precision = Literal["day", "week", "month", "quarter", "year"]
Status = Literal[
    "hypothetical", "proposed", "planned", "confirmed", "ongoing", "occurred", "postponed", "cancelled", "denied"
]
Role = Literal["actor", "recipient", "host", "mediator"]
ActorType = Literal["person", "state", "organisation", "group", "place"]
Quoted = Literal["direct", "indirect", "mixed"]
Stance = Literal["assertion", "belief", "question", "request", "intention", "judgement"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
RelationType = Literal["part of", "has part", "follows", "followed by", "responds to", "answered by"]
GenreKind = Literal["opinion"]
GenreReason = Literal["disclaimer", "section", "first person"]
PublishedBasis = Literal["given", "page", "inferred"]


def digest(prefix: str, *parts: object) -> str:
    """A short stable id: ``prefix`` and 16 hexadecimal digits of BLAKE2b over the parts (``None`` and "" differ)."""
    body = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.blake2b(body.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def event_id(first_report: str) -> str:
    """The id of an event by its report that was published first."""
    return digest("event", first_report)


def story_id(first_article: str) -> str:
    """The id of a story by its article that was published first."""
    return digest("story", first_article)


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records."""


class Article(Record, frozen=True, kw_only=True):
    """One article as it came in. ``source`` is where it was read from (a path, a line of a file, a URL)."""

    id: str
    text: str
    title: str | None = None
    published: datetime.date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    author: str | None = None
    source: str | None = None


class Span(msgspec.Struct, frozen=True):
    """Characters ``start`` to ``end`` (end exclusive) of the article's text, and the text between them."""

    start: int
    end: int
    text: str


class Timex(Record, frozen=True, kw_only=True):
    """Type and value as TIMEX3 (ISO-TimeML) writes them."""

    type: TimexType
    value: str


class Time(Record, frozen=True, kw_only=True):
    """A time expression: the days it covers (both ends included; ``None`` where it does not say) and its TIMEX3."""

    span: Span
    start: datetime.date | None
    end: datetime.date | None
    precision: Precision | None
    timex: Timex


class Place(Record, frozen=True, kw_only=True):
    """A toponym and what it stands for; ``geonameid`` and point (WGS 84 degrees) are ``None`` when unresolved."""

    span: Span
    name: str
    country: str | None = None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None


class Mention(Record, frozen=True, kw_only=True):
    """One place in the text that refers to an actor."""

    actor: str
    name: str
    type: ActorType
    country: str | None
    sector: str | None
    office: str | None
    span: Span


class Participant(Record, frozen=True, kw_only=True):
    """One party to an event. ``span`` is ``None`` only on events, which join several reports."""

    role: Role
    actor: str
    name: str
    type: ActorType
    country: str | None
    sector: str | None
    office: str | None
    span: Span | None = None


class EventTime(Record, frozen=True, kw_only=True):
    """When an event was or is to be. ``span`` is ``None`` where the day comes from context (a dateline, a join).

    ``inferred``: no words say when it was; it is told as the news of an article of that time.
    """

    start: datetime.date
    end: datetime.date
    precision: Precision
    span: Span | None = None
    inferred: bool = False


class Topic(Record, frozen=True, kw_only=True):
    """What an event is about, in the article's words."""

    label: str
    span: Span


class Attribution(Record, frozen=True, kw_only=True):
    """According to whom: the outlet's own voice, a named source or an unnamed one; ``name`` holds the whole chain."""

    source: Literal["named", "unnamed", "outlet"]
    name: str | None = None
    actor: str | None = None
    cue: Span | None = None
    span: Span | None = None


class Report(Record, frozen=True, kw_only=True):
    """One article's report of one event.

    ``frame`` is the lexicon entry that it was read with, ``same_day_as`` the report of an act that it is said to have
    followed at once ("met the king for an hour, followed by a meeting with the queen").
    """

    id: str
    article: str
    kind: str
    status: Status
    plover: str | None
    cameo: str | None
    score: float | None
    participants: tuple[Participant, ...]
    trigger: Span
    evidence: Span
    confidence: float
    frame: str | None = None
    event: str | None = None
    same_day_as: str | None = None
    mode: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    time: EventTime | None = None
    duration: Span | None = None
    place: Place | None = None
    topics: tuple[Topic, ...] = ()
    attribution: Attribution | None = None


class Speaker(Record, frozen=True, kw_only=True):
    """Who says a statement, as the text names them there."""

    name: str
    actor: str | None
    country: str | None
    sector: str | None
    span: Span


class Statement(Record, frozen=True, kw_only=True):
    """Somebody's words or their gist. ``report`` is the id of the report that the statement itself makes, if any.

    ``occasion`` is the id of the report of the event at which it was said: a press conference, a meeting.
    ``stance`` is what the speaker does with the content: asserts, believes, asks, requests, intends or judges it.
    """

    id: str
    article: str
    speaker: Speaker | None
    cue: Span | None
    content: Span
    quoted: Quoted
    stance: Stance = "assertion"
    addressee: str | None = None
    topics: tuple[Topic, ...] = ()
    report: str | None = None
    occasion: str | None = None


class Genre(Record, frozen=True, kw_only=True):
    """What kind of text an article is where it is not plain reporting, the reason, and the ``words`` that show it.

    The words are those of the page as it came in: labels and disclaimers may stand outside the article's text.
    """

    kind: GenreKind
    reason: GenreReason
    words: str


class Rejection(Record, frozen=True, kw_only=True):
    """Why an article was set aside: a short ``reason`` for machines and a ``detail`` for people."""

    reason: str
    detail: str


class Reading(Record, frozen=True, kw_only=True):
    """All that was read out of one article."""

    id: str
    language: str | None
    published: datetime.date | None
    published_basis: PublishedBasis | None
    title: str | None
    text: str
    reports: tuple[Report, ...] = ()
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    genre: Genre | None = None
    rejected: Rejection | None = None


class StatusChange(Record, frozen=True, kw_only=True):
    """A status of an event, the day of the reports that gave it (``None``: undated), and those articles."""

    status: Status
    date: datetime.date | None
    articles: tuple[str, ...]


class EventTopic(Record, frozen=True, kw_only=True):
    """A topic of an event and the articles that name it."""

    label: str
    articles: tuple[str, ...]


class Account(Record, frozen=True, kw_only=True):
    """One of several values that articles give for a field, with the words of the first of them."""

    value: str
    articles: tuple[str, ...]
    span: Span | None = None


class Disagreement(Record, frozen=True, kw_only=True):
    """A field on which accounts of one event differ."""

    field: str
    values: tuple[Account, ...]


class Sole(Record, frozen=True, kw_only=True):
    """What only one source gives of an event that several report; ``articles`` are that source's."""

    field: str
    value: str
    articles: tuple[str, ...]
    span: Span | None = None


class Particular(Record, frozen=True, kw_only=True):
    """What one report adds to who, when and where: a number, a length, an outcome, whose initiative it was."""

    report: str
    field: str
    value: str
    span: Span


class Wording(Record, frozen=True, kw_only=True):
    """Words used for the act, and the articles that use them."""

    text: str
    articles: tuple[str, ...]


class Link(Record, frozen=True, kw_only=True):
    """Why a report is taken for one of its event: what agrees with the reports before it."""

    report: str
    reasons: tuple[str, ...]


class EventRelation(Record, frozen=True, kw_only=True):
    """How an event stands to another one, and why it is thought so."""

    type: RelationType
    event: str
    reasons: tuple[str, ...]


class Count(Record, frozen=True, kw_only=True):
    """How many such events there were, as an article says ("their fifth meeting since May"), and as the record has it.

    Both count the event itself; ``since`` is the first day of the count.
    """

    article: str
    span: Span
    told: int
    since: datetime.date
    found: int


class Event(Record, frozen=True, kw_only=True):
    """One event in the world, however many articles report it.

    ``copies`` are the groups of articles that print one text; ``outlets`` counts each group once.
    """

    id: str
    kind: str
    status: Status
    history: tuple[StatusChange, ...]
    plover: str | None
    mode: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    score: float | None
    participants: tuple[Participant, ...]
    time: EventTime | None
    place: Place | None
    topics: tuple[EventTopic, ...]
    reports: tuple[str, ...]
    articles: tuple[str, ...]
    outlets: int
    first_reported: datetime.date | None
    last_reported: datetime.date | None
    story: str | None
    disagreements: tuple[Disagreement, ...]
    wordings: tuple[Wording, ...]
    confidence: float
    links: tuple[Link, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
    relations: tuple[EventRelation, ...] = ()
    counts: tuple[Count, ...] = ()
    sole: tuple[Sole, ...] = ()
    particulars: tuple[Particular, ...] = ()

    @property
    def told_time(self) -> EventTime | None:
        """When it was, where an account says so: what is only inferred is no evidence about other events."""
        return self.time if self.time is not None and not self.time.inferred else None


class Evidence(Record, frozen=True, kw_only=True):
    """Words in an article."""

    article: str
    span: Span


class Office(Record, frozen=True, kw_only=True):
    """An office that an actor is said to hold: ``of`` is a country code or organisation; days as evidence allows."""

    office: str
    of: str | None
    start: datetime.date | None = msgspec.field(default=None, name="from")
    end: datetime.date | None = msgspec.field(default=None, name="to")
    evidence: tuple[Evidence, ...] = ()


class Actor(Record, frozen=True, kw_only=True):
    """One actor of the registry, all names joined."""

    id: str
    name: str
    names: tuple[str, ...]
    type: ActorType
    country: str | None
    sector: str | None
    offices: tuple[Office, ...]
    mentions: int


class Story(Record, frozen=True, kw_only=True):
    """Articles about one chain of events."""

    id: str
    title: str
    articles: tuple[str, ...]
    events: tuple[str, ...]
    start: datetime.date | None
    end: datetime.date | None
