"""One event out of many reports: which reports are of the same act.

The reports of a family of kinds are taken from the most particular to the least: those that name both parties and the
day first, among them those whose day most articles give. Each joins the event that it fits best or begins one of its
own. Participants, time, place and status must not contradict; agreement is asked for the more, the less a report says:

* both parties agree and the days do: the reports are of one act (one day may be off, but not within one article);
* both parties agree but a day is missing: there must be a common place, a common topic or one article, or publication
  close by; failing that, it must be the only such event known within a month;
* only one party is named: the days must agree, or the article be the same, and only one event may fit;
* no party is named: place and day must agree.

Words are said every day, so acts of speech must be alike in what they say, too. Candidates are looked up by parties
and month, so the work grows with the reports of a dyad and month, not with the square of all.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from communique.lexicon.families import Families
from communique.linking.circumstances import AHEAD, BEHIND, Relation, bounds, is_precise, relate_places, relate_times
from communique.linking.sides import LEVEL, Match, Side, keys, match, merge
from communique.linking.terms import content_words
from communique.records import EventTime, Place, Report

#: Days between publications that speak for one event where no day is given.
_CLOSE = 3
#: Days within which the only event known of a sort is the one meant.
_MONTH = 31
#: Share of content words in common at which two sentences report the same words.
_ALIKE = 0.4
_TIME_SCORE = {Relation.SAME: 4.0, Relation.WITHIN: 3.0, Relation.NEAR: 1.5, Relation.LOOSE: 0.5}
_PLACE_SCORE = {Relation.SAME: 2.0, Relation.NEAR: 1.0, Relation.WITHIN: 1.0, Relation.LOOSE: 0.5}


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A report with what linking asks of it."""

    report: Report
    published: datetime.date | None
    sides: tuple[Side, ...]
    words: frozenset[str]
    topics: frozenset[str]

    @property
    def time(self) -> EventTime | None:
        """The day of the act as far as it can tell it from others.

        What is called off lies ahead: a day in the past said of it is the day on which it was called off.
        """
        time, published = self.report.time, self.published
        if self.report.status in {"cancelled", "postponed"} and time is not None and published is not None:
            return time if time.end > published else None
        return time

    @property
    def anchor(self) -> datetime.date | None:
        """The day that the report is looked up by: its event's, else its article's."""
        return self.time.start if self.time is not None else self.published

    @property
    def parties(self) -> int:
        """How many sides count as parties."""
        return sum(side.role != "other" for side in self.sides)


