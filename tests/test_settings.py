"""When and where acts were: which of a sentence's days and places are theirs."""

import datetime

import pytest

DAYS = [
    (
        "The Chadian government Saturday strongly condemned two attacks in Kenya and Tanzania Friday.",
        "condemned",
        (4, 8),
    ),
    ("The Chadian government Saturday strongly condemned two attacks in Kenya and Tanzania Friday.", "attacks", (4, 7)),
    ("The Chadian government condemned two attacks in Kenya and Tanzania Friday.", "condemned", (4, 7)),
    ("The strike lasted until Friday, when police arrested five Chadian miners.", "arrested", (4, 7)),
    ("Police barred the crowd from marching on the Chadian consulate in Lima on Monday.", "barred", (4, 10)),
]
PLACES = [
    ("Chad and Niger signed a treaty on Monday at a ceremony held in the city of Lima.", "signed", "Lima"),
    ("Chad and Niger signed a treaty on Monday to end a war that was started in Lima.", "signed", None),
    ("The Chadian president praised Niger during a visit to Lima.", "praised", "Lima"),
    ("The Chadian president praised Niger before a visit to Lima.", "praised", None),
    ("The Chadian president, speaking in Lima on Monday, accused Niger of cheating.", "accused", "Lima"),
    ("The Chadian president, born in Lima in 1960, accused Niger of cheating.", "accused", None),
    ("Police barred the crowd from reaching the Chadian consulate in Lima on Monday.", "barred", "Lima"),
    ("Troops evacuated the ambassador of Chad from Lima to a hospital in Quito on Monday.", "evacuated", "Lima"),
    ("A rocket slammed into a house in Lima, wounding two Chadian nuns.", "wounding", "Lima"),
    ("A rocket fired from Quito wounded two Chadian nuns.", "wounded", None),
]


@pytest.mark.parametrize(("text", "trigger", "day"), DAYS)
def test_day_of_the_act(reader, text, trigger, day):
    found = [r.time for r in reader.read(text, published="2017-04-12").reports if trigger in r.trigger.text]
    assert found[0] is not None
    assert found[0].start == datetime.date(2017, *day)


@pytest.mark.parametrize(("text", "trigger", "place"), PLACES)
def test_place_of_the_act(reader, text, trigger, place):
    found = [r.place for r in reader.read(text, published="2017-04-12").reports if trigger in r.trigger.text]
    assert [p and p.name for p in found[:1]] == [place]


def test_years_of_a_range_date_the_act_of_their_clause(reader):
    text = "Records show the Chadian minister was found guilty of bribery twice from 1991 to 1997."
    (time,) = [r.time for r in reader.read(text, published="2017-04-12").reports if r.kind == "trial"]
    assert (time.start.year, time.end.year) == (1991, 1997)


def test_what_was_in_recent_days_is_not_of_the_day_of_the_news(reader):
    text = "Ten people were killed in clashes between Chadian troops and rebels in recent days."
    found = [r.time for r in reader.read(text, published="2017-04-12").reports if r.trigger.text == "killed"]
    assert found == [None]
