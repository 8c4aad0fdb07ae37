"""Capitals that a text does not name."""

import pytest


def places(reader, text, kind):
    return [r.place and r.place.name for r in reader.read(text).reports if r.kind == kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The presidents of Chad and Niger met in the Malian capital on Monday.", "Bamako"),
        ("The presidents of Chad and Niger met in the capital of Mali on Monday.", "Bamako"),
        ("The presidents of Chad and Niger met in South Korea's capital on Monday.", "Seoul"),
        ("The presidents of Chad and Niger met in the Malian capital Bamako on Monday.", "Bamako"),
        ("LIMA, Peru (AP) - The presidents met in the capital on Monday.", "Lima"),
        ("The Peruvian president was ill. The ministers met in the capital on Monday.", "Lima"),
        ("The presidents of Chad and Niger met in the capital on Monday.", None),
        ("LIMA, Peru (AP) - The president of Chile met the king in the capital on Monday.", None),
        ("The presidents of Chad and Niger met in the commercial capital on Monday.", None),
    ],
)
def test_capitals_are_those_of_the_state_that_is_meant(reader, text, name):
    assert places(reader, text, "meeting") == [name]


def test_capitals_are_where_a_visit_leads(reader):
    assert places(reader, "The king of Spain visited the Norwegian capital on Monday.", "visit") == ["Oslo"]
    assert places(reader, "The king of Spain toured the Ivorian capital Abidjan on Monday.", "visit") == ["Abidjan"]
