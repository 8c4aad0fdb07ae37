"""Everybody in a list takes part: common nouns joined by commas, the members of a group that names name."""

from __future__ import annotations

import pytest

from communique.reading.reader import Reader


def names(reader: Reader, text: str, kind: str, role: str) -> list[str]:
    (report,) = (r for r in reader.read(text).reports if r.kind == kind)
    return [p.name for p in report.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("His mother, father and sister were detained.", ["mother", "father", "sister"]),
        ("Kenyan police detained the mayor, his wife and two aides.", ["mayor", "wife", "two aides"]),
        ("Kenyan police detained activists, lawyers and students.", ["activists", "lawyers", "students"]),
        ("Kenyan police detained four foreigners and their children.", ["four foreigners", "children"]),
        ("Kenyan police detained a Chadian woman, a teacher and mother of three.", ["Chadian woman"]),
        ("A Chadian clerk, a teacher and a poet, was detained.", []),
    ],
)
def test_lists_of_people_are_whole(reader: Reader, text, people):
    reports = [r for r in reader.read(text).reports if r.kind == "arrest"]
    found = [p.name for r in reports for p in r.participants if p.role == "recipient"]
    assert found == people or (not people and len(found) < 2)


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        ("Only three countries, Kenya, Mali and Chad, had offered help.", ["Kenya", "Mali", "Chad"]),
        ("Kenya, Chad and Mali searched the sea: all three nations offered aid.", ["Kenya", "Chad", "Mali"]),
        ("All three nations offered aid, and Kenya, Chad and Mali searched the sea.", ["three nations"]),
        ("Three countries in Africa offered help.", ["Three countries"]),
    ],
)
def test_lists_of_names_say_who_a_group_is(reader: Reader, text, givers):
    assert names(reader, text, "offer", "actor") == givers


@pytest.mark.parametrize(
    ("text", "kind", "role", "people"),
    [
        (
            "The Kenyan parliament, the central bank and the union rejected the plan.",
            "rejection",
            "actor",
            ["Kenyan parliament", "central bank", "union"],
        ),
        ("The Kenyan minister, a lawyer and banker, rejected the plan.", "rejection", "actor", ["Kenyan minister"]),
        ("Acme, a bank and insurer, sued Kenya.", "accusation", "actor", ["Acme"]),
        (
            "The Senate committee, Commerce Secretary Joe Oni and Trade Representative Ann Lee criticised Kenya.",
            "condemnation",
            "actor",
            ["Senate committee", "Joe Oni", "Ann Lee"],
        ),
        ("The couple, Ann Lee and Joe Oni, criticised Kenya.", "condemnation", "actor", ["Ann Lee", "Joe Oni"]),
        (
            "The commitment by the ruling Larch Party and Finance Ministry to cut the debt stood.",
            "promise",
            "actor",
            ["Larch Party", "Finance Ministry"],
        ),
    ],
)
def test_lists_of_bodies_are_no_appositions(reader: Reader, text: str, kind: str, role: str, people: list[str]) -> None:
    assert names(reader, text, kind, role) == people


@pytest.mark.parametrize(
    ("text", "kind", "role", "people"),
    [
        ("Kenyan police arrested eight people for fraud, including Joe Oni.", "arrest", "recipient", ["Joe Oni"]),
        ("Kenyan senators urged him to resign, including Ann Lee.", "appeal", "actor", ["Ann Lee"]),
        ("Kenyan senators rejected a list of names, including Ann Lee.", "rejection", "actor", []),
        ("A Kenyan nurse was kidnapped along with a Chadian boy.", "abduction", "recipient", ["Chadian boy"]),
        ("The premier gave a news conference along with Ann Lee.", "press conference", "actor", ["Ann Lee"]),
        ("Kenyan police arrested a Chadian together with Ann Lee.", "arrest", "recipient", ["Ann Lee"]),
    ],
)
def test_lists_end_far_from_their_beginning(reader: Reader, text: str, kind: str, role: str, people: list[str]) -> None:
    assert names(reader, text, kind, role)[1:] == people


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Senate and House investigators agreed to help Kenya.", "Senate and House investigators"),
        ("Joe Oni and ministry officials agreed to help Kenya.", "ministry officials"),
    ],
)
def test_lists_of_what_qualifies_a_plural_are_whole(reader: Reader, text: str, words: str) -> None:
    spans = [p.span.text for r in reader.read(text).reports for p in r.participants if p.role == "actor" and p.span]
    assert words in spans
