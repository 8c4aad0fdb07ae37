"""The event that reports of one act add up to."""

from __future__ import annotations

import datetime
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from communique.lexicon.families import Families
from communique.linking.circumstances import is_state
from communique.linking.disagreements import disagreements
from communique.linking.history import history, status_of
from communique.linking.parties import parties
from communique.linking.singles import single_accounts
from communique.linking.tellings import Item
from communique.linking.terms import stem
from communique.linking.wordings import wordings
from communique.records import Event, EventTime, EventTopic, Link, Particular, Place, Report, Status, event_id

_PRECISIONS = ("day", "week", "month", "quarter", "year")
#: No number of reports makes an event certain.
_SUREST = 0.99


@dataclass(frozen=True, slots=True)
class Sources:
    """Whose accounts are whose, by article id: its group of near-identical copies, and its outlet."""

    copies: Mapping[str, str]
    outlets: Mapping[str, str | None]

    def of(self, articles: Iterable[str]) -> Sources:
        """Those of some articles."""
        copies = {article: self.copies[article] for article in articles}
        return Sources(copies, {article: self.outlets.get(article) for article in copies})


def event_of(items: Sequence[Item], sources: Sources, families: Families) -> Event:
    """The event of a group of reports; ``story`` is still ``None``.

    The id comes from the report published first, so reports that come later leave it as it is.
    """
    items = sorted(
        items, key=lambda i: (i.published is None, i.published or datetime.date.max, i.report.article, *_at(i))
    )
    changes = history(items)
    status = status_of(changes)
    kind = _kind(items, families)
    model = _model(items, kind, status)
    days = [item.published for item in items if item.published is not None]
    return Event(
        id=event_id(items[0].report.id),
        kind=kind,
        status=status,
        history=changes,
        plover=model.plover,
        mode=model.mode,
        contexts=model.contexts,
        cameo=model.cameo,
        score=model.score,
        participants=parties(items),
        time=_time(items, status),
        place=_place(items),
        topics=_topics(items),
        reports=tuple(item.report.id for item in items),
        articles=tuple(dict.fromkeys(item.report.article for item in items)),
        outlets=len(set(_sources_of(items, sources).values())),
        first_reported=min(days, default=None),
        last_reported=max(days, default=None),
        story=None,
        disagreements=disagreements(items),
        wordings=wordings(items),
        confidence=_confidence(items, status, sources),
        links=tuple(Link(report=item.report.id, reasons=item.reasons) for item in items),
        copies=_copies(items, sources),
        sole=single_accounts(items, _sources_of(items, sources)),
        particulars=tuple(
            Particular(report=i.report.id, field=d.field, value=d.value, span=d.span) for i in items for d in i.details
        ),
    )


def _at(item: Item) -> tuple[int, int, str]:
    return item.report.trigger.start, item.report.trigger.end, item.report.id


def _kind(items: Sequence[Item], families: Families) -> str:
    """The kind that most articles use, of equals the more particular."""
    counts = Counter(kind for kind, _ in {(item.report.kind, item.report.article) for item in items})
    return min(counts, key=lambda kind: (-counts[kind], -families.precision(kind), kind))


def _model(items: Sequence[Item], kind: str, status: Status) -> Report:
    """The report whose codes the event takes: of its kind and status where there is one, the surest, then the first."""
    return max((item.report for item in items), key=lambda r: (r.status == status, r.kind == kind, r.confidence))


def _time(items: Sequence[Item], status: Status) -> EventTime | None:
    """The most precise time, of those the one that most articles give (of the event's status first), then the first.

    Where none gives any, what is inferred from the article that was published first, for later ones tell of it, too.
    """
    told = [(item, item.time) for item in items if item.time is not None]
    support: dict[EventTime, set[tuple[bool, str]]] = defaultdict(set)
    for item, time in told:
        support[_bare(time)].add((item.report.status == status, item.report.article))

    def rank(time: EventTime) -> tuple[int, int, int, int]:
        of_status = sum(same for same, _ in support[time])
        every = len({article for _, article in support[time]})
        return _PRECISIONS.index(time.precision), -of_status, -every, (time.end - time.start).days

    inferred = (item.report.time for item in items if item.report.time is not None and item.report.time.inferred)
    return min(support, key=rank, default=None) or next(map(_bare, inferred), None)


def _bare(time: EventTime) -> EventTime:
    return msgspec.structs.replace(time, span=None)


def _place(items: Sequence[Item]) -> Place | None:
    """The most particular place, of those the one that most articles name, then the first."""
    places = [(item.report.article, item.report.place) for item in items if item.report.place is not None]
    named: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for article, place in places:
        named[place.geonameid or place.name, place.country].add(article)
    return min(
        (place for _, place in places),
        key=lambda p: (is_state(p), p.geonameid is None, -len(named[p.geonameid or p.name, p.country])),
        default=None,
    )


def _topics(items: Sequence[Item]) -> tuple[EventTopic, ...]:
    """The topics in the order in which they come up, with the articles that name them in order of id."""
    labels: dict[str, str] = {}
    articles: dict[str, set[str]] = defaultdict(set)
    for item in items:
        for topic in item.report.topics:
            key = " ".join(stem(word) for word in topic.label.casefold().split())
            labels.setdefault(key, topic.label)
            articles[key].add(item.report.article)
    return tuple(EventTopic(label=labels[key], articles=tuple(sorted(articles[key]))) for key in labels)


def _sources_of(items: Sequence[Item], sources: Sources) -> dict[str, str]:
    """For each article of an event the source that it counts as.

    That is the outlet; for an article without one, itself; for copies of one text, whatever the first of them is.
    """
    first: dict[str, str] = {}
    for item in items:
        first.setdefault(sources.copies[item.report.article], item.report.article)
    found = {}
    for item in items:
        article = first[sources.copies[item.report.article]]
        outlet = sources.outlets.get(article)
        found[item.report.article] = f"outlet {outlet.casefold()}" if outlet else f"article {article}"
    return found


def _copies(items: Sequence[Item], sources: Sources) -> tuple[tuple[str, ...], ...]:
    """The articles of an event that print one text, group by group, the first published first."""
    groups: dict[str, dict[str, None]] = defaultdict(dict)
    for item in items:
        groups[sources.copies[item.report.article]][item.report.article] = None
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _confidence(items: Sequence[Item], status: Status, sources: Sources) -> float:
    """How sure the event is: the noisy-or of the surest report of each source, at most :data:`_SUREST`.

    Sources are taken to err independently of each other, which is why copies count once. Where sources disagree on
    whether it took place, only those for the status that holds count for it.
    """
    source_of = _sources_of(items, sources)
    contested = any(item.report.status == "denied" for item in items)
    surest: dict[str, float] = {}
    for item in items:
        if not contested or (item.report.status == "denied") == (status == "denied"):
            source = source_of[item.report.article]
            surest[source] = max(surest.get(source, 0.0), item.report.confidence)
    return round(min(_SUREST, 1 - math.prod(1 - value for value in sorted(surest.values()))), 4)
