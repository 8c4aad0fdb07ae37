"""Persons and bodies known by the noun beside their name."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def _named(reader: Reader, text: str) -> set[tuple[str, str, str | None]]:
    return {(m.name, m.type, m.country) for m in reader.read(text).mentions}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Haiti's interim prime minister, Alcide Beauvoir, met the king on Monday.", ("Alcide Beauvoir", "HTI")),
        ("Chad named the armed forces chief, Admiral Idriss Okello, to replace Ann Lee.", ("Idriss Okello", None)),
        ("Liberia's president-elect, Comfort Dolopei, met the king.", ("Comfort Dolopei", "LBR")),
        ("The prime minister-designate of Chad, Juma Okello, met the king.", ("Juma Okello", "TCD")),
    ],
)
def test_introduced_names_are_persons_whatever_the_recogniser_says(reader: Reader, text: str, who: tuple) -> None:
    assert who in {(name, country) for name, kind, country in _named(reader, text) if kind == "person"}


def test_introduced_names_leave_a_body_that_only_speaks(reader: Reader) -> None:
    text = "The Peruvian foreign minister, Human Rights Watch said, met the king."
    assert ("Human Rights Watch", "organisation", None) in _named(reader, text)


def test_introduced_names_give_each_of_two_his_own_state(reader: Reader) -> None:
    text = "Mexican and Canadian trade chiefs Ernesto Villar and Donald Pemberton met on Monday."
    assert {("Ernesto Villar", "person", "MEX"), ("Donald Pemberton", "person", "CAN")} <= _named(reader, text)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Niger's trade union federation USTN called on the president to quit.", "USTN", "NER"),
        ("Kenya's ruling party, KANU, accused Chad of fraud.", "KANU", "KEN"),
    ],
)
def test_introduced_names_in_capitals_are_bodies(reader: Reader, text: str, name: str, country: str) -> None:
    assert (name, "organisation", country) in _named(reader, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kenyan president met monitors from the African Union on Monday.", "African Union monitors"),
        ("The director of the World Bank met the Kenyan president.", "World Bank director"),
        ("The African Union, whose envoys met the Kenyan president, sent troops.", "African Union envoys"),
    ],
)
def test_people_of_a_body_are_called_by_it(reader: Reader, text: str, name: str) -> None:
    parties = {p.name for r in reader.read(text).reports for p in r.participants}
    assert name in parties


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Kenyan president met a senior envoy from Kinshasa on Monday.", "COD"),
        ("Peru, whose foreign minister met the Kenyan president on Monday, sent troops.", "PER"),
    ],
)
def test_office_holders_are_of_the_state_that_from_and_whose_name(reader: Reader, text: str, country: str) -> None:
    meeting = next(r for r in reader.read(text).reports if r.kind == "meeting")
    assert {p.country for p in meeting.participants} == {"KEN", country}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Brussels told Greece to cut its deficit.", "European Union"),
        ("Brussels told Greece to free a Belgian sailor.", "Belgium"),
    ],
)
def test_a_seat_stands_for_its_body_unless_the_text_is_about_the_state(reader: Reader, text: str, actor: str) -> None:
    told = next(r for r in reader.read(text).reports if r.kind in {"demand", "request"})
    assert [p.name for p in told.participants if p.role == "actor"] == [actor]
