"""Who does what he announces in a passive without an agent."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Peru said that any Chilean sailors caught there would be arrested.", ["PER"]),
        ("The Peruvian premier said two Chilean envoys would be expelled.", ["PER"]),
        ("Peru said two Peruvians would be released.", []),
        ("The lawyer said two Chilean envoys would be expelled.", []),
        ("Peru said two Chilean envoys would be expelled by Bolivia.", ["BOL"]),
    ],
)
def test_announcers_do_what_they_say_will_be_done(reader, text, actors):
    found = [r for r in reader.read(text).reports if r.kind in {"arrest", "expulsion", "release"}]
    assert [p.country for r in found for p in r.participants if p.role == "actor"] == actors
