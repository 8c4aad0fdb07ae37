"""One event out of many reports: which reports are of the same act.

The reports of each article are grouped first, for an article tells best what it speaks of again; then what the
articles tell. Both times the most particular come first: those that name both parties and the day, among them those
whose day most articles give. Each joins the event that it fits best (:mod:`~communique.linking.evidence`) or begins
one of its own. Only events that share a block with a telling are looked at (:mod:`~communique.linking.blocking`).
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from communique.lexicon.families import Families
from communique.linking.blocking import Blocks
from communique.linking.circumstances import is_precise
from communique.linking.evidence import Cluster, fit
from communique.linking.sides import Side, keys
from communique.linking.tellings import Item, Telling, combined, telling_of


def cluster_reports(items: Sequence[Item], sides: Mapping[str, Sequence[Side]], families: Families) -> list[list[Item]]:
    """Group reports into events; ``sides`` gives the sides of each report. The order of the reports plays no part."""
    blocks: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for item in items:
        telling = telling_of(item, sides[item.report.id])
        blocks[families.of(item.report.kind), item.report.article].append(telling)
    by_family: dict[str, list[Telling]] = defaultdict(list)
    for (family, _), tellings in sorted(blocks.items(), key=lambda block: block[0]):
        alone = len(tellings) == 1
        by_family[family].extend(tellings if alone else map(combined, _Block(tellings, families).groups()))
    return [
        [item for telling in group for item in telling.items]
        for family in sorted(by_family)
        for group in _Block(by_family[family], families).groups()
    ]


class _Block:
    """Tellings of one family of kinds."""

    def __init__(self, tellings: Sequence[Telling], families: Families) -> None:
        self._families = families
        self._support = Counter(key for key, _ in {(_day_key(telling), telling.article) for telling in tellings})
        self._tellings = sorted(tellings, key=self._particular)
        self._blocks = Blocks()
        self._clusters: list[Cluster] = []

    def groups(self) -> list[list[Telling]]:
        """The tellings in groups, one for each event."""
        for telling in self._tellings:
            home, reasons = self._home(telling)
            if home is None:
                home = Cluster(len(self._clusters))
                self._clusters.append(home)
            home.take(telling.because(reasons))
            self._blocks.put(home, telling)
        return [cluster.tellings for cluster in self._clusters]

    def _particular(self, telling: Telling) -> tuple[object, ...]:
        """Sorts the most particular tellings first; the least id settles what nothing else does."""
        precise = telling.time is not None and is_precise(telling.time)
        named = sum(side.level for side in telling.sides if side.role != "other")
        support = self._support[_day_key(telling)] if precise else 0
        anchor = telling.anchor or datetime.date.max
        parties = min(telling.parties, 2)
        return -parties, not precise, -min(named, 4), -support, telling.place is None, anchor, telling.id

    def _home(self, telling: Telling) -> tuple[Cluster | None, tuple[str, ...]]:
        """The cluster that a telling joins, and why: the best of those that fit, or the only one if the fit is weak."""
        found = ((cluster, fit(telling, cluster, self._families)) for cluster in self._blocks.candidates(telling))
        fits = [(cluster, how) for cluster, how in found if how is not None]
        sure = [(cluster, how) for cluster, how in fits if not how.weak]
        if sure:
            best, how = max(sure, key=lambda pair: (round(pair[1].score, 6), -pair[0].number))
            return best, how.reasons
        if len(fits) != 1:
            return None, ()
        only, how = fits[0]
        return only, (*how.reasons, "no other event fits")


def _day_key(telling: Telling) -> tuple[object, ...]:
    time = telling.time
    return () if time is None else (tuple(keys(telling.sides)[1]), time.start, time.end)
