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
