"""What force is used on, and the places that only say where it was."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def recipients(reader: Reader, text: str) -> list[list[tuple[str, str | None]]]:
    """The recipients of each report of force, by words and state."""
    reports = (r for r in reader.read(text).reports if r.kind in {"attack", "airstrike", "seizure", "blockade"})
    return [[(p.name, p.country) for p in r.participants if p.role == "recipient"] for r in reports]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chadian rebels attacked a supertanker near the port.", [[("supertanker", None)]]),
        ("Chadian rebels attacked the church in Oran, Algeria.", [[("church", "DZA")]]),
        ("Chadian rebels set fire to a police station in Oran, Algeria.", [[("police station", "DZA")]]),
        ("Chadian rebels attacked banks and shops in Oran.", [[("banks", "DZA"), ("shops", "DZA")]]),
        ("The rebels blew up a railway.", [[("railway", None)]]),
        ("A Kabul truck bombing killed five and wounded 60.", [[("five", None)], [("60", None)]]),
        ("The raids came after an attack on oil infrastructure in Algeria.", [[("oil infrastructure", "DZA")]]),
        ("Kenyan police seized the ferry.", [[("ferry", None)]]),
        ("Kenyan police quarantined a number of cities.", [[("cities", None)]]),
        ("Chad took control of a foreign consortium.", [[("foreign consortium", None)]]),
        ("Kenyan troops captured the town of Marsabit.", [[("Marsabit", None)]]),
        ("Iraq attacked Iranian export facilities.", [[("Iran", "IRN")]]),
        ("Kenyan tanks fired shells at a barn in Chad.", [[("Chad", "TCD")]]),
    ],
)
def test_things_that_are_hit_are_recipients(
    reader: Reader, text: str, expected: list[list[tuple[str, str | None]]]
) -> None:
    assert recipients(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chadian rebels killed four.", [[("four", None)]]),
        (
            "Chadian rebels killed three Kenyan soldiers and wounded six others.",
            [[("three Kenyan soldiers", "KEN")], [("six others", None)]],
        ),
        ("The Chadian mayor and two others were stabbed.", [[("Chadian mayor", "TCD"), ("two others", None)]]),
        ("Chadian rebels killed four of the Kenyan soldiers.", [[("Kenyan soldiers", "KEN")]]),
        ("A Kenyan soldier shot his former co-workers.", [[("former co-workers", None)]]),
        ("The Kenyan nurses mourned their boss, who was stabbed at their office.", [[("boss", None)]]),
        ("Chadian rebels took the staff captive.", []),
        ("The Kenyan player injured his knee.", []),
    ],
)
def test_numbers_stand_for_people(reader: Reader, text: str, expected: list[list[tuple[str, str | None]]]) -> None:
    assert recipients(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three bombings took place in Algeria.", [[]]),
        ("A suicide bombing in Oran, Algeria, was condemned.", [[]]),
        ("The bomb that exploded in Nairobi was home-made.", [[]]),
        ("Kenyan troops launched an attack in Chad.", [[("Chad", "TCD")]]),
        ("The bombing of Nairobi went on.", [[("Nairobi", "KEN")]]),
        ("Chadian rebels launched an attack on Nairobi.", [[("Nairobi", "KEN")]]),
    ],
)
def test_the_scene_of_violence_is_no_recipient(
    reader: Reader, text: str, expected: list[list[tuple[str, str | None]]]
) -> None:
    assert recipients(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya has backed Mali in the long war against Chad.", ["MLI"]),
        ("A new attack by Mali in the desert war against Chad was repelled.", ["MLI"]),
        ("Kenya mourned two envoys in the war against Chad.", []),
    ],
)
def test_wars_are_of_those_who_are_backed_in_them(reader: Reader, text: str, actors: list[str]) -> None:
    (war,) = (r for r in reader.read(text).reports if r.trigger.text == "war")
    assert [p.country for p in war.participants if p.role == "actor"] == actors
