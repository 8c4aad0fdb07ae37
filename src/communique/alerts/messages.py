"""What an alert says of an event: as a record for programs, and as an e-mail for people."""

from __future__ import annotations

import datetime
from email.message import EmailMessage
from email.utils import format_datetime

import msgspec

from communique.display.text import plain
from communique.export.told import Told
from communique.export.wording import headline
from communique.records import Event
from communique.store.alerts import Alert, News


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """An article that tells of the event."""

    article: str
    outlet: str | None
    title: str | None
    url: str | None
    published: datetime.date | None


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """What is sent: the alert, the event in a line, the status before (if it was sent before), and what is known."""

    alert: str
    headline: str
    before: str | None
    sentence: str | None
    articles: tuple[Telling, ...]
    event: Event


def message(alert: Alert, news: News, told: Told) -> Message:
    """The message on an event."""
    articles = tuple(
        Telling(article=a.id, outlet=a.outlet, title=a.title, url=a.url, published=a.published) for a in told.articles
    )
    return Message(
        alert=alert.name,
        headline=headline(told.event),
        before=news.before,
        sentence=told.sentence,
        articles=articles,
        event=told.event,
    )


def key(sent: Message) -> str:
    """What tells messages apart: by it a receiver knows one that comes twice, since the sender was cut off between."""
    return f"{sent.alert}/{sent.event.id}/{sent.before or 'new'}/{sent.event.status}"


def as_mail(sent: Message, now: datetime.datetime) -> EmailMessage:
    """The message as an e-mail in plain text, from and to nobody: whoever takes it from the mailbox says to whom."""
    mail = EmailMessage()
    became = f"{sent.before} \N{RIGHTWARDS ARROW} {sent.event.status}" if sent.before else sent.event.status
    mail["Subject"] = _line(f"[{sent.alert}] {became}: {sent.headline}")
    mail["From"] = "communique <communique@localhost>"
    mail["Date"] = format_datetime(now)
    mail["X-Communique-Event"] = sent.event.id
    mail["X-Communique-Status"] = sent.event.status
    mail.set_content("\n".join(_body(sent, became)))
    return mail


def _body(sent: Message, became: str) -> list[str]:
    lines = [_line(sent.headline), f"status: {became}"]
    time, place = sent.event.time, sent.event.place
    if time is not None:
        lines.append(f"day: {time.start}" if time.start == time.end else f"days: {time.start} to {time.end}")
    if place is not None:
        lines.append(_line(f"place: {place.name}" + (f" ({place.country})" if place.country else "")))
    if sent.sentence is not None:
        lines += ["", _line(f"\N{LEFT DOUBLE QUOTATION MARK}{sent.sentence}\N{RIGHT DOUBLE QUOTATION MARK}")]
    lines.append("")
    for article in sent.articles:
        parts = (article.outlet, article.title, article.published, article.url)
        lines.append(_line("- " + ", ".join(str(part) for part in parts if part is not None)))
    return [*lines, "", f"communique show {sent.event.id}"]


def _line(text: str) -> str:
    """Words of articles as one line without control characters."""
    return " ".join(plain(text).split())
