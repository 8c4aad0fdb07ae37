"""Asking servers politely: only what their ``robots.txt`` allows (RFC 9309), and not too often."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.errors import FetchError, InputError
from communique.feeds.fetching import Answer, check_url, fetch

if TYPE_CHECKING:
    from protego import Protego

_TOKEN = "communique"  # noqa: S105 - what robots.txt calls us, no secret
_ROBOTS_LARGEST = 500_000  # as many bytes as RFC 9309 wants read
_KEPT = 86_400.0  # seconds that rules hold
_KEPT_FAILURE = 3_600.0
_LONGEST_DELAY = 60.0  # seconds; a crawler that is told to wait longer waits so long


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a host allows, until when (on the monotonic clock) that holds, and why it allows nothing, if so."""

    robots: Protego | None
    until: float
    refusal: str | None = None


class Visitor:
    """Fetches as a polite visitor: one request at a time to each host, with ``delay`` seconds between two.

    ``private`` allows addresses that are not public, for feeds within one's own network.
    """

    def __init__(
        self,
        *,
        private: bool = False,
        delay: float = 2.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        from communique import __version__

        self.private = private
        self._delay, self._clock, self._sleep = delay, clock, sleep
        self._agent = f"{_TOKEN}/{__version__}"
        self._rules: dict[str, _Rules] = {}
        self._next: dict[str, float] = {}

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Get a URL, after the pause that its host is owed.

        Raises:
            FetchError: the host's rules forbid it, or it cannot be fetched.

        """
        return fetch(url, self._headers(headers), private=self.private, before=self._ask)

    def _headers(self, headers: Mapping[str, str] | None) -> dict[str, str]:
        return {"User-Agent": self._agent, **(headers or {})}

    def _ask(self, url: str) -> None:
        """Wait for the host's turn; refuse what its rules forbid."""
        parts = check_url(url)
        site, host = f"{parts.scheme}://{parts.netloc}", str(parts.host)
        rules = self._rules.get(site)
        if rules is None or rules.until <= self._clock():
            rules = self._rules[site] = self._read_rules(site, host)
        if rules.refusal is not None:
            raise FetchError(rules.refusal)
        if rules.robots is not None and not rules.robots.can_fetch(url, _TOKEN):
            raise FetchError(f"the robots.txt of {host} does not allow {url}")
        wanted = (rules.robots.crawl_delay(_TOKEN) if rules.robots is not None else None) or 0.0
        self._wait(host, min(max(self._delay, wanted), _LONGEST_DELAY))

    def _wait(self, host: str, delay: float) -> None:
        pause = self._next.get(host, 0.0) - self._clock()
        if pause > 0:
            self._sleep(pause)
        self._next[host] = self._clock() + delay

    def _read_rules(self, site: str, host: str) -> _Rules:
        """The rules of a site: none where it has no such file, and no access while it cannot be had."""
        try:
            from protego import Protego
        except ImportError as error:
            raise InputError("feeds need Protego; install it with: pip install 'communique[feeds]'") from error
        url = f"{site}/robots.txt"
        try:
            answer = fetch(
                url,
                self._headers(None),
                private=self.private,
                limit=_ROBOTS_LARGEST,
                before=lambda _: self._wait(host, self._delay),
            )
        except FetchError as error:
            return _Rules(None, self._clock() + _KEPT_FAILURE, f"its rules for crawlers cannot be read: {error}")
        if answer.status >= 500 or answer.status == 429:
            refusal = f"its rules for crawlers cannot be read: {url} answers {answer.status}"
            return _Rules(None, self._clock() + _KEPT_FAILURE, refusal)
        robots = Protego.parse(answer.body.decode("utf-8", "replace")) if answer.status < 300 else None
        return _Rules(robots, self._clock() + _KEPT)
