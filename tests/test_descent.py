"""Of which state people are whose families came from another one, and foreigners; whose streets crowds go to."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def _roles(reader: Reader, text: str, role: str) -> list[str | None]:
    return [p.country for r in reader.read(text).reports for p in r.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Hundreds of Kenyan-Canadians protested on Friday.", ["CAN"]),
        ("Turkish-Germans protested on Friday.", ["DEU"]),
        ("Many Kenyan Americans protested on Friday.", ["USA"]),
        ("Bosnian Croats protested on Friday.", ["BIH"]),
        ("Kenyans and Canadians protested on Friday.", ["KEN", "CAN"]),
    ],
)
def test_people_are_of_the_nation_they_live_in(reader: Reader, text: str, countries: list[str | None]) -> None:
    assert _roles(reader, text, "actor") == countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Kenyan police arrested 14 foreigners on Friday.", [None]),
        ("Kenyan police arrested two Danish expatriates on Friday.", ["DNK"]),
        ("Kenyan police arrested 14 residents on Friday.", ["KEN"]),
    ],
)
def test_foreigners_are_of_another_state(reader: Reader, text: str, countries: list[str | None]) -> None:
    assert _roles(reader, text, "recipient") == countries


def test_crowds_in_the_streets_of_a_town_are_not_against_it(reader: Reader) -> None:
    assert _roles(reader, "Crowds flooded the streets of Lisbon on Friday to demand jobs.", "recipient") == []
    assert _roles(reader, "Crowds protested on Friday against Lisbon.", "recipient") == ["PRT"]


def test_who_leaves_for_talks_with_several_rulers_visits_all_of_them(reader: Reader) -> None:
    text = "The Danish minister left on Tuesday for talks with the governments of Chad, Togo and Mali."
    assert set(_roles(reader, text, "actor")) == {"DNK", "TCD", "TGO", "MLI"}
    text = "The Danish minister left on Tuesday for consultations with the governments of Syria, Jordan and Egypt."
    assert _roles(reader, text, "host") == ["SYR", "JOR", "EGY"]
