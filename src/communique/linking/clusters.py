"""One event out of many reports: which reports of one family of kinds are of the same act.

Families do not touch each other, so each can be clustered in a process of its own. The reports of each article are
grouped first, for an article tells best what it speaks of again; then what the articles tell. Both times the most
particular come first: those that name both parties and the day, among them those whose day most articles give. Each
joins the event that it fits best (:mod:`~communique.linking.evidence`) or begins one of its own. Only events that share
a block with a telling are looked at (:mod:`~communique.linking.blocking`).
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from communique.lexicon.families import Families
from communique.linking.blocking import Blocks
from communique.linking.circumstances import is_precise
from communique.linking.cluster import Cluster
from communique.linking.evidence import fit
from communique.linking.sides import keys
from communique.linking.tellings import Claim, Telling, combined

#: By how much a weak fit must be better than all others: as the same day is than days that overlap.
_CLEARLY = 1.0

#: A town, by its number or else its name, and a day.
_Occasion = tuple[int | str | None, datetime.date | None]


def cluster(tellings: Iterable[Telling], families: Families) -> list[list[Claim]]:
    """Group reports of one family of kinds, each a telling of its own, into events; their order plays no part."""
    by_article: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_article[telling.article].append(telling)
    told: list[Telling] = []
    for _, own in sorted(by_article.items()):
        told.extend(own if len(own) == 1 else map(combined, _Block(own, families).groups()))
    return [[claim for telling in group for claim in telling.claims] for group in _Block(told, families).groups()]


class _Block:
    """Tellings of one family of kinds."""

    def __init__(self, tellings: Sequence[Telling], families: Families) -> None:
        self._families = families
        self._support = Counter(key for key, _ in {(_day_key(telling), telling.article) for telling in tellings})
        self._met = _met(tellings)
        self._tellings = sorted(tellings, key=self._particular)
        self._blocks = Blocks()
        self._clusters: list[Cluster] = []
        self._kept: dict[tuple[str, ...], tuple[str, ...]] = {}  # the same reasons are given again and again

    def groups(self) -> list[list[Telling]]:
        """The tellings in groups, one for each event."""
        for telling in self._tellings:
            home, reasons = self._home(telling)
            if home is None:
                home = Cluster(len(self._clusters))
                self._clusters.append(home)
            home.take(telling.because(self._kept.setdefault(reasons, reasons)))
            self._blocks.put(home, telling)
        return [cluster.tellings for cluster in self._clusters]

    def _particular(self, telling: Telling) -> tuple[object, ...]:
        """Sorts the most particular tellings first; the least id settles what nothing else does."""
        precise = telling.time is not None and is_precise(telling.time)
        named = sum(side.level for side in telling.sides if side.role != "other")
        support = self._support[_day_key(telling)] if precise else 0
        anchor = telling.anchor or datetime.date.max
        parties = min(sum(side.role != "other" and not side.is_crowd for side in telling.sides), 2)
        return -parties, not precise, -min(named, 4), -support, telling.place is None, anchor, telling.id

    def _home(self, telling: Telling) -> tuple[Cluster | None, tuple[str, ...]]:
        """The cluster that a telling joins, and why: that which fits best, if weakly, far better than others."""
        sole = len(self._met.get(_there(telling), ())) < 2
        candidates = self._blocks.candidates(telling)
        found = ((cluster, fit(telling, cluster, self._families, sole=sole)) for cluster in candidates)
        fits = [(cluster, how) for cluster, how in found if how is not None]
        sure = [(cluster, how) for cluster, how in fits if not how.weak]
        if sure:
            best, how = max(sure, key=lambda pair: (round(pair[1].score, 6), -pair[0].number))
            return best, how.reasons
        fits.sort(key=lambda pair: (-round(pair[1].score, 6), pair[0].number))
        if not fits or (len(fits) > 1 and fits[0][1].score - fits[1][1].score < _CLEARLY):
            return None, ()
        best, how = fits[0]
        return best, (*how.reasons, "no other event fits" if len(fits) == 1 else "no other event fits as well")


def _met(tellings: Iterable[Telling]) -> dict[_Occasion, set[str]]:
    """The pairs of parties of known states that tellings put in each town on each day."""
    met: dict[_Occasion, set[str]] = defaultdict(set)
    for telling in tellings:
        states = sorted({side.country for side in telling.sides if side.role == "actor" and side.country is not None})
        if telling.place is not None and len(states) == 2:
            met[_there(telling)].add(" ".join(states))
    return met


def _there(telling: Telling) -> _Occasion:
    """The town and day of a telling."""
    place, time = telling.place, telling.time
    return (place.geonameid or place.name) if place is not None else None, time.start if time is not None else None


def _day_key(telling: Telling) -> tuple[object, ...]:
    time = telling.time
    return () if time is None else (tuple(keys(telling.sides)[1]), time.start, time.end)
