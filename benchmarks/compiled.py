"""What compiling the rules of reading brings: the same readings, in less time.

``python benchmarks/compiled.py build/wheel`` unpacks the package that ``make wheel`` built and has it and this one turn
the same articles into readings, in turns, each in processes of its own. The readings have to be the same to the byte;
else the exit code is 1 and the first articles that differ are named. What is compared of time is the processor's.

    python benchmarks/compiled.py build/wheel --corpus reuters.jsonl.gz --articles 500 --rounds 3
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from itertools import zip_longest
from pathlib import Path

from speed import COMMAND, articles, run, unpacked, words_in, write


def code(source: Path, target: Path, package: Path | None) -> float:
    """Have a package, or this one, turn articles into readings; the seconds of the processor that took."""
    return run([COMMAND, "code"], source.read_text(encoding="utf-8"), target, package=package).cpu


def differing(one: Path, other: Path) -> list[str]:
    """The ids of the articles whose readings are not the same."""
    with one.open("rb") as ours, other.open("rb") as theirs:
        return [json.loads(a or b or b"{}")["id"] for a, b in zip_longest(ours, theirs) if a != b]


def main() -> None:
    """Compare the two and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder with a package that make wheel built")
    parser.add_argument("--corpus", type=Path, help="articles as JSON Lines, gzipped or not (default: the sample)")
    parser.add_argument("--articles", type=int, default=120, help="how many articles are read (default: 120)")
    parser.add_argument("--rounds", type=int, default=1, help="rounds of the comparison (default: 1)")
    chosen = parser.parse_args()
    os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        package = unpacked(chosen.folder, folder / "package")
        rows = articles(chosen.corpus, chosen.articles)
        every, first = write(rows, folder / "all.jsonl"), write(rows[:1], folder / "one.jsonl")
        plain, compiled = folder / "plain.jsonl", folder / "compiled.jsonl"
        ratios = []
        for _ in range(chosen.rounds):
            took = [
                code(every, target, of) - code(first, folder / "first.jsonl", of)
                for target, of in ((plain, None), (compiled, package))
            ]
            ratios.append(took[0] / took[1])
            if differ := differing(plain, compiled):
                sys.exit(f"{len(differ)} of {len(rows)} articles are read otherwise: {', '.join(differ[:9])}")
        spread = f"{statistics.median(ratios):.2f} times as fast compiled ({min(ratios):.2f} to {max(ratios):.2f})"
        print(f"{len(rows)} articles, {words_in(rows)} words: the same readings, {spread}")


if __name__ == "__main__":
    main()
