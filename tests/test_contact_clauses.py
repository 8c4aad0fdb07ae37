"""Relative clauses without a relative pronoun, whose verb is done to the noun before."""

from __future__ import annotations

import pytest


def acts(reader, text):
    """Kind, actors and recipients of what is read in a text."""
    for report in reader.read(text, published="2019-05-16").reports:
        names = {role: {p.name for p in report.participants if p.role == role} for role in ("actor", "recipient")}
        yield report.kind, names["actor"], names["recipient"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad freed the men it had arrested on Monday.",
        "Egypt told Chad to free the men it had arrested.",
        "The bishop urged Chad to free the men it had arrested.",
    ],
)
def test_contact_clauses_tell_whom_an_act_is_done_to(reader, text):
    assert ("arrest", {"Chad"}, {"men"}) in list(acts(reader, text))


@pytest.mark.parametrize(
    "text", ["Kenya remembered the day Chad attacked.", "Chad left the town it had sent troops from."]
)
def test_contact_clauses_lack_no_object_behind_a_circumstance_or_before_a_preposition(reader, text):
    assert all(not recipients & {"day", "town"} for _, _, recipients in acts(reader, text))
