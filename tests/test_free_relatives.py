"""Clauses with "what" that stand for the thing they call so."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The Kenyan minister condemned what he called Ugandan aggression.", "condemnation", ["UGA"]),
        ("The Kenyan minister denounced what he described as Uganda's interference.", "condemnation", ["UGA"]),
        ("Kenya expressed concern over what it said was a Ugandan raid.", "condemnation", ["UGA"]),
        ("Kenya raised its tariffs in retaliation for what it called Uganda's failure to pay.", "sanction", ["UGA"]),
        ("The Kenyan minister condemned what he read in the Ugandan paper.", "condemnation", []),
    ],
)
def test_free_relatives_stand_for_what_they_name(reader: Reader, text: str, kind: str, expected: list[str]) -> None:
    reports = [r for r in reader.read(text).reports if r.kind == kind]
    assert [p.country for p in reports[0].participants if p.role == "recipient"] == expected
