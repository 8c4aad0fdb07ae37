"""Private people whom an article shows in public affairs."""

from __future__ import annotations

import pytest

TRIED = "Joan Roe was arrested in Oslo on Monday. Norwegian police charged Joan Roe with murder on Friday. "


def kinds(reader, text):
    return [report.kind for report in reader.read(text).reports]


def test_protagonists_acts_are_told(reader):
    assert kinds(reader, TRIED + "Roe demanded an apology.")[-1] == "demand"


@pytest.mark.parametrize(
    "text",
    [
        "Joan Roe demanded an apology.",  # of whom nothing public is told
        "Joan Roe was arrested in Oslo on Monday. Roe demanded an apology.",  # once only
        TRIED + "Ann Lee demanded an apology.",  # somebody else
    ],
)
def test_protagonists_are_no_others(reader, text):
    assert "demand" not in kinds(reader, text)


def test_protagonists_lead_private_lives_too(reader):
    assert "meeting" not in kinds(reader, TRIED + "Roe met her.")
