"""One round over the feeds that are due: fetch each, fetch the pages that it newly names, and read them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from communique.errors import FetchError, InputError
from communique.feeds.entries import Entry, Feed, read_feed
from communique.feeds.fetching import Answer, retry_after
from communique.feeds.politeness import Visitor
from communique.records import Article
from communique.sources.article import new_article
from communique.sources.decoding import decode
from communique.sources.html import page_fields
from communique.sources.rejected import Reason, RejectedSource, reject
from communique.store.database import Store
from communique.store.feeds import WatchedFeed, note_entries, tries_of, update_feed, watched_feeds

#: Reads articles into the store.
Read = Callable[[Iterable[Article | RejectedSource]], object]

_MOST_PAGES = 50  # of one feed in one round
_MOST_TRIES = 3
_LONGEST_PAUSE = datetime.timedelta(days=1)
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(slots=True)
class Round:
    """What came of a round: the feeds that were asked, the pages that were fetched, and what went wrong with feeds."""

    feeds: int = 0
    pages: int = 0
    troubles: list[str] = field(default_factory=list)


def watch_round(
    store: Store, visitor: Visitor, read: Read, *, now: datetime.datetime, every: datetime.timedelta
) -> Round:
    """Ask every feed that is due at a moment; each is due again after ``every``, and later the more often it failed."""
    done = Round()
    for feed in watched_feeds(store, now):
        done.feeds += 1
        asked = _Asked(visitor, feed)
        try:
            found = asked.feed(now)
        except FetchError as error:
            done.troubles.append(f"{feed.url}: {error}")
            update_feed(store, _failed(feed, str(error), now + _pause(feed, asked.wait, every)))
            continue
        if found is not None:
            outcomes = _read_new(store, asked, found, read)
            done.pages += outcomes.tried
            if not outcomes.over:  # the rest is asked for again, though the feed may not change until then
                asked.etag = asked.modified = None
        seen = {"etag": asked.etag, "modified": asked.modified, "title": asked.title}
        update_feed(store, msgspec.structs.replace(feed, **seen, due=now + every, failures=0, trouble=None))
    return done


@dataclass(frozen=True, slots=True)
class _Outcomes:
    """How many pages were tried, and whether all that the feed names is done with."""

    tried: int
    over: bool


def _read_new(store: Store, asked: _Asked, found: Feed, read: Read) -> _Outcomes:
    """Read the entries that are not done with."""
    before = tries_of(store, asked.url, [entry.url for entry in found.entries])
    new = [entry for entry in found.entries if not before.get(entry.url, (0, False))[1]]
    outcomes: dict[str, bool] = {}
    read(asked.pages(new[:_MOST_PAGES], outcomes))
    counted = {url: _counted(before.get(url), done=done) for url, done in outcomes.items()}
    note_entries(store, asked.url, counted)
    return _Outcomes(len(outcomes), len(new) == len(counted) and all(done for _, done in counted.values()))


def _counted(before: tuple[int, bool] | None, *, done: bool) -> tuple[int, bool]:
    tries = (before[0] if before is not None else 0) + 1
    return tries, done or tries >= _MOST_TRIES


def _pause(feed: WatchedFeed, wait: datetime.timedelta | None, every: datetime.timedelta) -> datetime.timedelta:
    """How long to leave a feed alone that failed: twice as long each time, and as long as its server asks for."""
    doubled = every * (1 << min(feed.failures + 1, 16))
    return min(max(doubled, wait or every), max(_LONGEST_PAUSE, every))


def _failed(feed: WatchedFeed, trouble: str, due: datetime.datetime) -> WatchedFeed:
    return msgspec.structs.replace(feed, failures=feed.failures + 1, trouble=trouble, due=due)


class _Asked:
    """A feed that is being asked: what its server says to know its state by, and how long it wants us to wait."""

    def __init__(self, visitor: Visitor, feed: WatchedFeed) -> None:
        self._visitor, self._outlet = visitor, feed.outlet
        self.url, self.title, self.etag, self.modified = feed.url, feed.title, feed.etag, feed.modified
        self.wait: datetime.timedelta | None = None

    def feed(self, now: datetime.datetime) -> Feed | None:
        """The feed, or ``None`` when it has not changed since it was last read."""
        conditions = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        answer = self._visitor.get(self.url, {name: value for name, value in conditions.items() if value})
        if answer.status == 304:
            return None
        self.wait = retry_after(answer.headers, now)
        if answer.status != 200:
            raise FetchError(f"the server answers {answer.status}")
        found = read_feed(answer.body, answer.url, answer.headers.get("content-type", ""))
        self.etag, self.modified = answer.headers.get("etag"), answer.headers.get("last-modified")
        self.title = found.title or self.title
        return found

    def pages(self, entries: Iterable[Entry], outcomes: dict[str, bool]) -> Iterator[Article | RejectedSource]:
        """The articles of entries; ``outcomes`` takes down whether each is done with or may be tried again."""
        for entry in entries:
            try:
                answer = self._visitor.get(entry.url, {"Accept": ", ".join(_PAGES)})
            except FetchError as error:
                outcomes[entry.url] = False
                yield reject(entry.url, "unreadable", str(error))
                continue
            outcomes[entry.url] = answer.status < 500 and answer.status != 429
            yield self._article(entry, answer)

    def _article(self, entry: Entry, answer: Answer) -> Article | RejectedSource:
        if answer.status != 200:
            return reject(entry.url, _reason(answer.status), f"the server answers {answer.status}")
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind and kind not in _PAGES:
            return reject(entry.url, "unreadable", f"{kind} is no web page")
        page = decode(answer.body, entry.url)
        fields = page if isinstance(page, RejectedSource) else page_fields(page, entry.url)
        if isinstance(fields, RejectedSource):
            return fields
        text = fields.pop("text", None)
        if not text or not text.strip():
            return reject(entry.url, "empty", "the page has no article text")
        told = {"title": entry.title, "author": entry.author, "outlet": self.title}
        known = {**{name: value for name, value in told.items() if value}, **fields, "url": entry.url}
        known |= {"outlet": self._outlet} if self._outlet else {}
        known |= {"published": entry.published.isoformat()} if entry.published is not None else {}
        try:
            return new_article(text, known, source=entry.url)
        except InputError as error:
            return reject(entry.url, "malformed", str(error))


def _reason(status: int) -> Reason:
    return "missing" if status in (404, 410) else "unreadable"