@dataclass(slots=True, eq=False)
class Cluster:
    """Reports of one event; ``time`` is that of the first that has one, ``first`` and ``last`` bound its day."""

    items: list[Item]
    sides: list[Side]
    time: EventTime | None
    places: list[Place]
    topics: set[str]
    articles: dict[str, list[Item]]
    first: datetime.date
    last: datetime.date
    number: int
    listed: set[str] = field(default_factory=set)

    def take(self, item: Item) -> None:
        """Add a report."""
        self.items.append(item)
        self.sides = merge(self.sides, item.sides)
        self.time = self.time or item.time
        place = item.report.place
        if place is not None and all(relate_places(place, known) is not Relation.SAME for known in self.places):
            self.places.append(place)
        self.topics |= item.topics
        self.articles.setdefault(item.report.article, []).append(item)
        if self.time is item.time and self.time is not None:
            self.first, self.last = self.time.start, self.time.end
        elif self.time is None:
            first, last = bounds(None, item.report.status, item.published)
            self.first, self.last = max(self.first, first), min(self.last, last)


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a report fits a cluster; ``only``: it may join if no other cluster fits."""

    score: float
    only: bool


def cluster(items: Sequence[Item], families: Families) -> list[list[Item]]:
    """Group reports into events. The order of the reports plays no part."""
    blocks: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        blocks[families.of(item.report.kind)].append(item)
    return [list(c.items) for family in sorted(blocks) for c in _Block(blocks[family], families).clusters()]


class _Block:
    """The reports of one family of kinds."""

    def __init__(self, items: Sequence[Item], families: Families) -> None:
        self._families = families
        told = {(_day_key(item), item.report.article) for item in items}
        self._support = Counter(key for key, _ in told)
        self._items = sorted(items, key=self._particular)
        self._index: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        self._clusters: list[Cluster] = []

    def clusters(self) -> list[Cluster]:
        """Every report in one cluster."""
        for item in self._items:
            home = self._home(item)
            if home is None:
                home = Cluster([], [], None, [], set(), {}, datetime.date.min, datetime.date.max, len(self._clusters))
                self._clusters.append(home)
            home.take(item)
            self._list(home, item)
        return self._clusters

    def _particular(self, item: Item) -> tuple[object, ...]:
        """Sorts the most particular reports first; the report's id settles what nothing else does."""
        time = item.time
        precise = time is not None and is_precise(time)
        named = sum(side.level for side in item.sides if side.role != "other")
        support = self._support[_day_key(item)] if precise else 0
        anchor = item.anchor or datetime.date.max
        return -min(item.parties, 2), not precise, -min(named, 4), -support, anchor, item.report.id

    def _home(self, item: Item) -> Cluster | None:
        """The cluster that a report joins: the best that fits, or the only one where evidence is weak."""
        fits = [(cluster, fit) for cluster in self._candidates(item) if (fit := self._fit(item, cluster)) is not None]
        sure = [(cluster, fit) for cluster, fit in fits if not fit.only]
        if sure:
            return max(sure, key=lambda pair: (round(pair[1].score, 6), -pair[0].number))[0]
        return fits[0][0] if len(fits) == 1 else None

    def _candidates(self, item: Item) -> list[Cluster]:
        found: dict[int, Cluster] = {}
        for key in _lookups(item):
            for month in _months(item):
                found.update((cluster.number, cluster) for cluster in self._index.get((key, month), ()))
        return [found[number] for number in sorted(found)]

    def _list(self, cluster: Cluster, item: Item) -> None:
        """List a cluster under the parties it has now, for the months in which it can be."""
        single, pairs = keys(cluster.sides)
        place = [_place_key(p) for p in cluster.places]
        months = {*_months(item, around=False), "any"}
        for key in (*single, *pairs, *place):
            for month in sorted(months):
                if f"{key} {month}" not in cluster.listed:
                    cluster.listed.add(f"{key} {month}")
                    self._index[key, month].append(cluster)

    def _fit(self, item: Item, cluster: Cluster) -> Fit | None:
        """How a report fits a cluster, or ``None`` where something contradicts or too little agrees."""
        report = item.report
        series = any(self._families.is_series(i.report.kind) for i in (item, cluster.items[0]))
        sides = match(item.sides, cluster.sides, series=series)
        time = relate_times(item.time, cluster.time)
        place = max((relate_places(report.place, p) for p in cluster.places), key=_rank, default=Relation.UNKNOWN)
        if sides.contradicts or Relation.CONFLICT in (time, place) or not _in_time(item, cluster):
            return None
        if any(_told_apart(item, other) for other in cluster.articles.get(report.article, ())):
            return None
        if self._families.is_speech(report.kind) and not _same_words(item, cluster):
            return None
        agreed = _Agreement(sides, time, place, bool(item.topics & cluster.topics), report.article in cluster.articles)
        days = _days_between(item, cluster)
        strength = agreed.strength(item, cluster, days)
        if strength is None:
            return None
        phase = any((report.status in BEHIND) == (other.report.status in BEHIND) for other in cluster.items[:5])
        return Fit(agreed.score + 0.5 * phase - min(days if days is not None else 99, 99) / 100, strength == "only")


@dataclass(frozen=True, slots=True)
class _Agreement:
    """What agrees between a report and a cluster that nothing contradicts."""

    sides: Match
    time: Relation
    place: Relation
    topics: bool
    article: bool

    @property
    def score(self) -> float:
        """The more agrees, the higher."""
        return (
            sum(self.sides.strengths[:3])
            + _TIME_SCORE.get(self.time, 0.0)
            + _PLACE_SCORE.get(self.place, 0.0)
            + self.topics
            + 2 * self.article
        )

    def strength(self, item: Item, cluster: Cluster, days: int | None) -> str | None:
        """Is this evidence ``"enough"``, enough if it is the ``"only"`` event that fits, or not (``None``)?"""
        timely = self.time in {Relation.SAME, Relation.WITHIN, Relation.NEAR}
        located = self.place in {Relation.SAME, Relation.NEAR}
        if self.sides.full:
            if timely or located or self.topics or self.article or (days is not None and days <= _CLOSE):
                return "enough"
            known = cluster.time is not None and item.report.status not in {"hypothetical", "proposed"}
            return "only" if known and days is not None and days <= _MONTH else None
        if self.sides.strengths:
            sure = self.sides.strengths[0] > LEVEL  # a state says too little of who it was
            return "only" if sure and (timely or self.article) else None
        if item.parties and any(side.role != "other" for side in cluster.sides):
            return None
        return "only" if located and (timely or self.topics or self.article) else None


