"""The dossier of an event: each value with the sentences behind it, and the accounts side by side."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from communique.display.days import day_text, time_text, when_text
from communique.display.footnotes import TRIGGER, Footnotes
from communique.display.text import plain, safe, shortened
from communique.display.values import (
    STATUS_STYLES,
    field_text,
    particular_fields,
    party_text,
    place_text,
    short_id,
    source_text,
    topics_text,
    who_text,
)
from communique.records import Event, Report, Span
from communique.store.dossiers import EventDossier
from communique.store.queries import AHEAD

_COLUMNS = 4  # accounts side by side in one table
_MOST = 40  # accounts shown; --json has all


def event_page(dossier: EventDossier, today: datetime.date | None = None) -> Group:
    """All of a dossier, to be printed; a plan whose day is past ``today`` without a report of it is unconfirmed."""
    notes = Footnotes(dossier.articles, dossier.reports)
    parts: list[RenderableType] = [_heading(dossier.event), Text(), _values(dossier, notes)]
    for title, section in (
        ("Status", _history(dossier, today)),
        ("Accounts", _accounts(dossier, notes)),
        ("Where they differ", _disagreements(dossier)),
        ("Only one source has", _sole(dossier)),
        ("Wordings", _wordings(dossier)),
        ("Relations", _relations(dossier)),
        ("Counted", _counts(dossier)),
        ("Copies of one text", _copies(dossier)),
        ("Why linked", _links(dossier)),
    ):
        lines = list(section)
        if lines:
            parts += [Text(), Text(title, style="bold"), *lines]
    return Group(*parts, Text(), Text("Sentences", style="bold"), *notes.lines())


def comparison_page(dossier: EventDossier) -> Group:
    """Only the accounts of an event, side by side, and what they differ in."""
    notes = Footnotes(dossier.articles, dossier.reports)
    parts: list[RenderableType] = [_heading(dossier.event), *_accounts(dossier, notes)]
    for title, section in (
        ("Where they differ", _disagreements(dossier)),
        ("Only one source has", _sole(dossier)),
        ("Wordings", _wordings(dossier)),
    ):
        lines = list(section)
        parts += [Text(), Text(title, style="bold"), *(lines or [Text("  nothing", style="dim")])]
    return Group(*parts, Text(), Text("Sentences", style="bold"), *notes.lines())


def _heading(event: Event) -> Text:
    heading = Text(plain(event.kind).capitalize(), style="bold")
    heading.append(f"  {event.status}", style=STATUS_STYLES.get(event.status, ""))
    day, place = time_text(event.time), place_text(event.place)
    heading.append("".join(f"  {part}" for part in (day, place) if part), style="not bold")
    return heading.append(f"  {plain(event.id)}", style="not bold dim")


def _values(dossier: EventDossier, notes: Footnotes) -> Table:
    """The event's fields, each with the words that say it and where."""
    event = dossier.event
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for role in ("actor", "recipient", "host", "mediator"):
        for party in (p for p in event.participants if p.role == role):
            table.add_row(role, _party(dossier, notes, party.actor, party_text(party), party.office))
    said_when = [(r.article, r.time.span) for r in dossier.reports if r.time is not None]
    table.add_row("when", _cited(notes, when_text(event.time), said_when))
    said_where = [(r.article, r.place.span) for r in dossier.reports if r.place is not None]
    table.add_row("where", _cited(notes, place_text(event.place) or "not known", said_where))
    for topic in event.topics:
        spans = [(r.article, t.span) for r in dossier.reports for t in r.topics if t.label == topic.label]
        table.add_row("about", _cited(notes, topic.label, spans))
    table.add_row("codes", safe(_codes(event)))
    table.add_row("reported", safe(_reported(event)))
    table.add_row("confidence", Text(f"{event.confidence:.2f}"))
    return table


def _party(dossier: EventDossier, notes: Footnotes, actor: str, name: str, office: str | None) -> Text:
    spans = [(r.article, p.span) for r in dossier.reports for p in r.participants if p.actor == actor]
    return _cited(notes, f"{name}, {office}" if office else name, spans)


