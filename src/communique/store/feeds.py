"""The feeds that are watched, and which of their entries have been dealt with."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

import msgspec
import sqlalchemy as sa

from communique.errors import InputError
from communique.store import schema
from communique.store.database import Store

_F, _E = schema.feeds.c, schema.feed_entries.c
_AT_ONCE = 500


class WatchedFeed(msgspec.Struct, frozen=True, kw_only=True):
    """A feed: when it is due, how often in a row it failed and why, and what its server said to know it by."""

    url: str
    outlet: str | None
    title: str | None
    etag: str | None
    modified: str | None
    due: datetime.datetime
    failures: int
    trouble: str | None


def add_feed(store: Store, url: str, outlet: str | None, now: datetime.datetime) -> None:
    """Watch a feed from now on.

    Raises:
        InputError: it is watched already.

    """
    row = {"url": url, "outlet": outlet, "due": _moment(now), "failures": 0}
    with store.writing() as connection:
        if connection.scalar(sa.select(_F.url).where(_F.url == url)) is not None:
            raise InputError(f"{url} is watched already; communique feed list shows what is")
        connection.execute(sa.insert(schema.feeds).values(**row))


def remove_feed(store: Store, url: str) -> None:
    """Watch a feed no longer; the articles that came from it stay.

    Raises:
        InputError: it is not watched.

    """
    with store.writing() as connection:
        if connection.execute(sa.delete(schema.feeds).where(_F.url == url)).rowcount == 0:
            raise InputError(f"{url} is not watched; communique feed list shows what is")


def watched_feeds(store: Store, due: datetime.datetime | None = None) -> list[WatchedFeed]:
    """Every feed, or those that are due at a moment, the longest due first."""
    found = sa.select(schema.feeds).order_by(_F.due, _F.url)
    with store.reading() as connection:
        rows = connection.execute(found.where(_F.due <= _moment(due)) if due is not None else found)
        return [
            WatchedFeed(
                url=row.url,
                outlet=row.outlet,
                title=row.title,
                etag=row.etag,
                modified=row.modified,
                due=datetime.datetime.fromisoformat(row.due),
                failures=row.failures,
                trouble=row.trouble,
            )
            for row in rows
        ]


def update_feed(store: Store, feed: WatchedFeed) -> None:
    """Keep what became of a feed."""
    values = {**msgspec.structs.asdict(feed), "due": _moment(feed.due)}
    with store.writing() as connection:
        connection.execute(sa.update(schema.feeds).where(_F.url == feed.url).values(**values))


def tries_of(store: Store, feed: str, urls: Sequence[str]) -> dict[str, tuple[int, bool]]:
    """Of the entries that were tried before: how often, and whether they are done with."""
    found: dict[str, tuple[int, bool]] = {}
    with store.reading() as connection:
        for start in range(0, len(urls), _AT_ONCE):
            some = sa.select(_E.url, _E.tries, _E.done).where(
                _E.feed == feed, _E.url.in_(urls[start : start + _AT_ONCE])
            )
            found |= {row.url: (row.tries, row.done) for row in connection.execute(some)}
    return found


def note_entries(store: Store, feed: str, entries: Mapping[str, tuple[int, bool]]) -> None:
    """Keep how often entries were tried, and whether they are done with; those of a feed removed meanwhile are not."""
    rows = [{"feed": feed, "url": url, "tries": tries, "done": done} for url, (tries, done) in entries.items()]
    if not rows:
        return
    with store.writing() as connection:
        if connection.scalar(sa.select(_F.url).where(_F.url == feed)) is None:
            return
        for start in range(0, len(rows), _AT_ONCE):
            some = rows[start : start + _AT_ONCE]
            urls = [row["url"] for row in some]
            connection.execute(sa.delete(schema.feed_entries).where(_E.feed == feed, _E.url.in_(urls)))
            connection.execute(sa.insert(schema.feed_entries), some)


def _moment(moment: datetime.datetime) -> str:
    """A moment in a form whose order is that of time."""
    return moment.astimezone(datetime.UTC).isoformat(timespec="seconds")
