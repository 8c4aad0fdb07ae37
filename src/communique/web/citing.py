"""The values of an event with the sentences that say them: each value points to numbered sentences, words marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from communique.display.days import when_text
from communique.display.text import shortened
from communique.display.values import party_text, place_text
from communique.records import Report, Span
from communique.store.dossiers import EventDossier
from communique.store.lookup import ArticleHead

_AROUND = 160  # characters of context on each side of a value that lies in no evidence sentence
_MOST_QUOTES = 6  # wordings shown with one value


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and what it is: ``trigger``, ``value`` or nothing."""

    text: str
    mark: str


@dataclass(slots=True)
class Note:
    """A sentence of an article with its number, and the words to mark in it."""

    number: int
    article: ArticleHead | None
    start: int
    text: str
    marks: dict[tuple[int, int, str], None] = field(default_factory=dict)

    @property
    def pieces(self) -> list[Piece]:
        """The sentence, cut where marks begin and end."""
        return cut(self.text, self.start, list(self.marks))


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of articles for a value, and the numbers of the sentences that have them."""

    words: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A field of an event: what it is called, its value, the page about it, and the words behind it."""

    label: str
    text: str
    actor: str | None
    quotes: tuple[Quote, ...]


class Citations:
    """Sentences in the order in which they are first pointed to."""

    def __init__(self, articles: dict[str, ArticleHead], reports: Iterable[Report]) -> None:
        self._articles = articles
        self._evidence: dict[str, list[Span]] = {}
        self.notes: dict[tuple[str, int, int], Note] = {}
        for report in reports:
            self._evidence.setdefault(report.article, []).append(report.evidence)

    def cite(self, article: str, span: Span, mark: str = "value") -> int:
        """The number of the sentence that holds the span, which will be marked in it."""
        start, end, text = self._sentence(article, span)
        key = (article, start, end)
        if key not in self.notes:
            self.notes[key] = Note(len(self.notes) + 1, self._articles.get(article), start, text)
        self.notes[key].marks[span.start, span.end, mark] = None
        return self.notes[key].number

    def quotes(self, spans: Iterable[tuple[str, Span | None]]) -> tuple[Quote, ...]:
        """Each wording once, with the sentences that have it."""
        found: dict[str, dict[int, None]] = {}
        for article, span in spans:
            if span is not None and span.text:
                words = shortened(span.text, 60)
                if words in found or len(found) < _MOST_QUOTES:
                    found.setdefault(words, {})[self.cite(article, span)] = None
        return tuple(Quote(words, tuple(numbers)) for words, numbers in found.items())

    def _sentence(self, article: str, span: Span) -> tuple[int, int, str]:
        for evidence in self._evidence.get(article, ()):
            if evidence.start <= span.start and span.end <= evidence.end:
                return evidence.start, evidence.end, evidence.text
        head = self._articles.get(article)
        if head is None:
            return span.start, span.end, span.text
        start = max(head.text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
        line_end = head.text.find("\n", span.end)
        end = min(line_end if line_end >= 0 else len(head.text), span.end + _AROUND)
        start, end = _at_words(head.text, start, span.start), _at_words(head.text, end, span.end)
        return start, end, head.text[start:end]


def _at_words(text: str, edge: int, towards: int) -> int:
    """The place between two words next to ``edge`` on the way to ``towards``."""
    step = 1 if towards > edge else -1
    while edge != towards and 0 < edge < len(text) and not (text[edge - 1].isspace() or text[edge].isspace()):
        edge += step
    return edge


def values_of(dossier: EventDossier, citations: Citations) -> list[Value]:
    """The fields of an event in the order in which people ask for them."""
    event, reports = dossier.event, dossier.reports
    found = []
    for role in ("actor", "recipient", "host", "mediator"):
        for party in (p for p in event.participants if p.role == role):
            spans = [(r.article, p.span) for r in reports for p in r.participants if p.actor == party.actor]
            name = party_text(party) + (f", {party.office}" if party.office else "")
            found.append(Value(role, name, party.actor, citations.quotes(spans)))
    when = citations.quotes((r.article, r.time.span) for r in reports if r.time is not None)
    found.append(Value("when", when_text(event.time), None, when))
    where = citations.quotes((r.article, r.place.span) for r in reports if r.place is not None)
    found.append(Value("where", place_text(event.place) or "not known", None, where))
    for topic in event.topics:
        spans = [(r.article, t.span) for r in reports for t in r.topics if t.label == topic.label]
        found.append(Value("about", topic.label, None, citations.quotes(spans)))
    return found


def cut(text: str, offset: int, marks: list[tuple[int, int, str]]) -> list[Piece]:
    """A stretch of an article that begins at ``offset``, cut into pieces that are marked or not."""
    ends = {e - offset for mark in marks for e in mark[:2]}
    edges = sorted({0, len(text), *(e for e in ends if 0 < e < len(text))})
    found = []
    for start, end in pairwise(edges):
        over = [mark for a, b, mark in marks if a - offset <= start and end <= b - offset]
        found.append(Piece(text[start:end], "trigger" if "trigger" in over else (over or [""])[0]))
    return found
