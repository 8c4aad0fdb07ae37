"""Where alerts go: standard output, a mailbox file, or a webhook. Each is written down as told once it has arrived."""

from __future__ import annotations

import datetime
import mailbox
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from communique.alerts.messages import Message, as_mail, key, message
from communique.errors import CommuniqueError, FetchError, InputError
from communique.export.told import stream_told
from communique.feeds.fetching import check_url, post
from communique.store import schema
from communique.store.alerts import Alert, News, all_alerts, claim, news_of, note_told, release
from communique.store.database import Store

_MAILBOX = ".mbox"
_AT_ONCE = 64
Send = Callable[[Message], None]


@dataclass(slots=True)
class Sent:
    """What came of sending: how many messages arrived, and why others did not."""

    messages: int = 0
    troubles: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """How messages leave: the stream for ``-``, the moment they carry, and whether private addresses may get them."""

    out: BinaryIO
    now: datetime.datetime
    private: bool = False


def check_target(target: str) -> str:
    """A target in the form that it is kept in: ``-``, the whole path of a mailbox, or a URL.

    Raises:
        InputError: it is none of them.

    """
    if target == "-":
        return target
    if "://" in target:
        try:
            check_url(target)
        except FetchError as error:
            raise InputError(f"alerts cannot be sent there: {error}") from error
        return target
    path = Path(target).resolve()
    if path.suffix != _MAILBOX or not path.parent.is_dir():
        raise InputError(
            f"alerts are sent to -, to a URL, or to a file NAME{_MAILBOX} in a folder that exists; not to {target!r}"
        )
    return str(path)


def send_alerts(store: Store, how: Post) -> Sent:
    """Send what every alert has not told yet; where a target fails, its next messages are kept for the next time."""
    sent = Sent()
    for alert in all_alerts(store):
        send = _way(alert.target, how)
        try:
            for news, told in _unsent(store, alert, how.now):
                if claim(store, alert, news, how.now):
                    _tell(store, alert, news, how.now, partial(send, told))
                    sent.messages += 1
        except BrokenPipeError:
            raise  # nobody reads standard output any more
        except (CommuniqueError, OSError) as error:
            sent.troubles.append(f"alert {alert.name}: {error}")
    return sent


def _tell(store: Store, alert: Alert, news: News, now: datetime.datetime, sending: Callable[[], None]) -> None:
    """Send what was claimed and write it down as told, or give it back."""
    try:
        sending()
    except BaseException:
        release(store, alert, news, now)
        raise
    note_told(store, alert, news, now)


def _unsent(store: Store, alert: Alert, now: datetime.datetime) -> Iterator[tuple[News, Message]]:
    with store.reading() as connection:
        news = news_of(connection, alert, now)
    for start in range(0, len(news), _AT_ONCE):
        by_event = {one.event: one for one in news[start : start + _AT_ONCE]}
        with store.reading() as connection:
            found = [
                (by_event[told.event.id], message(alert, by_event[told.event.id], told))
                for told in stream_told(connection, schema.events.c.id.in_(by_event))
            ]
        yield from found


def _way(target: str, how: Post) -> Send:
    if target == "-":
        return lambda sent: _write(sent, how.out)
    if "://" in target:
        return lambda sent: _post(sent, target, private=how.private)
    return lambda sent: _append(sent, target, how.now)


def _write(sent: Message, out: BinaryIO) -> None:
    out.write(msgspec.json.encode(sent) + b"\n")
    out.flush()


def _post(sent: Message, url: str, *, private: bool) -> None:
    headers = {"Content-Type": "application/json", "Idempotency-Key": _header(key(sent))}
    answer = post(url, msgspec.json.encode(sent), headers, private=private)
    if not 200 <= answer.status < 300:
        raise FetchError(f"{url} answers {answer.status}")


def _header(text: str) -> str:
    return text.encode("ascii", "backslashreplace").decode()


def _append(sent: Message, path: str, now: datetime.datetime) -> None:
    """Add the message to the end of a mailbox, locked against mail programs."""
    box = mailbox.mbox(path)
    try:
        box.lock()
        box.add(as_mail(sent, now))
        box.flush()
    except mailbox.Error as error:
        raise InputError(f"{path} cannot be written: {error}") from error
    finally:
        box.close()
