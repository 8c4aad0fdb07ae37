"""Bodies whose a pronoun says a group is take part in what the group does."""

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Twelve Abu Hamra rebels killed a policeman in Peru.", ["Twelve Abu Hamra rebels"]),
        ("Hezbollah said its fighters had captured a Chadian soldier.", ["fighters", "Hezbollah"]),
        ("Hezbollah said the fighters had captured a Chadian soldier.", ["fighters"]),
        (
            "NATO sent envoys on Monday. The alliance's chief in Oslo expressed his regret for the raid.",
            ["alliance's chief", "NATO"],
        ),
        ("Hezbollah said its fighters had met soldiers of Chad in Oslo.", ["fighters", "soldiers"]),
    ],
)
def test_membership_adds_the_bodies_that_groups_are_of(reader, text, names):
    found = [[p.name for p in r.participants if p.role == "actor"] for r in reader.read(text).reports]
    assert names in found