def _rank(relation: Relation) -> int:
    order = (Relation.UNKNOWN, Relation.LOOSE, Relation.WITHIN, Relation.NEAR, Relation.SAME, Relation.CONFLICT)
    return order.index(relation)


def _in_time(item: Item, cluster: Cluster) -> bool:
    """Can the report's act and the cluster's be of one day, as far as their bounds say?"""
    if item.time is not None and cluster.time is not None:
        return True
    first, last = bounds(item.time, item.report.status, item.published)
    return first <= cluster.last and cluster.first <= last


def _told_apart(item: Item, other: Item) -> bool:
    """Does one article tell two acts apart: by different days or places, or as one past and one to come?"""
    one, two = item.report, other.report
    if relate_times(item.time, other.time) in {Relation.NEAR, Relation.CONFLICT}:
        return True
    if (
        relate_places(one.place, two.place) is Relation.CONFLICT
        or match(item.sides, other.sides, series=False).contradicts
    ):
        return True
    undated = item.time is None or other.time is None
    return undated and (
        (one.status in AHEAD and two.status in BEHIND) or (one.status in BEHIND and two.status in AHEAD)
    )


def _same_words(item: Item, cluster: Cluster) -> bool:
    """Does the report's sentence say much the same as one of the cluster's?"""
    return any(
        len(item.words & other.words) >= _ALIKE * max(1, min(len(item.words), len(other.words)))
        for other in cluster.items[:20]
    )


def _days_between(item: Item, cluster: Cluster) -> int | None:
    """Days between the report's day and the cluster's: of the event where both know it, else of publication."""
    if item.time is not None and cluster.time is not None:
        one, two = item.time, cluster.time
        return max(0, (two.start - one.end).days, (one.start - two.end).days)
    if cluster.time is not None:
        anchor = item.published
        return None if anchor is None else max(0, (cluster.time.start - anchor).days, (anchor - cluster.time.end).days)
    anchor = item.anchor
    days = [other.published for other in cluster.items if other.published is not None]
    return min((abs((anchor - day).days) for day in days), default=None) if anchor is not None else None


def _day_key(item: Item) -> tuple[object, ...]:
    time = item.time
    return () if time is None else (tuple(keys(item.sides)[1]), time.start, time.end)


def _place_key(place: Place) -> str:
    return f"at {place.country or place.name.casefold()}"


def _lookups(item: Item) -> Iterator[str]:
    """What the clusters that a report may join are listed under."""
    single, pairs = keys(item.sides)
    if item.parties > 1:
        yield from pairs
    elif item.parties == 1:
        yield from single
    if item.parties < 2 and item.report.place is not None:
        yield _place_key(item.report.place)


def _months(item: Item, *, around: bool = True) -> list[str]:
    """The months of a report's day, and those around it; without any day "any", under which all are listed."""
    anchor = item.anchor
    if anchor is None:
        return ["any"]
    end = item.time.end if item.time is not None else anchor
    first, last = _month(anchor), min(_month(end), _month(anchor) + 12)
    return [str(month) for month in range(first - around, last + 1 + around)]


def _month(day: datetime.date) -> int:
    return 12 * day.year + day.month


def topics_of(report: Report) -> frozenset[str]:
    """The topics of a report, as sets of content words each, written as one string."""
    return frozenset(" ".join(sorted(words)) for topic in report.topics if (words := content_words(topic.label)))


def as_items(
    reports: Sequence[Report], published: Mapping[str, datetime.date | None], sides: Mapping[str, Sequence[Side]]
) -> list[Item]:
    """Reports made ready for :func:`cluster`: publication days by article, sides by report."""
    return [
        Item(r, published[r.article], tuple(sides[r.id]), content_words(r.evidence.text), topics_of(r)) for r in reports
    ]
