"""Nouns of action: the verbs that only carry them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad retaliated with the expulsion of a Danish diplomat.", "expulsion"),
        ("Chad responded with air strikes on rebel camps in Kenya.", "airstrike"),
        ("Chad answered with a warning to Kenya.", "warning"),
    ],
)
def test_who_answers_with_an_act_does_it(reader, text, kind):
    actors = {p.country for r in reader.read(text).reports for p in r.participants if p.role == "actor"}
    assert [r.kind for r in reader.read(text).reports] == [kind]
    assert actors == {"TCD"}
