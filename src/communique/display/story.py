"""One story: its events in order and its articles."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from communique.display.chronology import chronology
from communique.display.days import day_text
from communique.display.footnotes import article_label
from communique.display.text import plain, safe
from communique.store.dossiers import StoryDossier


def story_page(dossier: StoryDossier) -> Group:
    """A story's events, then its articles by day."""
    story, events = dossier.story, dossier.events
    days = " to ".join(dict.fromkeys(day_text(day) for day in (story.start, story.end) if day is not None))
    parts: list[RenderableType] = [
        safe(story.title, "bold"),
        Text(" · ".join(part for part in (days, plain(story.id)) if part), style="dim"),
        Text(),
        chronology(events, f"Events ({len(events)})"),
        Text(),
        Text(f"Articles ({len(story.articles)})", style="bold"),
    ]
    in_order = sorted(dossier.articles.values(), key=lambda a: (str(a.published or "9999"), a.id))
    parts.extend(Text("  ").append_text(article_label(article, article.id)) for article in in_order)
    return Group(*parts)
