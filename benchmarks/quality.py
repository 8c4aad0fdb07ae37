"""Quality floors: how well articles are read, measured, and never less well than before.

``python benchmarks/quality.py`` reads the packaged sample with the command as a user would, compares what comes out
with ``sample.json``, measures linking on the invented news of ``links.json`` and the like, and what is read of the acts
in the files of ``acts.py``, and fails when a figure lies below its floor in ``floors.json``. Floors
belong to one gold file, named by its SHA-256: when that changes, they must be raised anew. With ``COMMUNIQUE_GOLD`` set
to a folder that holds ``score/`` and gold data, its scorers are run as well; without it, that is said and they are left
out. ``--raise`` writes the measured figures into ``floors.json``, and refuses where one of them is worse than its
floor.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import acts
import gold
import links
from communique.reading.reader import load

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "src/communique/samples"
FLOORS = ROOT / "benchmarks/floors.json"
COMMAND = Path(sys.executable).with_name("communique")
#: Figures of which less is better; of all others more is.
LESS_IS_BETTER = frozenset({"must-not broken", "unknown"})

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A gold file, and the scorer of ``COMMUNIQUE_GOLD`` that measures against it with which arguments."""

    name: str
    gold: str
    scorer: str
    arguments: tuple[str, ...]
    figures: tuple[str, ...]


