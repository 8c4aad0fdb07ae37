"""Whose guest somebody is on a visit that does not say where it leads."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def _hosts(reader: Reader, text: str) -> list[str | None]:
    reports = [r for r in reader.read(text).reports if r.kind == "visit"]
    return [p.country for p in reports[-1].participants if p.role == "host"]


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("The Kenyan president repeated the offer before leaving Kampala at the end of a three-day visit.", ["UGA"]),
        ("The Kenyan president left Uganda on Friday after a two-day visit.", ["UGA"]),
        ("The Kenyan president is on an African tour which includes Uganda and Rwanda.", ["UGA", "RWA"]),
        ("The Kenyan president began a tour that will take him to Uganda and Rwanda.", ["UGA", "RWA"]),
        ("Kenyan President Joe Oni flew to Uganda on Monday. Farmers protested during Oni's visit.", ["UGA"]),
        ("KAMPALA, March 24 - Kenyan President Joe Oni arrived here for talks on Monday.", ["UGA"]),
        ("KAMPALA, March 24 - Farmers paid great attention to Kenyan President Joe Oni's visit.", ["UGA"]),
        ("KAMPALA, March 24 - The visiting Kenyan foreign minister said that trade had grown.", ["UGA"]),
        ("KAMPALA - Farmers met.\n\nTOKYO - The visiting Kenyan foreign minister said that trade had grown.", ["JPN"]),
    ],
)
def test_hosts_are_told_around_the_visit(reader: Reader, text: str, hosts: list[str]) -> None:
    assert _hosts(reader, text) == hosts


@pytest.mark.parametrize(
    "text",
    [
        "KAMPALA, March 24 - Ugandan President Joe Oni spoke of his visit.",
        "KAMPALA, March 24 - Kenyan President Joe Oni will return from his visit to the region on Friday.",
        "The Kenyan president spoke of his visit.",
    ],
)
def test_hosts_are_not_guessed(reader: Reader, text: str) -> None:
    reports = [r for r in reader.read(text).reports if r.kind == "visit"]
    assert not [p for r in reports for p in r.participants if p.role == "host"]


def test_hosts_of_those_who_arrive_for_a_visit_are_told_once(reader: Reader) -> None:
    reading = reader.read("Kenya's president arrived in Kampala on Friday for a three-day visit.")
    assert [r.kind for r in reading.reports] == ["visit"]


def test_hosts_a_guest_is_met_but_the_guests_of_two_sides_meet_each_other(reader):
    one = reader.read("Peruvian President Ana Ruiz received Danish Prime Minister Kari Holm in Lima on Monday.").reports
    assert {r.kind for r in one} == {"visit", "meeting"}
    two = "Peruvian President Ana Ruiz received Danish Prime Minister Kari Holm and Chilean President Jo Oni in Lima."
    assert {r.kind for r in reader.read(two).reports} == {"visit"}
