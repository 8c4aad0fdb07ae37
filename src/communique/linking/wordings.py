"""How each article words an act: "missile strikes" in one, "illegal bombing" in another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.linking.tellings import Item
from communique.linking.terms import term_of
from communique.records import Report, Wording

#: The most words before a trigger that belong to its wording.
_MODIFIERS = 3
_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*) $")
#: An object right behind the trigger shows that it is a verb, whose subject stands before it.
_OBJECT = re.compile(r"\s+(?:an?|the|its|his|her|their|[A-Z])\b")


def wordings(items: Sequence[Item]) -> tuple[Wording, ...]:
    """The different wordings of an event, those of most articles first, with their articles in order of id."""
    texts: dict[str, str] = {}
    articles: dict[str, set[str]] = {}
    for item in items:
        text = item.wording
        key = text.casefold()
        texts.setdefault(key, text)
        articles.setdefault(key, set()).add(item.report.article)
    return tuple(
        Wording(text=texts[key], articles=tuple(sorted(articles[key])))
        for key in sorted(articles, key=lambda key: (-len(articles[key]), key))
    )


def wording(report: Report, text: str) -> str:
    """The trigger with the modifiers before it, up to a participant, a function word or punctuation."""
    start = report.trigger.start
    taken = _taken(report)
    if not _is_verb(report, text):
        for _ in range(_MODIFIERS):
            before = _BEFORE.search(text, max(report.evidence.start, start - 40), start)
            if before is None or before.start(1) in taken or term_of(before.group(1)) is None:
                break
            start = before.start(1)
    return " ".join(text[start : report.trigger.end].split())


def _taken(report: Report) -> frozenset[int]:
    """The positions that participants, time and place take."""
    spans = [participant.span for participant in report.participants]
    spans.append(report.time.span if report.time is not None else None)
    spans.append(report.place.span if report.place is not None else None)
    return frozenset(i for span in spans if span is not None for i in range(span.start, span.end))


def _is_verb(report: Report, text: str) -> bool:
    word = report.trigger.text.split()[0].lower()
    return word.endswith("ed") or " " in report.trigger.text or _OBJECT.match(text, report.trigger.end) is not None
