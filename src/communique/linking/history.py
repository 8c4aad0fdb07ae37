"""The status of an event, out of the statuses that reports give it, and its history."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence

from communique.linking.circumstances import SETTLED
from communique.linking.tellings import Item
from communique.records import Status, StatusChange

_CALLED_OFF = frozenset({"postponed", "cancelled"})
_REVIVED = frozenset({"planned", "confirmed"})


def history(items: Iterable[Item]) -> tuple[StatusChange, ...]:
    """The statuses by day of publication, the less settled first within a day; those of undated articles come first.

    An article that reports a denial beside what it denies ("papers say they met; the ministry denies it") denies.
    """
    by_article: dict[tuple[datetime.date | None, str], set[Status]] = defaultdict(set)
    for item in items:
        by_article[item.published, item.report.article].add(item.report.status)
    articles: dict[tuple[datetime.date | None, Status], set[str]] = defaultdict(set)
    for (day, article), statuses in by_article.items():
        told: set[Status] = {"denied"} if "denied" in statuses else statuses
        for status in told:
            articles[day, status].add(article)
    return tuple(
        StatusChange(status=status, date=day, articles=tuple(sorted(articles[day, status])))
        for day, status in sorted(articles, key=lambda k: (k[0] or datetime.date.min, SETTLED[k[1]], k[1]))
    )


def status_of(changes: Sequence[StatusChange]) -> Status:
    """The status that holds after a history: the latest, unless an earlier one is more settled.

    A plan can come back after it was called off. Of a day's reports the more settled holds; where one day says that it
    occurred and was denied, what more articles say does, and the denial only then.
    """
    current = changes[0]
    for change in changes[1:]:
        rises = SETTLED[change.status] >= SETTLED[current.status]
        revived = current.status in _CALLED_OFF and change.status in _REVIVED and change.date != current.date
        contested = change.date == current.date and SETTLED[change.status] == SETTLED[current.status]
        if contested and len(change.articles) < len(current.articles):
            continue
        if rises or revived:
            current = change
    return current.status
