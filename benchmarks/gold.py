"""Exported records against a gold file: which events, fields, statements and actors a careful reader finds are there.

The gold's form is described in its own ``about``; ``benchmarks/sample.json`` is one. Figures are shares
between 0 and 1, where more is better, apart from ``must-not broken``, a count, where less is better.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
#: Kinds that a more general kind covers.
COVERS = {
    "attack": {"airstrike", "clash", "assassination"},
    "agreement": {"signing"},
    "meeting": {"negotiation"},
    "negotiation": {"meeting", "conference"},
    "conference": {"negotiation"},
    "condemnation": {"accusation"},
    "demand": {"request"},
    "request": {"appeal"},
    "deployment": {"mobilization"},
}


@dataclass(frozen=True, slots=True)
class Export:
    """What ``communique export`` gives, and the number of the gold's article for each article id."""

    events: Sequence[Row]
    reports: Sequence[Row]
    statements: Sequence[Row]
    actors: Sequence[Row]
    numbers: Mapping[str, str]


class Tally:
    """Checks passed and made, by figure."""

    def __init__(self) -> None:
        self.passed: Counter[str] = Counter()
        self.made: Counter[str] = Counter()

    def add(self, figure: str, passed: bool) -> None:
        self.made[figure] += 1
        self.passed[figure] += passed

    def shares(self) -> dict[str, float]:
        return {figure: round(self.passed[figure] / self.made[figure], 3) for figure in sorted(self.made)}


def score(gold: Row, export: Export) -> tuple[dict[str, float], list[str]]:
    """The figures, and one line for each thing missed, wrong or forbidden."""
    tally, faults = Tally(), []
    found: dict[str, Row] = {}
    for wanted in gold["events"]:
        event = _best_event(wanted, export)
        tally.add("events found", event is not None)
        if event is None:
            faults.append(f"missed: {wanted['id']}")
            continue
        found[wanted["id"]] = event
        for figure, passed in _checks(wanted, event, export):
            tally.add(figure, passed)
            if not passed:
                faults.append(f"{figure}: {wanted['id']}")
    for one, other in gold["apart"]:
        if one in found and other in found:
            tally.add("kept apart", found[one]["id"] != found[other]["id"])
    for wanted in gold["statements"]:
        passed = any(_says(wanted, statement, export) for statement in export.statements)
        tally.add("statements", passed)
        faults += [] if passed else [f"statement: {wanted['article']} {wanted['speaker']}: {wanted['content']}"]
    for wanted in gold["actors"]:
        passed = any(_is_whole(wanted, actor) for actor in export.actors)
        tally.add("actors whole", passed)
        faults += [] if passed else [f"actor: {wanted['names'][0]}"]
    broken = [f"must not: {rule['why']}" for rule in gold["must_not"] if _is_broken(rule, export)]
    return tally.shares() | {"must-not broken": len(broken)}, faults + broken


def _best_event(wanted: Row, export: Export) -> Row | None:
    """The event of the right kind and parties that agrees with the gold in most articles and fields."""

    def fit(event: Row) -> int:
        articles = {export.numbers[article] for article in event["articles"]} & set(wanted["reported_by"])
        return len(articles) + is_within(event["time"], wanted["when"]) + is_at(event["place"], wanted["where"])

    fitting = [event for event in export.events if _is_event(wanted, event, export)]
    return max(fitting, key=fit, default=None)


def _is_event(wanted: Row, event: Row, export: Export) -> bool:
    return (
        is_kind(event["kind"], wanted["kinds"])
        and any(export.numbers[article] in wanted["reported_by"] for article in event["articles"])
        and all(any(is_party(who, party) for party in event["participants"]) for who in wanted["who"])
    )


def _checks(wanted: Row, event: Row, export: Export) -> Iterable[tuple[str, bool]]:
    said: dict[str, set[str]] = {}
    for report in export.reports:
        if report["id"] in event["reports"]:
            said.setdefault(export.numbers[report["article"]], set()).add(report["status"])
    if wanted["when"]:
        yield "when", is_within(event["time"], wanted["when"])
    if wanted["where"]:
        yield "where", is_at(event["place"], wanted["where"])
    for article, statuses in wanted["reported_by"].items():
        yield "linked", article in said
        yield "status", bool(said.get(article, set()) & set(statuses))
    if "topics" in wanted:
        labels = fold(" ".join(topic["label"] for topic in event["topics"]))
        yield "topics", all(fold(topic) in labels for topic in wanted["topics"])
    if "disagreement" in wanted:
        yield "disagreements", bool(event["disagreements"])


def _is_broken(rule: Row, export: Export) -> bool:
    if "text" in rule:
        return any(rule["text"] in report["evidence"]["text"] for report in export.reports)
    return any(
        event["kind"] in rule["kinds"]
        and event["status"] in rule["statuses"]
        and all(any(is_party(who, party) for party in event["participants"]) for who in rule["who"])
        for event in export.events
    )


def _says(wanted: Row, statement: Row, export: Export) -> bool:
    return (
        export.numbers[statement["article"]] == wanted["article"]
        and statement["speaker"] is not None
        and is_party(wanted["speaker"], statement["speaker"])
        and fold(wanted["content"]) in fold(statement["content"]["text"])
    )


def _is_whole(wanted: Row, actor: Row) -> bool:
    names = {fold(name) for name in [actor["name"], *actor["names"]]}
    return (
        actor["country"] == wanted["country"]
        and actor["sector"] == wanted["sector"]
        and all(fold(name) in names for name in wanted["names"])
    )


def is_party(who: str, party: Row) -> bool:
    """Is a participant or speaker the one meant: by ISO 3166-1 alpha-3 code, or by words of one of its names?"""
    if len(who) == 3 and who.isupper() and party["country"] == who:
        return True
    return any(f" {fold(who)} " in f" {fold(name)} " for name in (party["name"], *party.get("names", ())))


def is_kind(kind: str, wanted: Sequence[str]) -> bool:
    """Is a kind one of those wanted, or one that such a kind covers?"""
    return any(kind == one or kind in COVERS.get(one, ()) for one in wanted)


def is_within(time: Row | None, interval: Sequence[str] | None) -> bool:
    """Does a known time lie inside an interval of two ISO days?"""
    return bool(time and interval and interval[0] <= time["start"] and time["end"] <= interval[1])


def is_at(place: Row | None, wanted: Sequence[str] | None) -> bool:
    """Is a place, or its country, one of those wanted?"""
    return bool(place and wanted and (place["country"] in wanted or fold(place["name"]) in map(fold, wanted)))


def fold(text: str) -> str:
    """Lower case without accents or punctuation, words one space apart."""
    plain = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).lower().split())
