"""Fetching over HTTP with urllib3, bounded in size and time; every redirect is checked as the first address was."""

from __future__ import annotations

import datetime
import email.utils
import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin

from communique.errors import FetchError, InputError
from communique.feeds.addresses import checked_address

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import HTTPResponse
    from urllib3.util import Url

#: The largest feed or page, in bytes.
LARGEST = 5_000_000
_PATIENCE = 15.0  # seconds without a byte
_LONGEST = 60.0  # seconds for one answer as a whole
_REDIRECTS = 5
_MOVED = (301, 302, 303, 307, 308)

#: Told each URL before it is fetched; it may wait, and it may refuse by raising.
Ask = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the URL after redirects, the status, the headers (in lower case) and the body."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


def fetch(
    url: str,
    headers: Mapping[str, str],
    *,
    private: bool = False,
    limit: int = LARGEST,
    longest: float = _LONGEST,
    before: Ask = lambda _: None,
) -> Answer:
    """Get a URL, following a few redirects; any status is an answer.

    Raises:
        FetchError: it is no web address, or not a public one, or there is no whole answer within the bounds.

    """
    for _ in range(_REDIRECTS + 1):
        before(url)
        answer = _exchange("GET", url, headers, None, private=private, limit=limit, longest=longest)
        if answer.status not in _MOVED or "location" not in answer.headers:
            return answer
        url = urljoin(url, answer.headers["location"])
    raise FetchError(f"more than {_REDIRECTS} redirects, the last one to {url}")


def post(url: str, body: bytes, headers: Mapping[str, str], *, private: bool = False) -> Answer:
    """Post a body to a URL; redirects are not followed.

    Raises:
        FetchError: as for :func:`fetch`.

    """
    return _exchange("POST", url, headers, body, private=private, limit=LARGEST, longest=_LONGEST)


def check_url(url: str) -> Url:
    """The parts of a web address.

    Raises:
        FetchError: it is none.
        InputError: urllib3 is not installed.

    """
    try:
        from urllib3.exceptions import LocationParseError
        from urllib3.util import parse_url
    except ImportError as error:
        raise InputError("feeds need urllib3; install it with: pip install 'communique[feeds]'") from error
    try:
        parts = parse_url(url)
    except LocationParseError as error:
        raise FetchError(f"{url!r} is no web address: {error}") from error
    if parts.scheme not in ("http", "https") or not parts.host:
        raise FetchError(f"{url!r} is no web address; it begins with https:// or http://")
    if parts.auth is not None:
        raise FetchError(f"the address of {parts.host} has a name or password in it; leave them out")
    return parts


def retry_after(headers: Mapping[str, str], now: datetime.datetime) -> datetime.timedelta | None:
    """How long a server asks us to wait: ``Retry-After`` in seconds or as a date."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return datetime.timedelta(seconds=min(int(value[:9]), 10**8))
    with suppress(ValueError):
        moment = email.utils.parsedate_to_datetime(value)
        return moment - now if moment.tzinfo is not None else None
    return None


def _exchange(
    method: str, url: str, headers: Mapping[str, str], body: bytes | None, *, private: bool, limit: int, longest: float
) -> Answer:
    from urllib3.exceptions import HTTPError

    parts = check_url(url)
    address, port = checked_address(str(parts.scheme), str(parts.host), parts.port, private=private)
    connection = _connection(parts, address, port)
    deadline = _Deadline(connection, longest)
    try:
        with deadline:
            deadline.connect()
            given = {"Host": parts.netloc or "", "Accept-Encoding": "gzip", "Connection": "close", **headers}
            connection.request(method, parts.request_uri, body=body, headers=given, preload_content=False)
            response = connection.getresponse()
            found = _body(response, limit)
            if deadline.is_over():
                raise FetchError(f"{url} did not answer in full within {longest:g} seconds")
    except (HTTPError, OSError, ValueError) as error:
        said = (
            f"did not answer in full within {longest:g} seconds"
            if deadline.is_over()
            else f"cannot be fetched: {error}"
        )
        raise FetchError(f"{url} {said}") from error
    finally:
        connection.close()
    if found is None:
        raise FetchError(f"{url} has more than {limit:,} bytes")
    lower = {name.lower(): value for name, value in response.headers.items()}
    return Answer(url, response.status, lower, found)


def _connection(parts: Url, address: str, port: int) -> HTTPConnection:
    """A connection to the address that was checked, for the host that was named."""
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if parts.scheme == "http":
        return HTTPConnection(address, port, timeout=_PATIENCE)
    host = str(parts.host).strip("[]")
    return HTTPSConnection(
        address,
        port,
        timeout=_PATIENCE,
        server_hostname=host,
        assert_hostname=host,
        ssl_context=ssl.create_default_context(),
    )


def _body(response: HTTPResponse, limit: int) -> bytes | None:
    """The body, or ``None`` when it is longer than the limit; no more than that is read."""
    announced = response.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and len(announced) < 19 and int(announced) > limit:
        return None
    body = response.read(limit + 1, decode_content=True)
    return body if len(body) <= limit else None


class _Deadline:
    """Cuts a connection after so long, whatever trickles in meanwhile."""

    def __init__(self, connection: HTTPConnection, seconds: float) -> None:
        self._connection, self._over = connection, threading.Event()
        self._sock: Any = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def connect(self) -> None:
        """Connect; the connection itself forgets its socket when an answer is to be the last."""
        self._connection.connect()
        self._sock = self._connection.sock

    def is_over(self) -> bool:
        """Was the connection cut?"""
        return self._over.is_set()

    def _cut(self) -> None:
        self._over.set()
        sock: Any = self._sock or self._connection.sock
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
