"""Linking against invented news with known links.

``links.json`` and ``accounts.json`` are made of wordings (see ``invent.py``), the articles of the others were written
one by one: ``differing.json`` has pairs that contradict each other and pairs that only seem to ("near": rounded, or
told more exactly), ``varied.json`` events told in the many ways of news agencies by somebody who did not know the
program. Rules were mended on one half of each set, "tuned", at first; then on both, but for those of the last two,
whose other half nobody looked at.

``python benchmarks/links.py`` reads the articles with the command as a user would and prints a line of figures for each
half of the wordings and, last, for both as JSON:

* ``links F1``: of all pairs of tellings, those joined in one event against those that should be. A telling is an
  article's title or sentences about one event; one that was not read joins nothing.
* ``contradiction recall`` and ``precision``: fields on which accounts of an event differ, found against known.
* ``sources``: independent sources of events that were copied; ``status``: events whose status in the end is right.
* ``relations``: meetings found to be part of the visit that they belong to, and to follow the last one of the same two.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

NAMES = ("links.json", "accounts.json", "told.json", "differing.json", "varied.json")
SETS = tuple(Path(__file__).with_name(name) for name in NAMES)
COMMAND = Path(sys.executable).with_name("communique")

#: Fields of gold events that name another one, and how they stand to it.
_RELATIONS = (("part_of", "part of"), ("follows", "follows"))

Row = Mapping[str, Any]
#: An article's number and the gold event it tells.
Telling = tuple[str, str]


def export(articles: Iterable[Row], folder: Path) -> dict[str, list[Row]]:
    """Read articles into a store and export what came of them, each step as a command of its own."""
    store, source = str(folder / "links.db"), folder / "articles.jsonl"
    rows = ({name: value for name, value in article.items() if name != "tellings"} for article in articles)
    source.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")

    def run(*arguments: str) -> str:
        done = subprocess.run([COMMAND, *arguments], capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"communique {' '.join(arguments)}: exit code {done.returncode}\n{done.stderr}")
        return done.stdout

    run("read", str(source), "--store", store)
    return {
        what: [json.loads(line) for line in run("export", what, "--store", store, "--format", "jsonl").splitlines()]
        for what in ("events", "reports")
    }


class Found:
    """Which events each gold telling went into, and the system's event that stands for each gold event."""

    def __init__(self, gold: Row, exported: Mapping[str, Sequence[Row]]) -> None:
        kinds = {event["id"]: event["kinds"] for event in gold["events"]}
        reports = defaultdict(list)
        for report in exported["reports"]:
            reports[report["article"]].append(report)
        self.events = {event["id"]: event for event in exported["events"]}
        self.half = {event["id"]: event["half"] for event in gold["events"]}
        self.tellings: dict[Telling, frozenset[str]] = {}
        for article in gold["articles"]:
            for telling in article["tellings"]:
                told = (r for r in reports[article["id"]] if _tells(r, telling["said"], kinds[telling["event"]]))
                self.tellings[article["id"], telling["event"]] = frozenset(report["event"] for report in told)

    def of(self, gold_event: str) -> Row | None:
        """The event that most tellings of a gold event went into."""
        counts = Counter(e for (_, told), events in self.tellings.items() if told == gold_event for e in events)
        return self.events[min(counts, key=lambda event: (-counts[event], event))] if counts else None


def _tells(report: Row, said: Sequence[str], kinds: Sequence[str]) -> bool:
    return report["kind"] in kinds and any(report["evidence"]["text"] in text for text in said)


