"""Whom it is to help what somebody gives, offers or promises."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad promised new measures to help farmers hurt by the drought.", ["farmers"]),
        ("Chad approved loans totalling 20 million dollars to help finance works in Togo's ports.", ["Togo"]),
        ("Chad approved two loans amounting to two million dollars for works in Togo.", ["Togo"]),
        ("Chad approved a loan to assist a fishing programme under way in Togo.", ["Togo"]),
        ("Chad approved a loan for Togo to build a port.", ["Togo"]),
        ("Chad is willing to take part with several states in giving a loan to Togo.", ["Togo"]),
        ("Chad appears ready to allow Togolese banks to use its ports.", ["Togolese banks"]),
        ("Chad is proposing paying farmers 2,800 dollars a year to leave the land.", ["farmers"]),
        ("Chad proposed an amendment to allow judges to extradite smugglers.", []),  # who is let do it is told nothing
        ("Chad proposed an amendment to require banks to pay farmers.", []),  # the farmers are paid by another
        ("Chad allocated funds to help build a museum.", []),  # what is built is nobody
    ],
)
def test_beneficiaries_of_what_is_given_or_promised(reader: Reader, text: str, expected: list[str]) -> None:
    report = reader.read(text).reports[0]
    found = [p.span.text if p.span and p.type == "group" else p.name for p in report.participants if p.role != "actor"]
    assert found == expected
