"""Offices of those who hold them, and bodies that rule by the head of their name."""

import pytest

from communique.reading.reader import Reader


def parties(reader: Reader, text: str) -> set[tuple[str, str | None, str | None]]:
    reading = reader.read(text)
    return {(p.name, p.country, p.sector) for r in reading.reports for p in r.participants if p.role == "actor"}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Kenyan premier's office accused Chad of fraud.", ("Kenyan premier's office", "KEN", "GOV")),
        ("The district attorney's office accused Chad of fraud.", ("district attorney's office", None, "JUD")),
        ("The plan was condemned by the Kenyan premier's office.", ("Kenyan premier's office", "KEN", "GOV")),
        ("Kenyan Premier Joe Oni spoke. Oni's office accused Chad of fraud.", ("Joe Oni's office", "KEN", "GOV")),
    ],
)
def test_an_office_acts_for_who_holds_it(reader: Reader, text: str, actor: tuple[str, str | None, str | None]) -> None:
    assert actor in parties(reader, text)


def test_an_office_that_is_taken_or_attacked_is_nobody(reader: Reader) -> None:
    named = {p.name for r in reader.read("Rebels shelled the Kenyan premier's office.").reports for p in r.participants}
    assert named == {"Rebels", "Kenyan premier"}
    assert all("office" not in name for name, _, _ in parties(reader, "Kenyan Premier Joe Oni took office."))


def test_a_body_is_public_by_the_head_of_its_name(reader: Reader) -> None:
    assert parties(reader, "The Harbour Commission accused Chad of fraud.") == {("Harbour Commission", None, "GOV")}
    found = parties(reader, "The Kenyan Ministry of Steel and Industry accused Chad of fraud.")
    assert found == {("Kenyan Ministry of Steel and Industry", "KEN", "GOV")}


def test_a_states_own_body_is_not_its_namesake_abroad(reader: Reader) -> None:
    found = parties(reader, "Japan's Export-Import Bank lent Chad ten million dollars.")
    assert {country for _, country, _ in found} == {"JPN"}
