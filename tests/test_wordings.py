"""Wordings of one act that differ in syntax: the same participants must be found in each."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "kind", "countries"),
    [
        # two verbs that share an object
        ("Ghana trained and equipped the Togolese coastguard.", "aid", {"GHA", "TGO"}),
        # who is told something at a meeting
        (
            "At a meeting in Rome on Friday, the Norwegian minister told his Cuban counterpart that it was late.",
            "meeting",
            {"NOR", "CUB"},
        ),
        # "with" behind what they talk about
        (
            "The Danish foreign minister exchanged views on fishing with her Icelandic colleague.",
            "meeting",
            {"DNK", "ISL"},
        ),
        # whose thing is refused
        ("Serbia said it would never recognise Kosovo's independence.", "refusal", {"SRB", "XKX"}),
        # a capital that is attacked in words
        ("Beijing lashed out at Tokyo over the release of the water.", "condemnation", {"CHN", "JPN"}),
    ],
)
def test_wordings_have_the_same_participants(reader, text, kind, countries):
    found = [{p.country for p in r.participants} for r in reader.read(text).reports if r.kind == kind]
    assert countries in found


@pytest.mark.parametrize(
    "text",
    [
        "At a meeting in Rome with bankers, the Norwegian minister told Cuban reporters that it was late.",
        "The Danish foreign minister has views on the war with Chad.",
    ],
)
def test_wordings_of_something_else_give_no_meeting_of_two_states(reader, text):
    found = [{p.country for p in r.participants if p.country} for r in reader.read(text).reports if r.kind == "meeting"]
    assert all(len(countries) < 2 for countries in found)
