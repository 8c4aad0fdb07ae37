"""Reading RSS and Atom feeds, by feedparser: which pages they name, and what they say of them."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

from communique.errors import FetchError, InputError
from communique.sources.days import read_day

#: So many entries of a feed are looked at; it has its newest ones first.
MOST_ENTRIES = 200
_LONGEST_URL = 2_000
_HEAD = 100_000  # bytes of a page in which its head ends
_KINDS = ("application/rss+xml", "application/atom+xml")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a feed names: its address, and the title, author and day that the feed gives it."""

    url: str
    title: str | None
    author: str | None
    published: datetime.date | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it is now."""

    title: str | None
    entries: tuple[Entry, ...]


def read_feed(body: bytes, url: str, kind: str = "") -> Feed:
    """The feed in the body of an answer; ``url`` is where it is from, ``kind`` its ``Content-Type``.

    Raises:
        FetchError: it is no feed.
        InputError: feedparser is not installed.

    """
    try:
        import feedparser
    except ImportError as error:
        raise InputError("feeds need feedparser; install it with: pip install 'communique[feeds]'") from error
    headers = {"content-location": url, **({"content-type": kind} if kind else {})}
    try:
        # a stream, since feedparser would fetch or open what a string names
        found = feedparser.parse(io.BytesIO(body), response_headers=headers, sanitize_html=False)
    except Exception as error:  # a hostile feed may make the parser fail in any way
        raise FetchError(f"{url} cannot be read as a feed: {error}") from error
    if not found.get("version") and not found.entries:
        named = _feeds_of_page(body, url)
        hint = f"the page names {', '.join(named)}" if named else "look for the feed's address on the outlet's pages"
        raise FetchError(f"{url} is no RSS or Atom feed; {hint}")
    return Feed(_text(found.feed.get("title")), tuple(_entries(found.entries[:MOST_ENTRIES])))


def _entries(found: list[Any]) -> Iterator[Entry]:
    seen: set[str] = set()
    for item in found:
        url = _text(item.get("link"))
        if url is None or url in seen or len(url) > _LONGEST_URL or not url.startswith(("http://", "https://")):
            continue
        seen.add(url)
        yield Entry(
            url, _text(item.get("title")), _text(item.get("author")), read_day(_text(item.get("published")), url)
        )


def _feeds_of_page(body: bytes, url: str) -> list[str]:
    """The feeds that a web page names in its head, by which programs find them."""
    page = _Links()
    with suppress(AssertionError):  # the parser's own, on some markup that nobody writes
        page.feed(body[:_HEAD].decode("utf-8", "replace"))
    return [urljoin(url, address)[:_LONGEST_URL] for address in page.found[:3]]


class _Links(HTMLParser):
    """Finds ``<link rel="alternate" type="application/rss+xml" href="...">`` and its kin."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        if tag == "link" and about.get("rel") == "alternate" and about.get("type") in _KINDS and about.get("href"):
            self.found.append(str(about["href"]))


def _text(value: object) -> str | None:
    return (value.strip() or None) if isinstance(value, str) else None
