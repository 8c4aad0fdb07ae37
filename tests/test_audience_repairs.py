"""Whom something is told is not part of what is told."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The activist told Reuters troops had attacked a village in Chad.", "troops"),
        ("The activist told Agence France-Presse rebels had attacked a village in Chad.", "rebels"),
        ("The premier told Joe Oni rebels had attacked a village in Chad.", "rebels"),
        ("The premier told Reuters that Kenyan rebels had attacked a village in Chad.", "Kenyan rebels"),
    ],
)
def test_audience_repairs_part_the_audience_from_who_acts(reader, text, actor):
    found = [r for r in reader.read(text).reports if r.kind == "attack"]
    assert [[p.name for p in r.participants if p.role == "actor"] for r in found] == [[actor]]


def test_audience_repairs_leave_what_is_said_without_an_audience(reader):
    found = reader.read("The premier said Kenya troops had attacked a village in Chad.").reports
    assert [p.country for r in found for p in r.participants if p.role == "actor"] == ["KEN"]