EXTERNAL = (
    Corpus(
        "seeds",
        "seeds/gold.json",
        "articles.py",
        ("seeds/gold.json", "seeds"),
        (
            "events found",
            "when",
            "where",
            "status",
            "linked",
            "topics",
            "disagreement",
            "kept apart",
            "statements",
            "actors whole",
            "must-not broken",
        ),
    ),
    Corpus(
        "plover",
        "data/plover_gsr_dev.jsonl",
        "plover.py",
        ("data/plover_gsr_dev.jsonl",),
        ("event type right", "countries F1", "type, actor and recipient all right", "sector right"),
    ),
    Corpus(
        "meetings",
        "data/meetings_dev.jsonl",
        "meetings.py",
        ("data/meetings_dev.jsonl",),
        ("everyone found", "day right", "country right"),
    ),
    Corpus(
        "quotes",
        "data/quotes_dev.jsonl.gz",
        "quotes.py",
        ("data/quotes_dev.jsonl.gz",),
        ("overlap F1", "strict F1", "speaker right, of those found"),
    ),
    Corpus("times", "data/times_dev.jsonl.gz", "times.py", ("data/times_dev.jsonl.gz",), ("value F1",)),
    Corpus(
        "places",
        "data/places_dev.jsonl.gz",
        "places.py",
        ("data/places_dev.jsonl.gz",),
        ("recall", "within 161 km, of those found"),
    ),
    Corpus("stories", "data/stories_dev.jsonl.gz", "stories.py", ("data/stories_dev.jsonl.gz",), ("B3 F1",)),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures measured on one corpus, and what was at fault, a line each."""

    corpus: str
    sha256: str
    figures: Figures
    faults: Sequence[str] = ()


def export_sample(store: Path) -> gold.Export:
    """Read the packaged sample into a store and export it, each step as a command of its own."""

    def run(*arguments: str) -> str:
        done = subprocess.run([COMMAND, *arguments], capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"communique {' '.join(arguments)}: exit code {done.returncode}\n{done.stderr}")
        return done.stdout

    def rows(what: str) -> list[gold.Row]:
        exported = run("export", what, "--store", str(store), "--format", "jsonl")
        return [json.loads(line) for line in exported.splitlines()]

    run("read", str(SAMPLE), "--store", str(store))
    metadata = map(json.loads, (SAMPLE / "metadata.jsonl").read_text(encoding="utf-8").splitlines())
    number_at = {line["url"]: line["file"][:2] for line in metadata}
    return gold.Export(
        events=rows("events"),
        reports=rows("reports"),
        statements=rows("statements"),
        actors=rows("actors"),
        numbers={article["id"]: number_at[article["url"]] for article in rows("articles")},
    )


def measure_sample() -> Measured:
    """The sample's figures."""
    expected = ROOT / "benchmarks/sample.json"
    with tempfile.TemporaryDirectory() as folder:
        export = export_sample(Path(folder) / "sample.db")
    figures, faults = gold.score(json.loads(expected.read_text(encoding="utf-8")), export)
    return Measured("sample", digest(expected), figures, faults)


def measure_links() -> Iterator[Measured]:
    """The figures of linking on invented news, for the wordings that rules were mended on and for those held out."""
    for gold_set in links.SETS:
        figures, faults = links.measure(json.loads(gold_set.read_text(encoding="utf-8")))
        for half in ("tuned", "held out"):
            shown = faults[half] if half == "tuned" else ()
            yield Measured(f"{gold_set.stem}, {half}", digest(gold_set), figures[half], shown)


def measure_acts() -> Iterator[Measured]:
    """What is read of acts in passages and, where the corpora are at hand, in whole articles."""
    reader = load()
    for path in (*acts.WRITTEN, acts.ANNOTATED) if os.environ.get("COMMUNIQUE_GOLD") else acts.WRITTEN:
        for name, figures, _ in acts.halves(path, reader):
            yield Measured(name, digest(path), figures)


def measure_external(folder: Path) -> Iterator[Measured]:
    """The figures of each corpus of a gold folder, by the folder's own scorers."""
    for corpus in EXTERNAL:
        if not (folder / corpus.gold).exists():
            print(f"{corpus.name}: {folder / corpus.gold} is not there; left out")
            continue
        done = subprocess.run(
            [sys.executable, f"score/{corpus.scorer}", *corpus.arguments],
            cwd=folder,
            env=os.environ | {"COMMUNIQUE": str(COMMAND), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            sys.exit(f"{corpus.scorer}: exit code {done.returncode}\n{done.stderr}")
        figures = json.loads(done.stdout.splitlines()[-1])
        yield Measured(corpus.name, digest(folder / corpus.gold), {name: figures[name] for name in corpus.figures})


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_worse(name: str, value: float, floor: float) -> bool:
    """Is a figure worse than its floor?"""
    return value > floor if name in LESS_IS_BETTER else value < floor


def shortfalls(measured: Measured, floor: Mapping[str, Any] | None) -> list[str]:
    """Why the figures do not stand, one sentence a reason; nothing when they do."""
    if floor is None:
        return [f"{measured.corpus} has no floors; run with --raise"]
    if floor["sha256"] != measured.sha256:
        return [f"{measured.corpus}: the gold file has changed since its floors were set; run with --raise"]
    return [
        f"{measured.corpus}: {name} is {measured.figures.get(name)}, and its floor is {value}"
        for name, value in floor["figures"].items()
        if name not in measured.figures or is_worse(name, measured.figures[name], value)
    ]


def raised(measured: Measured, floor: Mapping[str, Any] | None) -> dict[str, Any]:
    """The floors at the measured figures.

    Raises:
        ValueError: a figure is worse than its floor, on the same gold.

    """
    if floor is not None and floor["sha256"] == measured.sha256 and (faults := shortfalls(measured, floor)):
        raise ValueError("; ".join(faults))
    return {"corpus": measured.corpus, "sha256": measured.sha256, "figures": measured.figures}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and compare with the floors (or raise them); 1 when a figure does not stand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="do_raise", action="store_true", help="raise the floors to what is measured")
    options = parser.parse_args(arguments)
    floors = {floor["corpus"]: floor for floor in json.loads(FLOORS.read_text(encoding="utf-8"))}
    measurements = [measure_sample(), *measure_links(), *measure_acts()]
    if folder := os.environ.get("COMMUNIQUE_GOLD"):
        measurements += measure_external(Path(folder))
    else:
        print("COMMUNIQUE_GOLD is not set: only the packaged sample and the project's own news are measured")
    failed = []
    for measured in measurements:
        print(f"{measured.corpus}: {', '.join(f'{name} {value:g}' for name, value in measured.figures.items())}")
        for fault in measured.faults:
            print(f"  {fault}")
        floor = floors.get(measured.corpus)
        if options.do_raise:
            try:
                floors[measured.corpus] = raised(measured, floor)
            except ValueError as error:
                failed.append(f"not raised: {error}")
        else:
            failed += shortfalls(measured, floor)
    if options.do_raise:
        FLOORS.write_text(json.dumps(list(floors.values()), indent=2) + "\n", encoding="utf-8")
    for line in failed:
        print(line, file=sys.stderr)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
