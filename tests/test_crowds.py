"""Whose the protests and strikes are that a state has, and where arrests are only made."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def _actors(reader: Reader, text: str) -> list[tuple[str | None, str | None]]:
    return [(p.country, p.sector) for p in reader.read(text).reports[0].participants if p.role == "actor"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Chadian riots against Niger went on.", ("TCD", "CVL")),
        ("Two men died during Chadian riots.", ("TCD", "CVL")),
        ("The Hong Kong protests went on.", ("HKG", "CVL")),
        ("A general strike paralysed Chad on Monday.", ("TCD", "CVL")),
        ("Chad protested over the raid.", ("TCD", None)),
        ("Chadian students protested over the tax.", ("TCD", "EDU")),
    ],
)
def test_dyads_crowds_are_people_and_no_state(reader: Reader, text: str, actor: tuple[str, str]) -> None:
    assert _actors(reader, text) == [actor]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Kenyan pastor was detained in the coastal town of Izmir.", []),
        ("The Kenyan pastor is in a Winnipeg jail.", []),
        ("The Kenyan pastor was detained in Turkey.", [("TUR", None)]),
        ("In the history of Chad, two Chadian ministers have been impeached.", []),
    ],
)
def test_violence_towns_arrest_nobody(reader: Reader, text: str, actors: list[tuple[str, str | None]]) -> None:
    assert _actors(reader, text) == actors
