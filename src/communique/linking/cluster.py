"""Tellings of one event while events are put together, and what they say together."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.linking.circumstances import Relation, relate_places
from communique.linking.matching import merge
from communique.linking.sides import Side
from communique.linking.tellings import Telling, shared
from communique.records import EventTime, Place

#: How many tellings of an event a new one is compared with one by one.
COMPARED = 20
#: Tellings in a cluster up to which they are looked through rather than looked up.
_SMALL = 8


@dataclass(slots=True, eq=False)
class Cluster:
    """Tellings of one event. ``time`` is that of the first that has one, ``first`` and ``last`` bound its day.

    ``kinds`` are those of the tellings that a new one is compared with.
    """

    number: int
    tellings: list[Telling] = field(default_factory=list)
    sides: tuple[Side, ...] = ()
    time: EventTime | None = None
    places: list[Place] = field(default_factory=list)
    kinds: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    matter: frozenset[str] = frozenset()
    by_article: dict[str, list[Telling]] | None = None  # of clusters that are not small
    first: datetime.date = datetime.date.min
    last: datetime.date = datetime.date.max

    def take(self, telling: Telling) -> None:
        """Add a telling."""
        within = any(other.article == telling.article for other in self.tellings[:1])
        if len(self.tellings) < COMPARED and not telling.kinds <= self.kinds:
            self.kinds = self.kinds | telling.kinds
        self.tellings.append(telling)
        if self.by_article is not None:
            self.by_article.setdefault(telling.article, []).append(telling)
        self.sides = shared(merge(self.sides, telling.sides, within=within))
        if not telling.topics <= self.topics:
            self.topics = self.topics | telling.topics if self.topics else telling.topics
        if not telling.matter <= self.matter:
            self.matter = self.matter | telling.matter
        place = telling.place
        if place is not None and all(relate_places(place, known) is not Relation.SAME for known in self.places):
            self.places.append(place)
        first, last = telling.bounds
        if self.time is None and telling.time is not None:
            self.time, self.first, self.last = telling.time, first, last
        elif self.time is None:
            self.first, self.last = max(self.first, first), min(self.last, last)

    def told_by(self, article: str) -> Sequence[Telling]:
        """The tellings of an article."""
        if self.by_article is None:
            if len(self.tellings) <= _SMALL:
                return [telling for telling in self.tellings if telling.article == article]
            self.by_article = {}
            for telling in self.tellings:
                self.by_article.setdefault(telling.article, []).append(telling)
        return self.by_article.get(article, ())
