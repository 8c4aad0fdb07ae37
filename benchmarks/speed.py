"""How fast articles are read: the packaged sample over and over, in one process, after a warm-up."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import communique

SAMPLE = Path(communique.__file__).parent / "samples"


def sample_articles() -> list[tuple[str, str]]:
    """Text and publication day of each article of the sample."""
    lines = map(json.loads, (SAMPLE / "metadata.jsonl").read_text(encoding="utf-8").splitlines())
    return [((SAMPLE / line["file"]).read_text(encoding="utf-8"), line["published"]) for line in lines]


def main() -> None:
    """Time the model's loading and the reading; print articles and words a second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10, help="how many times the sample is read (default: 10)")
    rounds = parser.parse_args().rounds
    started = time.perf_counter()
    reader = communique.load()
    print(f"model and lexicon loaded in {time.perf_counter() - started:.1f} s")
    articles = sample_articles()
    for text, published in articles:
        reader.read(text, published=published)
    started = time.perf_counter()
    for _ in range(rounds):
        for text, published in articles:
            reader.read(text, published=published)
    seconds = time.perf_counter() - started
    read = rounds * len(articles)
    words = rounds * sum(len(text.split()) for text, _ in articles)
    print(f"{read} articles in {seconds:.1f} s: {read / seconds:.1f} articles/s, {words / seconds:.0f} words/s")


if __name__ == "__main__":
    main()
