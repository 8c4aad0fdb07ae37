"""Recipients that a clause leaves to the one before it."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def recipients(reader: Reader, text: str, kind: str) -> list[str | None]:
    report = [r for r in reader.read(text).reports if r.kind == kind][-1]
    return [p.country or p.name for p in report.participants if p.role == "recipient"]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Chad had sent Kenya a plan, which Kenya rejected.", "rejection", ["TCD"]),
        ("Chad said that it had won, but Kenya rejected the claim.", "denial", ["TCD"]),
        ("Kenya said that it had won, and rejected the claim.", "denial", []),
        ("Chad said that it had won, but Kenya rejected Malian claims.", "denial", ["MLI"]),
    ],
)
def test_carried_over_author_of_what_is_rejected(reader: Reader, text: str, kind: str, expected: list[str]) -> None:
    assert recipients(reader, text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Norway cut ties with Chad in May and imposed a strict embargo.", "sanction", ["TCD"]),
        ("Norway has imposed sanctions on Chad, freezing its assets.", "sanction", ["TCD"]),
        ("Norway signed a deal with Chad and imposed a curfew.", "restriction", []),
    ],
)
def test_carried_over_side_that_several_measures_hit(reader: Reader, text: str, kind: str, expected: list[str]) -> None:
    assert recipients(reader, text, kind) == expected
