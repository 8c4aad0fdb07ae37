"""Whom the clause of an act names that it is not done to."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def recipients(reader: Reader, text: str, kind: str) -> list[str | None]:
    (report,) = (r for r in reader.read(text).reports if r.kind == kind)
    return [p.country or p.name for p in report.participants if p.role == "recipient"]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Lawyers filed a petition on behalf of his uncle, Joe Oni.", "request", []),
        ("The Kenyan envoy, on behalf of the Chadian ministers, condemned the attack.", "condemnation", []),
        ("The Kenyan envoy, on behalf of the Chadian ministers, condemned Mali.", "condemnation", ["MLI"]),
        ("Minister Joe Oni told reporters that the tax must be lowered.", "demand", []),
        ("Minister Joe Oni told the Chadian banks that the tax must be lowered.", "demand", ["TCD"]),
        ("Kenya ordered reporters to pay.", "demand", ["KEN"]),
        ("The Kenyan minister proposed to a newspaper a new approach to the talks.", "offer", []),
        ("Kenyan envoy Ann Lee said Kenya would retaliate if Chad adopted the tax.", "threat", ["TCD"]),
        ("The Kenyan minister pledged the government would fight against Chad.", "threat", ["TCD"]),
        ("The Kenyan minister called for policies in support of the Chadian oil industry.", "appeal", []),
        ("Kenyan farmers held rallies throughout Kenya to protest against the tax.", "protest", []),
        ("The Kenyan foreign minister ruled out a fresh Kenyan initiative.", "rejection", []),
        ("The Kenyan foreign minister ruled out a fresh Chadian initiative.", "rejection", ["TCD"]),
        ("Greek students protested the Greek decision.", "protest", ["GRC"]),
        ("The Kenyan minister promised to get Kenya out of debt.", "promise", []),
        ("The Kenyan minister pledged to urge Chad to open its market.", "promise", []),
        ("The Kenyan minister pledged to help Chad open its market.", "promise", ["TCD"]),
        ("The Kenyan minister called for tariffs on steel from Chad.", "appeal", []),
        ("The Kenyan minister promised to get Chad out of debt.", "promise", ["TCD"]),
        ("Kenyan workers marched to protest the government's economic policies.", "protest", ["KEN"]),
        ("Negotiators from Kenya and Chad concluded an agreement on Kenyan exports to Chad.", "agreement", []),
    ],
)
def test_bystanders_are_no_recipients(reader: Reader, text: str, kind: str, expected: list[str]) -> None:
    assert recipients(reader, text, kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chadian soldiers killed two sculptors at a studio in Nairobi.", ["two sculptors"]),
        ("Chadian soldiers killed 12 in Mali.", ["MLI"]),
        ("A man was held after a shooting in Nairobi.", []),
        ("A man was held after a blast in Nairobi.", []),
        ("The clinic bombing in Nairobi hurt a nurse.", []),
    ],
)
def test_bystanders_are_towns_where_people_were_hit(reader: Reader, text: str, expected: list[str]) -> None:
    assert recipients(reader, text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan exiles protested in Oslo against the tax.", []),
        ("Kenyan students took to the streets of Oslo.", []),
        ("Kenyan students attended a peaceful demonstration in Oslo.", []),
        ("Kenyan women protested at the Norwegian embassy.", ["NOR"]),
        ("Kenyan women marched to the Norwegian embassy.", []),
    ],
)
def test_bystanders_are_towns_where_people_protest(reader: Reader, text: str, expected: list[str]) -> None:
    assert recipients(reader, text, "protest") == expected


def test_bystanders_are_none_of_those_who_act(reader: Reader) -> None:
    assert recipients(reader, "A small force of Kenyan troops was moved into the area.", "deployment") == []