def score(
    gold: Row, exported: Mapping[str, Sequence[Row]], half: str | None = None
) -> tuple[dict[str, float], list[str]]:
    """The figures of one half of the wordings or of both, and a line for each fault."""
    found = Found(gold, exported)
    events = [event for event in gold["events"] if half in {None, event["half"]}]
    tellings = {key: value for key, value in found.tellings.items() if half in {None, found.half[key[1]]}}
    links, faults = _links(tellings)
    figures = {"read": _share([bool(value) for value in tellings.values()])} | links
    contradictions, wrong = _contradictions(events, found)
    figures |= contradictions
    for name, field, value in (
        ("sources", "sources", lambda e: e["outlets"]),
        ("status", "status", lambda e: e["status"]),
    ):
        checks = [(e["id"], (event := found.of(e["id"])) and value(event) == e[field]) for e in events if field in e]
        if checks:
            figures[name] = _share([bool(passed) for _, passed in checks])
        wrong += [f"{name}: {event}" for event, passed in checks if not passed]
    related = {
        (e["id"], kind): _stands(found, e["id"], kind, e[name])
        for e in events
        for name, kind in _RELATIONS
        if name in e
    }
    if related:
        figures["relations"] = _share(list(related.values()))
    wrong += [f"{kind}: {event}" for (event, kind), passed in related.items() if not passed]
    return figures, faults + wrong


def _stands(found: Found, one: str, kind: str, other: str) -> bool:
    """Does the event that stands for a gold event have a relation to the one that stands for another?"""
    event, related = found.of(one), found.of(other)
    if event is None or related is None:
        return False
    return {"type": kind, "event": related["id"]} in [
        {"type": r["type"], "event": r["event"]} for r in event["relations"]
    ]


def _links(tellings: Mapping[Telling, frozenset[str]]) -> tuple[dict[str, float], list[str]]:
    right = joined = known = 0
    faults = []
    for one, other in combinations(tellings, 2):
        linked, same = bool(tellings[one] & tellings[other]), one[1] == other[1]
        joined, known, right = joined + linked, known + same, right + (linked and same)
        if linked != same:
            faults.append(f"{'joined' if linked else 'not joined'}: {' '.join(one)} and {' '.join(other)}")
    precision, recall = right / max(1, joined), right / max(1, known)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"links precision": round(precision, 3), "links recall": round(recall, 3), "links F1": round(f1, 3)}, faults


def _contradictions(events: Iterable[Row], found: Found) -> tuple[dict[str, float], list[str]]:
    right = made = known = 0
    faults = []
    for wanted in events:
        event = found.of(wanted["id"])
        told = {disagreement["field"] for disagreement in event["disagreements"]} if event else set()
        expected = {wanted["contradiction"]} if "contradiction" in wanted else set()
        right, made, known = right + len(told & expected), made + len(told), known + len(expected)
        faults += [f"contradiction of {field} missed: {wanted['id']}" for field in sorted(expected - told)]
        faults += [f"contradiction of {field} made up: {wanted['id']}" for field in sorted(told - expected)]
    return {
        "contradiction recall": round(right / max(1, known), 3),
        "contradiction precision": round(right / max(1, made), 3),
    }, faults


def _share(passed: Sequence[bool]) -> float:
    return round(sum(passed) / max(1, len(passed)), 3)


def measure(gold: Row) -> tuple[dict[str, dict[str, float]], dict[str, list[str]]]:
    """Figures and faults of both halves of the wordings (``both``) and of each."""
    with tempfile.TemporaryDirectory() as folder:
        exported = export(gold["articles"], Path(folder))
    halves = {"tuned": "tuned", "held out": "held out", "both": None}
    scored = {name: score(gold, exported, half) for name, half in halves.items()}
    return {name: figures for name, (figures, _) in scored.items()}, {name: f for name, (_, f) in scored.items()}


def main() -> None:
    """Print the figures; with ``--faults`` also what is wrong in the tuned half: the other is not to be tuned on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--faults", action="store_true", help="print the faults of the tuned half first")
    options = parser.parse_args()
    for gold in SETS:
        figures, faults = measure(json.loads(gold.read_text(encoding="utf-8")))
        if options.faults:
            print("\n".join(faults["tuned"]))
        for name in ("tuned", "held out"):
            print(f"{gold.stem}, {name}: {', '.join(f'{k} {v:g}' for k, v in figures[name].items())}")
        print(json.dumps(figures["both"]))


if __name__ == "__main__":
    main()
