"""How fast articles are read, in whole processes side by side: reading against the bare spaCy pipeline on one text.

``python benchmarks/speed.py`` runs each contestant as a process of its own, in turns, several rounds in one go, so that
whatever else the machine does falls on all of them. What is measured is processor time, of the process and its
children, beyond that of the same process on one article: loading is told apart. Ratios are taken within a round, and
medians over the rounds. Without ``--corpus`` the articles of the packaged sample are read, each as often as it takes.

    python benchmarks/speed.py --corpus reuters.jsonl.gz --articles 500 --growth 100,1000 --out build/bench

writes ``speed.md`` and ``speed.svg`` into ``build/bench`` and prints the tables. ``--compiled build/wheel`` has the
package that ``make wheel`` built there read beside this one.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import communique

SAMPLE = Path(communique.__file__).parent / "samples"
COMMAND = Path(sys.executable).with_name("communique")
SENTENCE = '{"text": "Germany and France signed an agreement in Paris on Monday.", "published": "2017-04-12"}\n'
BARE = "bare spaCy pipeline"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds of the processor, seconds on the clock, MiB of memory at its peak."""

    cpu: float
    wall: float
    peak: float


def articles(corpus: Path | None, most: int) -> list[Row]:
    """The first articles of a JSON Lines file, or those of the sample over and over, each with an id of its own."""
    if corpus is None:
        metadata = map(json.loads, (SAMPLE / "metadata.jsonl").read_text(encoding="utf-8").splitlines())
        rows: Iterator[Row] = cycle(
            [
                {"text": (SAMPLE / line["file"]).read_text(encoding="utf-8"), "published": line["published"]}
                for line in metadata
            ]
        )
    else:
        opener = gzip.open if corpus.suffix == ".gz" else open
        with opener(corpus, "rt", encoding="utf-8") as lines:
            rows = iter([json.loads(line) for line in islice(lines, most)])
    known = ("text", "title", "published", "outlet")
    return [{"id": f"a{n}", **{k: row[k] for k in known if row.get(k)}} for n, row in enumerate(islice(rows, most))]


def words_in(rows: Sequence[Row]) -> int:
    """Words as white space divides them."""
    return sum(len(row["text"].split()) for row in rows)


