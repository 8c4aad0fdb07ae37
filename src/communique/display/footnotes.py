"""Numbered sentences: each value of a dossier points to the sentence, and the article, that it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from communique.display.days import day_text
from communique.display.text import highlighted, safe, shortened
from communique.records import Report, Span
from communique.store.lookup import ArticleHead

TRIGGER = "bold reverse"
VALUE = "underline"
_AROUND = 160  # characters of context on each side of a value that lies in no evidence sentence
_Key = tuple[str, int, int]


@dataclass(slots=True)
class _Note:
    """A sentence's number, and the words to mark in it: start and end in the article, and style."""

    number: int
    marks: dict[tuple[int, int, str], None] = field(default_factory=dict)


class Footnotes:
    """Sentences in the order in which they are first pointed to, each with the words in it that are values."""

    def __init__(self, articles: Mapping[str, ArticleHead], reports: Iterable[Report]) -> None:
        self._articles = articles
        self._evidence: dict[str, list[Span]] = {}
        self._notes: dict[_Key, _Note] = {}
        for report in reports:
            self._evidence.setdefault(report.article, []).append(report.evidence)

    def cite(self, article: str, span: Span, style: str = VALUE) -> Text:
        """The number of the sentence that holds the span, as ``[1]``; the span will be marked in it."""
        key = (article, *self._stretch(article, span))
        note = self._notes.setdefault(key, _Note(len(self._notes) + 1))
        note.marks[span.start, span.end, style] = None
        return Text(f"[{note.number}]", style="dim")

    def lines(self) -> Iterable[RenderableType]:
        """The sentences with their numbers, articles and marks."""
        for (article, start, end), note in self._notes.items():
            yield Text(f"[{note.number}] ", style="dim").append_text(
                article_label(self._articles.get(article), article)
            )
            words = self._words(article, start, end)
            yield Padding(highlighted(words, start, list(note.marks)), (0, 0, 0, 4))

    def _stretch(self, article: str, span: Span) -> tuple[int, int]:
        """The evidence sentence that holds the span, else the span's line, cut near it when the line is long."""
        for evidence in self._evidence.get(article, ()):
            if evidence.start <= span.start and span.end <= evidence.end:
                return evidence.start, evidence.end
        if article not in self._articles:
            return span.start, span.end
        text = self._articles[article].text
        start = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
        line_end = text.find("\n", span.end)
        return start, min(line_end if line_end >= 0 else len(text), span.end + _AROUND)

    def _words(self, article: str, start: int, end: int) -> str:
        if article in self._articles:
            return self._articles[article].text[start:end]
        return next((e.text for e in self._evidence.get(article, ()) if (e.start, e.end) == (start, end)), "")


def article_label(article: ArticleHead | None, article_id: str) -> Text:
    """Outlet, day and title of an article."""
    if article is None:
        return safe(article_id).append(" (no longer in the store)", style="dim")
    day = day_text(article.published) or "undated"
    label = safe(article.label, "bold").append(f", {day}")
    if article.title is not None:
        label.append(f", {shortened(article.title, 80)}", style="italic")
    return label
