"""Occasions that are prepared, meant or not over yet."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        (
            "The ministers of Chad and Niger referred the issue to the central bank governors for further discussion.",
            "meeting",
            "planned",
        ),
        ("No date has been set for the meeting between Chad and Niger.", "meeting", "planned"),
        ("The talks between Chad and Niger were due to start in Oslo.", "meeting", "planned"),
        ("The purpose of the meeting of Chad and Niger will be to discuss fishing.", "meeting", "planned"),
        ("The minister said that the talks between Chad and Niger would not end soon.", "meeting", "ongoing"),
        ("The Chadian king returned to Oslo for talks with Niger.", "meeting", "planned"),
        (
            "The Chadian premier returned to Oslo for a news conference held with a mayor.",
            "press conference",
            "occurred",
        ),
    ],
)
def test_prospect_of_occasions(reader: Reader, text: str, kind: str, status: str) -> None:
    assert [r.status for r in reader.read(text).reports if r.kind == kind] == [status]