def _cited(notes: Footnotes, value: str, spans: Iterable[tuple[str, Span | None]]) -> Text:
    """A value, then its wordings in the articles, each with the numbers of the sentences that have it."""
    cell = safe(value)
    by_words: dict[str, list[Text]] = {}
    for article, span in spans:
        if span is not None:
            numbers = by_words.setdefault(shortened(span.text, 60), [])
            number = notes.cite(article, span)
            if number not in numbers:
                numbers.append(number)
    for index, (words, numbers) in enumerate(by_words.items()):
        cell.append("   " if index == 0 else ", ").append(f"\N{LEFT DOUBLE QUOTATION MARK}{words}")
        cell.append("\N{RIGHT DOUBLE QUOTATION MARK} ").append_text(Text().join(numbers))
    return cell


def _codes(event: Event) -> str:
    """PLOVER type, mode and contexts, CAMEO code and score."""
    parts = [
        f"PLOVER {event.plover}" if event.plover else "no PLOVER type",
        f"mode {', '.join(event.mode)}" if event.mode else "",
        f"contexts {', '.join(event.contexts)}" if event.contexts else "",
        f"CAMEO {event.cameo}" if event.cameo else "",
        f"score {event.score:g}" if event.score is not None else "",
    ]
    return " · ".join(part for part in parts if part)


def _reported(event: Event) -> str:
    outlets = f"{event.outlets} outlet{'s' if event.outlets != 1 else ''}"
    articles = f"{len(event.articles)} article{'s' if len(event.articles) != 1 else ''}"
    days = dict.fromkeys(day_text(d) for d in (event.first_reported, event.last_reported) if d is not None)
    return " · ".join([outlets, articles, " to ".join(days)] if days else [outlets, articles])


def _history(dossier: EventDossier, today: datetime.date | None) -> Iterator[Text]:
    for status, changes in groupby(dossier.event.history, key=lambda change: change.status):
        told = list(changes)
        days = " to ".join(dict.fromkeys(day_text(c.date) or "undated" for c in (told[0], told[-1])))
        line = Text("  ").append(status, style=STATUS_STYLES.get(status, ""))
        yield line.append(f"  {days}  ").append(_labels(dossier, [a for change in told for a in change.articles]))
    time = dossier.event.time
    if today is not None and dossier.event.status in AHEAD and time is not None and time.end < today:
        yield Text("  ").append("unconfirmed", style="yellow").append("  its day has passed, and no report tells of it")


def _accounts(dossier: EventDossier, notes: Footnotes) -> Iterator[RenderableType]:
    """Tables of the reports side by side: a row a field, a column a report."""
    remaining = iter(dossier.reports[:_MOST])
    while reports := list(islice(remaining, _COLUMNS)):
        table = Table(show_lines=False)
        table.add_column("")
        for report in reports:
            table.add_column(_column_head(dossier, report), overflow="fold")
        table.add_row("status", *(Text(r.status, style=STATUS_STYLES.get(r.status, "")) for r in reports))
        for name, value in _ROWS:
            cells = [value(report) for report in reports]
            if any(cells):
                table.add_row(name, *map(Text, cells))
        for name in particular_fields(dossier.event, reports):
            table.add_row(field_text(name), *(_particulars(dossier.event, r, name, notes) for r in reports))
        table.add_row("according to", *(Text(source_text(r.attribution)) for r in reports))
        table.add_row("in the words", *(_trigger(notes, r) for r in reports))
        yield table
    if len(dossier.reports) > _MOST:
        yield Text(f"  and {len(dossier.reports) - _MOST} more, which --json gives", style="dim")


#: Rows of the comparison, left out where no account has a value.
_ROWS: tuple[tuple[str, Callable[[Report], str]], ...] = (
    ("who", lambda report: who_text(report.participants)),
    ("when", lambda report: time_text(report.time)),
    ("where", lambda report: place_text(report.place)),
    ("about", topics_text),
)


def _particulars(event: Event, report: Report, name: str, notes: Footnotes) -> Text:
    """What a report says of one of the fields that only some have, with the number of its sentence."""
    cell = Text()
    for told in (p for p in event.particulars if p.report == report.id and p.field == name):
        cell.append("; " if cell else "").append_text(safe(told.value))
        cell.append(" ").append_text(notes.cite(report.article, told.span))
    return cell


