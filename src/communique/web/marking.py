"""An article with all that was read out of it marked in its text, paragraph by paragraph."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote

from communique.records import Report, Span, Statement
from communique.store.dossiers import ArticleDossier

#: Characters of text on one page; what is longer goes on on the next.
PART = 60_000
#: What a stretch links to where several marks overlap: the first of these.
_ORDER = ("event", "mention", "place", "time", "statement", "evidence")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span, what it marks, what is said of it, the page about it, and the reports and statements it belongs to."""

    start: int
    end: int
    what: str
    title: str
    link: str | None = None
    of: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text under the same marks: their names, the words of the uppermost, its link, and what it belongs to."""

    text: str
    classes: str
    title: str
    link: str | None
    of: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text, and the reports and statements that begin in it."""

    start: int
    stretches: tuple[Stretch, ...]
    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The paragraphs of one page, its number, and how many there are."""

    number: int
    of: int
    paragraphs: tuple[Paragraph, ...]


def marked(dossier: ArticleDossier, number: int = 1) -> Part:
    """The text of an article with its marks, one part of at most :data:`PART` characters."""
    text = dossier.article.text
    parts = max(1, -(-len(text) // PART))
    number = min(max(number, 1), parts)
    begin, end = (number - 1) * PART, min(number * PART, len(text))
    marks = sorted((m for m in _marks(dossier) if m.end > begin and m.start < end), key=lambda m: (m.start, m.end))
    found, at = [], begin
    reports = [r for r in dossier.reports if begin <= r.trigger.start < end]
    statements = [s for s in dossier.statements if begin <= s.content.start < end]
    starts = [m.start for m in marks]
    for line in text[begin:end].split("\n"):
        stop = at + len(line)
        if line.strip():
            near = [m for m in marks[: bisect.bisect_left(starts, stop)] if m.end > at]
            found.append(
                Paragraph(
                    at,
                    tuple(_stretches(text, at, stop, near)),
                    tuple(r for r in reports if at <= r.trigger.start < stop),
                    tuple(s for s in statements if at <= s.content.start < stop),
                )
            )
        marks = [m for m in marks if m.end > stop]
        starts = [m.start for m in marks]
        at = stop + 1
    return Part(number, parts, tuple(found))


def _marks(dossier: ArticleDossier) -> Iterator[Mark]:
    for report in dossier.reports:
        link = f"/events/{quote(report.event, safe='')}" if report.event is not None else None
        yield _mark(report.trigger, "event", f"{report.kind}, {report.status}", link, report.id)
        yield _mark(report.evidence, "evidence", "", None, report.id)
    for mention in dossier.mentions:
        about = ", ".join(v for v in (mention.name, mention.office, mention.country) if v is not None)
        yield _mark(mention.span, "mention", about, f"/actors/{quote(mention.actor, safe='')}")
    for place in dossier.places:
        yield _mark(place.span, "place", f"{place.name}, {place.country or 'country not known'}")
    for time in dossier.times:
        days = " to ".join(dict.fromkeys(str(day) for day in (time.start, time.end) if day is not None))
        yield _mark(time.span, "time", days or time.timex.value)
    for statement in dossier.statements:
        who = statement.speaker.name if statement.speaker is not None else "not known who"
        yield _mark(statement.content, "statement", f"said by {who} ({statement.quoted})", None, statement.id)


def _mark(span: Span, what: str, title: str, link: str | None = None, of: str = "") -> Mark:
    return Mark(span.start, span.end, what, title, link, of)


def _stretches(text: str, start: int, stop: int, marks: list[Mark]) -> Iterator[Stretch]:
    """A line, cut where marks begin and end; the marks that cover each piece are kept as the line is gone along."""
    edges = sorted({start, stop, *(e for m in marks for e in (m.start, m.end) if start < e < stop)})
    remaining, open_marks = list(reversed(marks)), list[Mark]()
    for a, b in pairwise(edges):
        while remaining and remaining[-1].start <= a:
            open_marks.append(remaining.pop())
        open_marks = [m for m in open_marks if m.end > a]
        over = sorted(open_marks, key=lambda m: (_ORDER.index(m.what), m.end - m.start))
        yield Stretch(
            text=text[a:b],
            classes=" ".join(dict.fromkeys(f"m-{m.what}" for m in over)),
            title=next((m.title for m in over if m.title), ""),
            link=next((m.link for m in over if m.link is not None), None),
            of=" ".join(dict.fromkeys(m.of for m in over if m.of)),
        )
