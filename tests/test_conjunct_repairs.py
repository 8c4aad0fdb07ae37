"""A noun between two days is coordinated with the object, not with the day before it."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "kind", "countries"),
    [
        ("The Chadian premier met the Kenyan king on Monday and the Malian president on Tuesday.", "meeting", {"MLI"}),
        ("Norway attacked Chad on Monday and Kenya the day after.", "attack", {"TCD", "KEN"}),
        ("Norway signed the pact on Monday and Kenya ratified it on Tuesday.", "signing", {"NOR"}),
    ],
)
def test_conjunct_repairs_join_noun_between_days(reader: Reader, text: str, kind: str, countries: set[str]) -> None:
    reports = [r for r in reader.read(text).reports if r.kind == kind]
    assert len(reports) == 1
    assert countries <= {p.country for p in reports[0].participants}
