"""Fit the confidence of reports to those that were judged by hand.

``COMMUNIQUE_GOLD=… python tools/fit_confidence.py`` reads the articles of ``benchmarks/judged_reports.jsonl`` again,
takes the features of every report that still comes out as it was judged, fits a logistic regression with a quadratic
penalty (Hoerl and Kennard's ridge, for logistic regression le Cessie and van Houwelingen 1992) to the rows whose
``set`` is ``fit``, and writes ``confidence.json`` into the lexicon.

Rules were mended by what had been judged, and mended reports come out no more, so those that do come out are better
than others. The level of the probabilities is therefore set, by the intercept alone ("calibration in the large", Cox
1958), to the rows whose ``set`` is ``fresh``: words that nobody had judged before and that no rule was mended by. They
have no part in the weights; how far the probabilities can be trusted is measured on them and written into
``docs/confidence.md``.
"""

from __future__ import annotations

import datetime
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

import judged  # noqa: E402 - a script beside this one's folder
from communique.reading.candidates import Candidate, find_candidates  # noqa: E402
from communique.reading.confidence import Confidence, features_of  # noqa: E402
from communique.reading.events import trigger_span  # noqa: E402
from communique.reading.reader import Reader, load  # noqa: E402

WEIGHTS = ROOT / "src/communique/lexicon/confidence.json"
DOCUMENT = ROOT / "docs/confidence.md"
_MADE = re.compile(r"<!-- reliability -->\n.*?<!-- end -->", re.DOTALL)
PENALTY = 15.0
#: A feature of fewer reports says nothing that would hold for others.
SEEN = 3
EDGES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 1.01)

Vector = NDArray[np.float64]
Example = tuple[str, tuple[str, ...], bool]


def examples(reader: Reader) -> Iterator[Example]:
    """Set, features and verdict of each judged report that still comes out."""
    rows = [json.loads(line) for line in judged.JUDGED.read_text(encoding="utf-8").splitlines()]
    verdicts = {judged.key_of(row): (row["set"], all(row["right"])) for row in rows}
    wanted = {(row["corpus"], row["article"]) for row in rows}
    for corpus in judged.CORPORA:
        for article in judged.articles(corpus):
            if (corpus, article["id"]) in wanted:
                for candidate in _candidates(reader, article):
                    trigger, status, roles = candidate.trigger, candidate.status, candidate.roles
                    place = (trigger_span(trigger), trigger.frame.id, status, roles.participants())
                    verdict = verdicts.get(judged.key_of(judged.row_of(corpus, article, *place)))
                    if verdict is not None:
                        yield verdict[0], features_of(trigger, roles, status), verdict[1]


def _candidates(reader: Reader, article: dict[str, Any]) -> Iterator[Candidate]:
    day = article.get("published")
    published = datetime.date.fromisoformat(day) if day else None
    read = reader.analyse(article["text"], published, article.get("title"))
    return find_candidates(read.parsed, read.cast, read.times, read.places, reader.events)


def fit(rows: Sequence[tuple[str, ...]], right: Vector) -> tuple[float, dict[str, float]]:
    """Bias and weights of the penalised regression, by Newton's method; the bias is not penalised."""
    seen = Counter(feature for row in rows for feature in row)
    names = sorted(feature for feature, count in seen.items() if count >= SEEN)
    column = {name: i + 1 for i, name in enumerate(names)}
    table = np.zeros((len(rows), len(names) + 1))
    table[:, 0] = 1
    for i, row in enumerate(rows):
        table[i, [column[f] for f in row if f in column]] = 1
    penalty = np.full(len(names) + 1, PENALTY)
    penalty[0] = 1e-6
    weights = np.zeros(len(names) + 1)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - chance) - penalty * weights
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return float(weights[0]), {name: float(weights[i]) for name, i in column.items()}


def levelled(bias: float, odds: Vector, right: Vector) -> float:
    """The intercept with which probabilities of given log odds, on average, are as high as the share that is right."""
    for _ in range(50):
        chance = 1 / (1 + np.exp(-(odds + bias)))
        bias += (right - chance).sum() / (chance * (1 - chance)).sum()
    return float(bias)


def table(chance: Vector, right: Vector) -> Iterator[str]:
    """Reliability: how many of the reports of each band of probability are right."""
    yield "| probability | reports | mean probability | right |"
    yield "| --- | --- | --- | --- |"
    for low, high in pairwise(EDGES):
        inside = (chance >= low) & (chance < high)
        if inside.any():
            band = f"{low:.1f} to {min(high, 1):.1f}"
            yield f"| {band} | {inside.sum()} | {chance[inside].mean():.2f} | {right[inside].mean():.2f} |"
    yield f"Brier score {np.mean((chance - right) ** 2):.3f}; of a constant {right.mean() * (1 - right.mean()):.3f}"


def _write_table(chance: Vector, right: Vector) -> None:
    rows = "\n".join(line for line in table(chance, right) if line.startswith("|"))
    text = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(_MADE.sub(f"<!-- reliability -->\n\n{rows}\n\n<!-- end -->", text), encoding="utf-8")


def main() -> None:
    """Fit, write the weights and print how reliable they are."""
    found = list(examples(load()))
    fitted = [e for e in found if e[0] == "fit"]
    fresh = [e for e in found if e[0] == "fresh"]
    outcome = np.array([float(e[2]) for e in fresh])
    _, weights = fit([e[1] for e in fitted], np.array([float(e[2]) for e in fitted]))
    small = {name: round(weight, 3) for name, weight in weights.items() if abs(weight) >= 0.01}
    odds = np.array([sum(small.get(feature, 0.0) for feature in e[1]) for e in fresh])
    model = Confidence(round(levelled(0.0, odds, outcome), 3), small)
    chance = np.array([model.of(e[1]) for e in fresh])
    print(f"fitted to {len(fitted)} reports; of {len(fresh)} fresh ones {outcome.mean():.3f} are right\n")
    print("\n".join(table(chance, outcome)))
    _write_table(chance, outcome)
    WEIGHTS.write_text(json.dumps({"bias": model.bias, "weights": model.weights}, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
