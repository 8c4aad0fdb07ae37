"""Reports judged by hand against their sentence: is each of kind, actor, recipient and status right?

``python benchmarks/judged.py draw --seed 7 --count 200`` reads articles of the corpora in ``$COMMUNIQUE_GOLD/data`` in
an order drawn by the seed, draws as many reports of each corpus, and writes two files: ``--rows``, a JSON line a
report with ``"right": null``, and ``--sheet``, the same reports with their sentences, to judge by. A judge replaces
each ``null`` by four booleans. The rows hold ids, character spans and codes, none of the corpora's words, and those in
``judged_reports.jsonl`` are kept here; ``judged_reports.md`` says how they were judged.

``python benchmarks/judged.py measure`` reads the articles again and says what share of the reports that still come out
as they were judged is right, and how many do not come out any more.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import json
import os
import random
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from communique.reading.reader import Reader, load
from communique.records import Participant, Report, Span, Status

JUDGED = Path(__file__).with_name("judged_reports.jsonl")
CORPORA = {
    "wikinews": "wikinews.jsonl.gz",
    "reuters": "reuters_5k.jsonl.gz",
    "times": "times_dev.jsonl.gz",
    "places": "places_dev.jsonl.gz",
    "quotes": "quotes_dev.jsonl.gz",
    "stories": "stories_dev.jsonl.gz",
}
#: Corpora to run on; the others are gold data for something else, and judged for the fit of the confidence.
DRAWN = ("wikinews", "reuters")
#: Reports are drawn from this many articles of each corpus.
POOL = 600
PARTS = ("kind", "actor", "recipient", "status")

Row = dict[str, Any]


def articles(corpus: str) -> Iterator[Row]:
    """The articles of a corpus in the file's order, each with an id of its own."""
    path = Path(os.environ["COMMUNIQUE_GOLD"]) / "data" / CORPORA[corpus]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            article = json.loads(line)
            # Some ids of the Reuters file stand for several articles; the line number does not.
            own = f"reuters-{number}" if corpus == "reuters" else article["id"]
            yield article | {"id": own, "published": _day(article.get("published"))}


def _day(text: str | None) -> str | None:
    """A day as an article may give it, ``None`` where it is written in another way."""
    try:
        return datetime.date.fromisoformat(text).isoformat() if text else None
    except ValueError:
        return None


def reports(reader: Reader, article: Row) -> tuple[Report, ...]:
    """The reports of an article of a corpus."""
    return reader.read(article["text"], title=article.get("title"), published=article.get("published")).reports


def row_of(
    corpus: str, article: Row, trigger: Span, frame: str, status: Status, participants: Sequence[Participant]
) -> Row:
    """What identifies a report, without its words; two equal rows are the same reading."""
    parties = [
        [p.role, p.span.start if p.span else None, p.span.end if p.span else None, p.country] for p in participants
    ]
    place = [trigger.start, trigger.end]
    return {
        "corpus": corpus,
        "article": article["id"],
        "trigger": place,
        "frame": frame,
        "status": status,
        "parties": parties,
        "right": None,
    }


def row_of_report(corpus: str, article: Row, report: Report) -> Row:
    """The row of a report as it was read."""
    return row_of(corpus, article, report.trigger, report.frame, report.status, report.participants)


def key_of(row: Row) -> str:
    """The row without its verdict, as a key."""
    return json.dumps({k: v for k, v in row.items() if k not in {"right", "set"}}, sort_keys=True)


def sheet_of(number: int, report: Report) -> str:
    """A report and its sentence, for the judge."""
    parties = "; ".join(f"{p.role} {p.name} ({p.country or '?'}, {p.sector or '-'})" for p in report.participants)
    sentence = " ".join(report.evidence.text.split())
    return f"{number} {report.kind}/{report.status} <{report.trigger.text}> {parties}\n    {sentence}\n"


def draw(seed: int, count: int, rows: Path, sheet: Path) -> None:
    """Draw reports at random, as many of each corpus, and write them as rows and as a sheet."""
    reader, chance = load(), random.Random(seed)
    drawn: list[tuple[Row, Report]] = []
    for corpus in DRAWN:
        read = list(articles(corpus))
        chance.shuffle(read)
        pool = [(row_of_report(corpus, a, r), r) for a in islice(read, POOL) for r in reports(reader, a)]
        drawn += chance.sample(pool, min(count // len(DRAWN), len(pool)))
    rows.write_text("".join(json.dumps(row) + "\n" for row, _ in drawn), encoding="utf-8")
    sheet.write_text("".join(sheet_of(n, report) for n, (_, report) in enumerate(drawn)), encoding="utf-8")


def measure(path: Path) -> dict[str, float]:
    """The shares of judged reports that are right, of those that still come out as they were judged."""
    judged = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wanted = {(row["corpus"], row["article"]) for row in judged}
    reader = load()
    now = {
        key_of(row_of_report(corpus, article, report))
        for corpus in CORPORA
        for article in articles(corpus)
        if (corpus, article["id"]) in wanted
        for report in reports(reader, article)
    }
    kept = [row["right"] for row in judged if key_of(row) in now]
    figures = {part: sum(r[i] for r in kept) / max(len(kept), 1) for i, part in enumerate(PARTS)}
    return figures | {"all right": sum(map(all, kept)) / max(len(kept), 1), "judged": len(judged), "kept": len(kept)}


def main() -> int:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("--seed", type=int, required=True)
    drawing.add_argument("--count", type=int, default=200)
    drawing.add_argument("--rows", type=Path, default=Path("rows.jsonl"))
    drawing.add_argument("--sheet", type=Path, default=Path("sheet.txt"))
    measuring = commands.add_parser("measure")
    measuring.add_argument("file", type=Path, nargs="?", default=JUDGED)
    options = parser.parse_args()
    if "COMMUNIQUE_GOLD" not in os.environ:
        print("set COMMUNIQUE_GOLD to the folder that holds data/ with the corpora", file=sys.stderr)
        return 2
    if options.command == "draw":
        draw(options.seed, options.count, options.rows, options.sheet)
    else:
        print(json.dumps(measure(options.file), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
