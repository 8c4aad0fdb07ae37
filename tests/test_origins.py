"""Of which states those are who deal with a state from outside, or who are of several states."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def countries(reader):
    def read(text: str, name: str) -> list[str | None]:
        return [m.country for m in reader.read(text).mentions if m.span.text.lower().removeprefix("the ") == name]

    return read


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Peru and its bank advisory committee agreed on a loan.", "bank advisory committee", None),
        ("Peru owes much to creditor banks. Peru's minister met the banks on Friday.", "banks", None),
        ("Kenya fined two firms. Kenya's minister met the banks in Nairobi, Kenya.", "banks", "KEN"),
        ("China closed its ports on Monday. Governments in the region blocked two ships.", "governments", None),
        ("China closed its ports. The government blocked two Chinese ships.", "government", "CHN"),
    ],
)
def test_origins_tell_whose_nobody_is(countries, text, name, country):
    assert set(countries(text, name)) == {country}


def test_origins_leave_a_counterpart_without_a_state(countries):
    assert countries("Kenyan premier Joe Oni met his counterpart Bo Roe.", "counterpart bo roe") == [None]
