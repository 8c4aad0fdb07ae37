"""Articles with all that was read out of them, as annotators see them: words with labels, and lines between them.

Mentions of actors, places and times, and the triggers of reports are labelled stretches; the participants, place and
time of a report are relations of its trigger. The same form is read back from the annotators' files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from communique.records import Reading, Report, Span
from communique.store.streaming import stream_readings

#: Labels of stretches that are no triggers; those of triggers are kinds.
ENTITY_LABELS = ("person", "state", "organisation", "group", "place", "time")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words with a label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Act:
    """A trigger, its status if one was set, and its relations: role and stretch."""

    trigger: Stretch
    status: str | None
    relations: tuple[tuple[str, Stretch], ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article's id and text, its stretches that are no triggers, and its acts, in the order of the text."""

    article: str
    text: str
    stretches: tuple[Stretch, ...]
    acts: tuple[Act, ...]


def stream_annotated(connection: sa.Connection) -> Iterator[Annotated]:
    """Every article of the store."""
    return map(annotate, stream_readings(connection))


def annotate(reading: Reading) -> Annotated:
    """A reading as annotations."""
    stretches = {_stretch(mention.span, mention.type) for mention in reading.mentions}
    stretches |= {_stretch(place.span, "place") for place in reading.places}
    stretches |= {_stretch(time.span, "time") for time in reading.times}
    acts = [_act(report) for report in reading.reports]
    return in_order(reading.id, reading.text, [*stretches, *(s for act in acts for _, s in act.relations)], acts)


def in_order(article: str, text: str, stretches: Iterable[Stretch], acts: Iterable[Act]) -> Annotated:
    """The annotations of an article, each stretch once, in the order of the text."""
    ordered = sorted(acts, key=lambda act: (_order(act.trigger), act.status or "", list(map(_relation, act.relations))))
    return Annotated(article, text, tuple(sorted(set(stretches), key=_order)), tuple(ordered))


def _relation(relation: tuple[str, Stretch]) -> tuple[str, tuple[int, int, str]]:
    return relation[0], _order(relation[1])


def _act(report: Report) -> Act:
    relations: list[tuple[str, Stretch]] = [
        (p.role, _stretch(p.span, p.type)) for p in report.participants if p.span is not None
    ]
    if report.place is not None:
        relations.append(("place", _stretch(report.place.span, "place")))
    if report.time is not None and report.time.span is not None:
        relations.append(("time", _stretch(report.time.span, "time")))
    return Act(_stretch(report.trigger, report.kind), report.status, tuple(dict.fromkeys(relations)))


def _stretch(span: Span, label: str) -> Stretch:
    return Stretch(span.start, span.end, label)


def _order(stretch: Stretch) -> tuple[int, int, str]:
    return stretch.start, stretch.end, stretch.label
