from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def spokesmen(reader):
    def read(text: str) -> list[int]:
        numbers: dict[str, int] = {}
        mentions = [m for m in reader.read(text).mentions if m.span.text.endswith("spokesman")]
        return [numbers.setdefault(m.actor, len(numbers)) for m in mentions]

    return read


def test_unnamed_people_of_two_employers_are_two(spokesmen):
    text = "A spokesman at Alder Bank Corp met envoys. A spokesman for Norwood Mills left. The spokesman came back."
    assert spokesmen(text) == [0, 1, 1]


def test_unnamed_officials_of_two_firms_are_two(reader):
    text = "An official at Norwood Comercial met envoys in Lima. But an Alderfer official left."
    assert len({m.actor for m in reader.read(text).mentions if m.span.text.endswith("official")}) == 2


def test_unnamed_people_of_one_employer_are_one(spokesmen):
    assert spokesmen("A spokesman for Norwood Mills left. A spokesman for Norwood came back.") == [0, 0]
    assert spokesmen("A spokesman left. The spokesman for Norwood Mills came back.") == [0, 0]
    assert spokesmen("A spokesman left. A spokesman said more would leave.") == [0, 0]


def test_unnamed_roles_are_nobody(reader):
    text = "President Ann Roe left Chad. Juma Okello ran for president. He spoke as president."
    assert [m.name for m in reader.read(text).mentions if m.span.text == "president"] == []


def test_unnamed_holder_of_an_office_is_still_meant(reader):
    text = "President Ann Roe left Chad. An aide waited for the president."
    assert [m.name for m in reader.read(text).mentions if m.span.text == "president"] == ["Ann Roe"]