def write(rows: Sequence[Row], path: Path) -> Path:
    """The articles as JSON Lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def unpacked(folder: Path, into: Path) -> Path:
    """The newest package in a folder, unpacked, and sure to be compiled.

    Raises:
        SystemExit: there is none, or it is plain Python.

    """
    wheels = sorted(folder.glob("communique-*.whl"), key=lambda path: path.stat().st_mtime)
    if not wheels:
        sys.exit(f"{folder}: no package is there; build it with: make wheel")
    with zipfile.ZipFile(wheels[-1]) as package:
        if not any(Path(name).suffix in {".so", ".pyd"} for name in package.namelist()):
            sys.exit(f"{wheels[-1]}: nothing in it is compiled; build it with: make wheel")
        package.extractall(into)
    return into


def run(
    command: Sequence[str | Path], given: str = "", said_to: Path = Path(os.devnull), *, package: Path | None = None
) -> Cost:
    """Run a command to its end, its output going to a file, and measure it with its children.

    With an unpacked ``package``, that takes the place of this one.
    """
    started = time.perf_counter()
    env = os.environ | ({} if package is None else {"PYTHONPATH": str(package)})
    with tempfile.TemporaryFile() as stdin, said_to.open("wb") as stdout:
        stdin.write(given.encode())
        stdin.seek(0)
        process = subprocess.Popen(list(map(str, command)), stdin=stdin, stdout=stdout, stderr=subprocess.PIPE, env=env)
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit code {process.returncode}\n{said.decode()}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss / 1024)


def read_command(source: Path, folder: Path, *, jobs: int = 1, package: Path | None = None) -> Cost:
    """`communique read` of a file into a new store, by this package or an unpacked one."""
    store = folder / "bench.db"
    for old in folder.glob("bench.db*"):
        old.unlink()
    return run([COMMAND, "read", source, "--store", store, "--jobs", str(jobs)], package=package)


def bare_command(source: Path, _: Path) -> Cost:
    """The stock pipeline of the same model over the same texts, and nothing else."""
    return run([sys.executable, __file__, "--bare", source])


def bare(source: Path) -> None:
    """What a bare pipeline does: tag, parse, recognise entities, lemmatise."""
    from communique.reading.model import load_model

    nlp = load_model(faster=False)
    lines = source.read_text(encoding="utf-8").splitlines()
    for _ in nlp.pipe(json.loads(line)["text"] for line in lines):
        pass


def side_by_side(rows: Sequence[Row], rounds: int, folder: Path, package: Path | None) -> tuple[list[Row], list[str]]:
    """Words a second of a core of each contestant, and the ratio of ours to the bare pipeline, over rounds."""
    whole, one = write(rows, folder / "all.jsonl"), write(rows[:1], folder / "one.jsonl")
    contestants: dict[str, Callable[[Path, Path], Cost]] = {BARE: bare_command, "communique read": read_command}
    if package is not None:
        contestants["communique read, compiled"] = partial(read_command, package=package)
    words = words_in(rows) - words_in(rows[:1])
    speeds: dict[str, list[float]] = {name: [] for name in contestants}
    costs: dict[str, list[Cost]] = {name: [] for name in contestants}
    loads: dict[str, list[Cost]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, command in contestants.items():
            loads[name].append(command(one, folder))
            costs[name].append(command(whole, folder))
            speeds[name].append(words / (costs[name][-1].cpu - loads[name][-1].cpu))
    table = [
        {
            "process": name,
            "words/s of a core": round(statistics.median(speeds[name])),
            "articles/s": round(statistics.median(speeds[name]) * (len(rows) - 1) / words, 1),
            "seconds to load": round(statistics.median(cost.cpu for cost in loads[name]), 2),
            "peak memory, MiB": round(max(cost.peak for cost in costs[name])),
        }
        for name in contestants
    ]
    remarks = []
    for name in contestants.keys() - {BARE}:
        ratios = [ours / theirs for theirs, ours in zip(speeds[BARE], speeds[name], strict=True)]
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        remarks.append(f"{name}: {statistics.median(ratios):.2f} times as fast as the bare pipeline ({spread}).")
    return table, sorted(remarks)


def processes(rows: Sequence[Row], rounds: int, folder: Path) -> tuple[list[Row], list[str]]:
    """`--jobs 2` on all articles against two runs at once, each with half of them, by the clock."""
    halves = [write(rows[::2], folder / "even.jsonl"), write(rows[1::2], folder / "odd.jsonl")]
    whole = write(rows, folder / "all.jsonl")
    ratios, walls = [], []
    for _ in range(rounds):
        started = time.perf_counter()
        runs = [
            subprocess.Popen(
                [COMMAND, "read", half, "--store", folder / f"half{n}-{time.time_ns()}.db", "--jobs", "1"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            for n, half in enumerate(halves)
        ]
        for process in runs:
            process.wait()
        apart = time.perf_counter() - started
        together = read_command(whole, folder, jobs=2).wall
        walls.append((together, apart))
        ratios.append(apart / together)
    table = [
        {"run": "--jobs 2 on all articles", "seconds": round(statistics.median(w[0] for w in walls), 1)},
        {"run": "two runs at once, half each", "seconds": round(statistics.median(w[1] for w in walls), 1)},
    ]
    return table, [f"--jobs 2 reaches {statistics.median(ratios):.2f} of what two separate processes do."]


def growth(rows: Sequence[Row], sizes: Sequence[int], folder: Path) -> tuple[list[Row], list[str]]:
    """Processor time and memory of reading by the number of articles, and the power that time grows with."""
    table: list[Row] = []
    supply = list(islice(cycle(rows), max(sizes)))
    base = read_command(write(rows[:1], folder / "one.jsonl"), folder).cpu
    for size in sizes:
        some = [{**row, "id": f"g{n}"} for n, row in enumerate(supply[:size])]
        cost = read_command(write(some, folder / "some.jsonl"), folder)
        seconds, words = cost.cpu - base, words_in(some)
        table.append(
            {
                "articles": size,
                "words": words,
                "seconds": round(seconds, 1),
                "words/s of a core": round(words / seconds),
                "peak memory, MiB": round(cost.peak),
            }
        )
    first, last = table[0], table[-1]
    power = math.log(last["seconds"] / first["seconds"]) / math.log(last["words"] / first["words"])
    return table, [f"Processor time grows with the power {power:.2f} of the words, loading apart."]


def stages(rows: Sequence[Row]) -> tuple[list[Row], list[str]]:
    """Where the time of reading goes, in this process."""
    from communique.reading import reader

    seconds: dict[str, float] = {}
    names = {
        "find_actors": "actors",
        "find_times": "times",
        "find_places": "places",
        "find_statements": "statements",
        "find_reports": "reports",
        "clean": "page furniture",
        "detect": "language",
        "split_blocks": "blocks",
        "parse": "annotation (tokens to entities)",
    }
    ours = communique.load()
    read = [communique.Article(**{**row, "published": _day(row)}) for row in rows]
    for _ in ours.pipe(read[:5], clean=True):
        pass
    with timed(reader, names, seconds):
        started = time.process_time()
        for _ in ours.pipe(read, clean=True):
            pass
        total = time.process_time() - started
    seconds["everything else"] = total - sum(seconds.values())
    words = words_in(rows)
    table = [
        {"stage": name, "share": f"{spent / total:.0%}", "microseconds a word": round(spent / words * 1e6, 1)}
        for name, spent in sorted(seconds.items(), key=lambda item: -item[1])
    ]
    return table, [f"In one process, warm: {round(words / total)} words/s of a core."]


@contextmanager
def timed(module: Any, names: Mapping[str, str], seconds: dict[str, float]) -> Iterator[None]:  # noqa: ANN401
    """Measure the functions of a module under other names while the block runs; generators count while they work."""
    before = {name: getattr(module, name) for name in names}

    def measure(function: Callable[..., Any], label: str) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:  # noqa: ANN401
            started = time.process_time()
            found = function(*args, **options)
            if isinstance(found, Iterator):
                found = iter(list(found))
            seconds[label] = seconds.get(label, 0.0) + time.process_time() - started
            return found

        return call

    try:
        for name, label in names.items():
            setattr(module, name, measure(before[name], label))
        yield
    finally:
        for name, function in before.items():
            setattr(module, name, function)


def cold_start(rounds: int) -> tuple[list[Row], list[str]]:
    """`communique code` on one sentence, from nothing."""
    costs = [run([COMMAND, "code"], SENTENCE) for _ in range(rounds)]
    seconds = statistics.median(cost.wall for cost in costs)
    peak = max(cost.peak for cost in costs)
    return [{"seconds on the clock": round(seconds, 2), "peak memory, MiB": round(peak)}], []


def _day(row: Row) -> datetime.date | None:
    return datetime.date.fromisoformat(row["published"]) if "published" in row else None


def markdown(title: str, table: Sequence[Row], remarks: Sequence[str]) -> str:
    """A section with a table."""
    head = list(table[0])
    lines = [f"## {title}", "", "| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(str(row[key]) for key in head) + " |" for row in table]
    return "\n".join([*lines, "", *remarks, ""])


def plot(table: Sequence[Row], path: Path) -> None:
    """Words a second as bars."""
    import altair

    values = altair.Data(values=[{"process": r["process"], "speed": r["words/s of a core"]} for r in table])
    chart = altair.Chart(values, width=480).mark_bar()
    chart.encode(y=altair.Y("process:N", title=None), x=altair.X("speed:Q", title="words/s of a core")).save(str(path))


def main() -> None:
    """Run what was asked for, print the tables and write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="articles as JSON Lines, gzipped or not (default: the sample)")
    parser.add_argument("--articles", type=int, default=120, help="how many articles are read (default: 120)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of each comparison (default: 3)")
    parser.add_argument("--growth", default="", metavar="N,N", help="numbers of articles to measure growth with")
    parser.add_argument("--jobs", action="store_true", help="compare --jobs 2 with two processes as well")
    parser.add_argument("--compiled", type=Path, metavar="FOLDER", help="where make wheel put the compiled package")
    parser.add_argument("--out", type=Path, help="folder for speed.md and speed.svg")
    parser.add_argument("--bare", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    if chosen.bare is not None:
        bare(chosen.bare)
        return
    rows = articles(chosen.corpus, chosen.articles)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        package = None if chosen.compiled is None else unpacked(chosen.compiled, folder / "package")
        against = side_by_side(rows, chosen.rounds, folder, package)
        sections = {
            f"{len(rows)} articles, {words_in(rows)} words": against,
            "Where the time goes": stages(rows),
            "From nothing to one sentence": cold_start(chosen.rounds),
        }
        if chosen.jobs:
            sections["Two processes"] = processes(rows, chosen.rounds, folder)
        if chosen.growth:
            sections["Growth"] = growth(rows, [int(size) for size in chosen.growth.split(",")], folder)
    report = "\n".join(markdown(title, *section) for title, section in sections.items())
    print(report)
    if chosen.out is not None:
        chosen.out.mkdir(parents=True, exist_ok=True)
        (chosen.out / "speed.md").write_text(report, encoding="utf-8")
        plot(against[0], chosen.out / "speed.svg")


if __name__ == "__main__":
    main()
