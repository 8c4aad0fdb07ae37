"""Whom an act of violence hit by the clause that says what it led to."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def _hit(reader: Reader, text: str, frame: str) -> list[str]:
    reports = [r for r in reader.read(text).reports if r.frame == frame]
    return [p.span.text for r in reports for p in r.participants if p.role == "recipient" and p.span is not None]


@pytest.mark.parametrize(
    ("text", "frame", "hit"),
    [
        (
            "A bomb exploded outside a bank in Oslo, killing a police officer and two nurses.",
            "explode",
            ["bank", "police officer", "two nurses"],
        ),
        (
            "Gunmen opened fire at a party in Oslo on Friday, killing one man and wounding two Kenyans.",
            "attack",
            ["one man", "two Kenyans"],
        ),
        ("Gunmen opened fire at a party in Oslo on Friday.", "attack", ["Oslo"]),
        ("Gunmen attacked the town of Bergen on Friday, killing a nurse.", "hit a target", ["Bergen", "nurse"]),
        ("Gunmen opened fire on police after killing a nurse.", "attack", ["police"]),
        ("Gunmen opened fire on police, breaking the windows of two nurses.", "attack", ["police"]),
    ],
)
def test_victims_are_hit_where_a_clause_says_what_the_act_led_to(
    reader: Reader, text: str, frame: str, hit: list[str]
) -> None:
    assert _hit(reader, text, frame) == hit


def _parties(reader: Reader, text: str) -> list[tuple[str, str | None]]:
    return [(p.role, p.country) for r in reader.read(text).reports for p in r.participants]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Police foil attack on Kenyan embassy", [("recipient", "KEN")]),
        ("Danish attack on Kenyan embassy", [("actor", "DNK"), ("recipient", "KEN")]),
    ],
)
def test_who_foils_an_attack_does_not_attack(reader: Reader, text: str, parties: list[tuple[str, str | None]]) -> None:
    assert _parties(reader, text) == parties


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Otto Borg fled after the bombing of a Kenyan clinic that killed a soldier and maimed a nurse.", []),
        ("Otto Borg fled after the murder of the Kenyan rebel who killed two nurses.", ["KEN"]),
        ("Otto Borg fled from the Kenyan rebels that killed two nurses.", ["KEN"]),
    ],
)
def test_what_an_attack_hit_does_no_harm_itself(reader: Reader, text: str, actors: list[str]) -> None:
    reports = [r for r in reader.read(text).reports if r.frame == "kill"]
    assert reports
    assert [p.country for r in reports for p in r.participants if p.role == "actor"] == actors


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Danish marines helped a Kenyan tanker under attack by pirates.", ["Kenyan tanker"]),
        ("A Kenyan tanker was under attack by pirates.", ["Kenyan tanker"]),
        ("A Kenyan tanker was under way before an attack by pirates on a Chadian ship.", ["Chadian ship"]),
    ],
)
def test_what_is_under_attack_is_hit(reader: Reader, text: str, hit: list[str]) -> None:
    assert _hit(reader, text, "attack.noun") == hit


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("A Chadian soldier was killed in a shootout with Sudanese police.", {"TCD", "SDN"}),
        ("A Chadian soldier was promoted after a shootout between Sudanese police and Kenyan rebels.", {"SDN", "KEN"}),
    ],
)
def test_who_is_killed_in_a_fight_is_a_side_of_it(reader: Reader, text: str, sides: set[str]) -> None:
    fights = [r for r in reader.read(text).reports if r.kind == "clash"]
    assert {p.country for r in fights for p in r.participants if p.role == "actor"} == sides
