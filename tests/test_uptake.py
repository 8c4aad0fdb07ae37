"""Whom an answer answers that takes up an act told right before."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def recipients(reader: Reader, text: str, kind: str) -> list[str | None]:
    report = [r for r in reader.read(text).reports if r.kind == kind][-1]
    return [p.country or p.name for p in report.participants if p.role == "recipient"]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Norway offered Chad a truce. Chad rejected the offer.", "rejection", ["NOR"]),
        ("Norway accused Chad of lying. Chad's foreign minister called the charge absurd.", "denial", ["NOR"]),
        ("Norway lifted a ban on Chadian beef. Chad welcomed the decision.", "praise", ["NOR"]),
        ("Norway offered Chad a truce. Chad rejected the offer of the Kenyans.", "rejection", ["KEN"]),
        ("Norway rejected Chad's plan. Norway's premier criticised the decision.", "condemnation", []),
        ("Norway expelled two Chadian diplomats. Chad condemned the decision to cut aid.", "condemnation", []),
        ("Norway accused Chad of lying and Niger accused Mali of theft. Kenya dismissed the claims.", "denial", []),
    ],
)
def test_uptake_names_whom_an_answer_answers(reader: Reader, text: str, kind: str, expected: list[str]) -> None:
    assert recipients(reader, text, kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway imposed tariffs on Chadian beef. It rained in Oslo. Norway imposed the tariffs in anger.", ["TCD"]),
        ("Norway imposed tariffs on Chadian beef. Norway also imposed tariffs.", []),
        ("Norway imposed tariffs on Chad. It imposed sanctions on Mali. Norway announced the sanctions in Oslo.", []),
        ("Norway imposed tariffs on Chad. Chad answered. It announced the sanctions in Oslo.", []),
    ],
)
def test_measure_told_again_hits_those_that_it_hit_before(reader: Reader, text: str, expected: list[str]) -> None:
    assert recipients(reader, text, "sanction") == expected
