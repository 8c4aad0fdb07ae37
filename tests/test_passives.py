"""Agents of passives behind a gerund."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Chile was accused of spying by Peru's foreign minister.", ["PER"]),
        ("Iran was blamed for arming the rebels by Saudi Arabia on Monday.", ["SAU"]),
        ("The envoy was prevented from leaving by Chadian police.", ["TCD"]),
        ("Sudan was accused by Chad of stoking violence by arming rebels.", ["TCD"]),
        ("Chile was accused of spying by Monday.", []),
    ],
)
def test_passives_keep_their_agent(reader: Reader, text, actors):
    found = reader.read(text).reports
    assert [p.country for report in found for p in report.participants if p.role == "actor"] == actors
