"""Places and the names of organisations."""

import pytest

from communique.lexicon.organisations import load_seats
from communique.reading.seats import city_at
from communique.records import Span


def places(reader, text, kind):
    return [r.place and r.place.name for r in reader.read(text).reports if r.kind == kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The presidents of Chad and Togo met at the United Nations on Monday.", "New York City"),
        ("The presidents of Chad and Togo met at NATO headquarters on Monday.", "Brussels"),
        ("The presidents of Chad and Togo met at the headquarters of the Arab League on Monday.", "Cairo"),
        ("The presidents of Chad and Togo met on the sidelines of the UN General Assembly.", "New York City"),
        ("The presidents of Chad and Togo met at UN headquarters in Geneva on Monday.", "Geneva"),
        ("The presidents of Chad and Togo met at the NATO summit on Monday.", None),
        ("The presidents of Chad and Togo met at the Malacañang Palace on Monday.", "Malacañang Palace"),
        ("The presidents of Chad and Togo met at Jomo Kenyatta airport.", "Jomo Kenyatta International Airport"),
    ],
)
def test_seats_are_where_something_is_done_at_an_organisation(reader, text, name):
    assert places(reader, text, "meeting") == [name]


def test_seats_are_no_places_of_what_is_done_to_an_organisation(reader):
    assert places(reader, "The foreign minister of Chad accused NATO of piracy.", "accusation") == [None]
    assert places(reader, "NATO air strikes on Chad were announced.", "airstrike") != ["Nato"]


def test_seats_are_known_cities():
    assert all(city_at(city, None, Span(0, 1, "x")) is not None for city in load_seats().values())


def test_seats_of_power_are_in_their_states(reader):
    (report,) = reader.read("The presidents of Chad and Togo met at the Malacañang Palace on Monday.").reports
    assert report.place.country == "PHL"


def test_seats_that_no_list_has_are_where_the_capital_is_that_they_are_called_after(reader):
    text = "The presidents of Chad and Togo met at Baghdad International Airport on Monday."
    assert [r.place.country for r in reader.read(text).reports] == ["IRQ"]
