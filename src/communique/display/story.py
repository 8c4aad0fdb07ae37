"""Stories as a table, and one of them: its events in order and its articles."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from communique.display.chronology import chronology
from communique.display.days import day_text
from communique.display.footnotes import article_label
from communique.display.text import plain, safe
from communique.display.values import short_id
from communique.records import Event, Story
from communique.store.dossiers import StoryDossier


def stories_table(stories: Iterable[Story]) -> Table:
    """A row a story."""
    table = Table()
    table.add_column("days", no_wrap=True)
    table.add_column("title", ratio=1)
    table.add_column("articles", justify="right")
    table.add_column("events", justify="right")
    table.add_column("id", no_wrap=True)
    for story in stories:
        articles, events = str(len(story.articles)), str(len(story.events))
        table.add_row(_days(story) or "?", safe(story.title), articles, events, Text(short_id(story.id), style="dim"))
    return table


def story_page(dossier: StoryDossier) -> Group:
    """A story's events, then its articles by day."""
    story, days = dossier.story, _days(dossier.story)
    events = sorted(dossier.events, key=_when)
    parts: list[RenderableType] = [
        safe(story.title, "bold"),
        Text(" · ".join(part for part in (days, plain(story.id)) if part), style="dim"),
        Text(),
        chronology(events, f"Events ({len(events)})") if events else Text("No events", style="bold"),
        Text(),
        Text(f"Articles ({len(story.articles)})", style="bold"),
    ]
    in_order = sorted(dossier.articles.values(), key=lambda a: (str(a.published or "9999"), a.id))
    parts.extend(Text("  ").append_text(article_label(article, article.id)) for article in in_order)
    return Group(*parts)


def _days(story: Story) -> str:
    return " to ".join(dict.fromkeys(day_text(day) for day in (story.start, story.end) if day is not None))


def _when(event: Event) -> tuple[bool, datetime.date, str]:
    """Sorts events by day, and those of no known day behind them by the day on which they were told."""
    day = event.time.start if event.time is not None else event.first_reported
    return event.time is None, day or datetime.date.max, event.id
