"""Acts that careful readers found in news, against those that are read there.

Editors who did not know the program wrote three sets for this, each with all acts in it: ``passages.jsonl``, short
passages in the many wordings of news agencies, about one in eight without an act; ``dispatches.jsonl``, short articles
with background and reactions; and ``wordings.jsonl``, plain sentences that tell one act, a few for each kind in as many
wordings. ``annotated.jsonl`` has what readers who did not know it either found in whole articles of the corpora in
``$COMMUNIQUE_GOLD/data``: ids and values, none of the corpora's words. Rules were mended on one half of each, "tuned",
and the other only measured.

``python benchmarks/acts.py`` prints a line of figures for each half; ``--faults`` also what was missed or wrong in the
tuned one. An act is found if a report of its kind has everyone who takes part in it; ``day``, ``place``, ``status``
and ``direction`` are the shares, of all acts that have one, found with it right, and ``unknown`` is the share of the
reports, but for annotated articles, that are of no act the editor knows of.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from communique.lexicon.organisations import load_organisations
from communique.reading.reader import Reader, load
from gold import Tally, is_at, is_kind, is_party, is_within
from judged import articles

ANNOTATED = Path(__file__).with_name("annotated.jsonl")
WRITTEN = tuple(ANNOTATED.with_name(f"{name}.jsonl") for name in ("passages", "dispatches", "wordings"))
HALVES = ("tuned", "held out")

Row = Mapping[str, Any]


def rows(path: Path) -> list[Row]:
    """The gold rows of a file; those of annotated articles with their text, as far as the corpora are at hand."""
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if path in WRITTEN:
        return gold
    texts = dict(_texts({(row["corpus"], row["article"]) for row in gold}))
    return [row | {"text": texts[row["corpus"], row["article"]]} for row in gold]


def _texts(wanted: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], str]]:
    keys = set(wanted)
    for corpus in sorted({corpus for corpus, _ in keys}):
        for article in articles(corpus):
            if (corpus, article["id"]) in keys:
                title = f"{article['title']}\n\n" if article.get("title") else ""
                yield (corpus, article["id"]), title + article["text"]


def measure(gold: Iterable[Row], reader: Reader) -> tuple[dict[str, float], list[str]]:
    """The figures of some gold rows, and a line for each fault."""
    tally, faults, broken = Tally(), [], []
    for row in gold:
        reports = _reports(reader, row)
        known: set[str] = set()
        for wanted in row["events"]:
            alike = [report for report in reports if is_kind(report["kind"], wanted["kinds"])]
            known.update(report["id"] for report in alike)
            whole = [report for report in alike if _has(report, wanted["who"])]
            tally.add("acts found", bool(whole))
            checks = max((_checks(wanted, report) for report in whole or [None]), key=lambda c: sum(c.values()))
            for figure, passed in checks.items():
                tally.add(figure, passed)
            wrong = ", ".join(figure for figure, passed in checks.items() if not passed) if whole else "missed"
            faults += [f"{wrong}: {row.get('id', row.get('article'))} {_told(wanted)}"] if wrong else []
        for report in reports if "id" in row else ():  # of an article, readers need not have listed everything
            tally.add("unknown", report["id"] not in known)
        broken += [(rule["why"], any(_breaks(rule, r) for r in reports)) for rule in row.get("must_not", ())]
    figures = tally.shares() | ({"must-not broken": sum(breaks for _, breaks in broken)} if broken else {})
    return figures, faults + [f"must not: {why}" for why, breaks in broken if breaks]


def _reports(reader: Reader, row: Row) -> list[dict[str, Any]]:
    """The reports of a row's text, as exported, their participants with every name that they are known by."""
    reading = json.loads(msgspec.json.encode(reader.read(row["text"], published=row["published"])))
    names = {actor: set(known) for actor, known in _bodies().items()}
    for mention in reading["mentions"]:
        names.setdefault(mention["actor"], set()).update((mention["name"], mention["span"]["text"]))
    for report in reading["reports"]:
        for party in report["participants"]:
            party["names"] = sorted(names.get(party["actor"], ()))
    return list(reading["reports"])


@cache
def _bodies() -> Mapping[str, Sequence[str]]:
    """The names of known bodies by the ids that actors have of them."""
    return {f"org:{body.id}": (body.name, *body.names) for body in load_organisations()}


def _has(report: Row, who: Iterable[str]) -> bool:
    return all(any(is_party(one, party) for party in report["participants"]) for one in who)


def _breaks(rule: Row, report: Row) -> bool:
    """Is a report what must not come out?"""
    return report["kind"] in rule["kinds"] and report["status"] in rule["statuses"] and _has(report, rule["who"])


def _checks(wanted: Row, report: Row | None) -> dict[str, bool]:
    """Which fields of a report, if there is one, are as the gold has them, as far as it says."""
    doers, others = wanted.get("actor", ()), wanted.get("recipient", ())
    checks = {"status": report is not None and report["status"] in wanted["statuses"]}
    if wanted["when"]:
        checks["day"] = report is not None and is_within(report["time"], wanted["when"])
    if wanted["where"]:
        checks["place"] = report is not None and is_at(report["place"], wanted["where"])
    if doers or others:
        checks["direction"] = report is not None and _is_directed(report["participants"], doers, others)
    return checks


def _is_directed(parties: Iterable[Row], doers: Iterable[str], others: Iterable[str]) -> bool:
    """Do those act who should, and are the others those to whom it is done?"""
    acting = [party for party in parties if party["role"] == "actor"]
    suffering = [party for party in parties if party["role"] != "actor"]
    return all(any(is_party(who, p) for p in acting) for who in doers) and all(
        any(is_party(who, p) for p in suffering) for who in others
    )


def _told(wanted: Row) -> str:
    return f"{'/'.join(wanted['kinds'])} of {', '.join(wanted['who']) or 'nobody named'}"


def halves(path: Path, reader: Reader) -> Iterator[tuple[str, dict[str, float], list[str]]]:
    """The name, figures and faults of each half of a gold file."""
    gold = rows(path)
    for half in HALVES:
        if not (of_half := [row for row in gold if row["half"] == half]):
            continue
        figures, faults = measure(of_half, reader)
        yield f"{path.stem}, {half}", figures, faults


def main() -> int:
    """Print the figures of each half; with ``--faults`` also what is wrong in the tuned one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--faults", action="store_true", help="print the faults of the tuned halves first")
    options = parser.parse_args()
    reader = load()
    for path in (*WRITTEN, ANNOTATED):
        if path == ANNOTATED and "COMMUNIQUE_GOLD" not in os.environ:
            print("set COMMUNIQUE_GOLD to the folder that holds data/ to measure whole articles", file=sys.stderr)
            continue
        for name, figures, faults in halves(path, reader):
            if options.faults and name.endswith("tuned"):
                print("\n".join(faults))
            print(f"{name}: {', '.join(f'{figure} {value:g}' for figure, value in figures.items())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