def _column_head(dossier: EventDossier, report: Report) -> Text:
    article = dossier.articles.get(report.article)
    if article is None:
        return safe(report.article)
    return safe(article.label).append(f"\n{day_text(article.published) or 'undated'}", style="not bold")


def _trigger(notes: Footnotes, report: Report) -> Text:
    words = safe(shortened(report.trigger.text, 60))
    return words.append(" ").append_text(notes.cite(report.article, report.trigger, TRIGGER))


def _disagreements(dossier: EventDossier) -> Iterator[Text]:
    for disagreement in dossier.event.disagreements:
        for index, account in enumerate(disagreement.values):
            line = Text(f"  {field_text(disagreement.field) if index == 0 else '':14}").append_text(safe(account.value))
            if account.span is not None and plain(account.span.text) != plain(account.value):
                line.append(f" (\N{LEFT DOUBLE QUOTATION MARK}{shortened(account.span.text, 60)}")
                line.append("\N{RIGHT DOUBLE QUOTATION MARK})")
            yield line.append("  ").append(_labels(dossier, account.articles), style="dim")


def _sole(dossier: EventDossier) -> Iterator[Text]:
    for sole in dossier.event.sole:
        line = Text(f"  {field_text(sole.field):14}").append_text(safe(shortened(sole.value, 80)))
        yield line.append("  ").append(_labels(dossier, sole.articles), style="dim")


def _wordings(dossier: EventDossier) -> Iterator[Text]:
    for wording in dossier.event.wordings:
        line = Text("  ").append(f"\N{LEFT DOUBLE QUOTATION MARK}{shortened(wording.text, 80)}")
        yield line.append("\N{RIGHT DOUBLE QUOTATION MARK}  ").append(_labels(dossier, wording.articles), style="dim")


def _relations(dossier: EventDossier) -> Iterator[Text]:
    """The other events, each with how it stands to this one and why."""
    related = {event.id: event for event in dossier.related}
    for relation in dossier.event.relations[:_MOST]:
        other = related.get(relation.event)
        if other is not None:
            what = [other.kind, who_text(other.participants), time_text(other.time), place_text(other.place)]
            line = Text(f"  {relation.type:12}").append_text(safe("  ".join(part for part in what if part)))
            line.append(f"  {short_id(other.id)}", style="dim")
            yield line.append(f"  {', '.join(map(plain, relation.reasons))}", style="dim")


def _counts(dossier: EventDossier) -> Iterator[Text]:
    for count in dossier.event.counts:
        line = Text("  \N{LEFT DOUBLE QUOTATION MARK}").append(shortened(count.span.text, 80))
        line.append(f"\N{RIGHT DOUBLE QUOTATION MARK}: {count.told}, and the record has {count.found}")
        yield line.append("  ").append(_labels(dossier, [count.article]), style="dim")


def _copies(dossier: EventDossier) -> Iterator[Text]:
    for group in dossier.event.copies:
        yield Text("  ").append(_labels(dossier, group), style="dim")


def _links(dossier: EventDossier) -> Iterator[Text]:
    """What each report has in common with those that were taken together before it."""
    article_of = {report.id: report.article for report in dossier.reports}
    shown = [link for link in dossier.event.links if link.reasons and link.report in article_of]
    for link in shown[:_MOST]:
        line = Text("  ").append(_labels(dossier, [article_of[link.report]])).append("  ")
        yield line.append(", ".join(map(plain, link.reasons)), style="dim")


def _labels(dossier: EventDossier, articles: Iterable[str]) -> str:
    """The outlets of articles, each once; of an outlet with several articles of the event also their days."""
    told = Counter(plain(article.label) for article in dossier.articles.values())
    found = [article for key in dict.fromkeys(articles) if (article := dossier.articles.get(key)) is not None]
    days: dict[str, list[str]] = {}
    for article in sorted(found, key=lambda a: a.published or datetime.date.max):
        name = plain(article.label)
        days.setdefault(name, []).append(day_text(article.published) if told[name] > 1 else "")
    return ", ".join(" ".join((name, *_some(own, told[name]))).strip() for name, own in days.items())


def _some(days: Sequence[str], told: int) -> Iterator[str]:
    """The days of an outlet's articles, unless they are all that it has."""
    if len(days) < told and any(days):
        yield f"({', '.join(dict.fromkeys(day for day in days if day))})"
