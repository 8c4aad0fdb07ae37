"""Toponyms of articles: found, told from people and bodies, and resolved by the rest of the article."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.reading.blocks import split_blocks
from communique.reading.parse import Prepared, parse
from communique.reading.places import find_places
from communique.records import Article


@pytest.fixture(scope="module")
def places_of(nlp):
    def read(text):
        article = Article(id="a", text=text)
        return find_places(next(parse(nlp, [Prepared(article, text, None, split_blocks(text))])))

    return read


def named(places):
    return [(place.span.text, place.country) for place in places]


def test_places_states_resolve_to_themselves(places_of):
    (peru,) = places_of("Ministers in Peru agreed to the plan.")
    assert (peru.name, peru.country, peru.geonameid) == ("Peru", "PER", 3932488)
    assert peru.latitude == pytest.approx(-10, abs=3)


def test_places_biggest_town_is_meant_when_nothing_else_is_said(places_of):
    assert named(places_of("The talks were held in Melbourne on Friday.")) == [("Melbourne", "AUS")]
    (paris,) = places_of("The delegates met in Paris.")
    assert (paris.country, round(paris.latitude)) == ("FRA", 49)


@pytest.mark.parametrize(
    ("text", "name", "country", "latitude"),
    [
        ("The fair was held in Paris, Texas, last week.", "Paris", "USA", 34),
        ("He grew up in Cambridge, Massachusetts.", "Cambridge", "USA", 42),
        ("She was born in London, Ont., and moved west.", "London", "CAN", 43),
        ("The plant in Tripoli, Lebanon, was closed.", "Tripoli", "LBN", 34),
        ("A storm hit Birmingham, Ala., on Sunday.", "Birmingham", "USA", 34),
    ],
)
def test_places_container_behind_a_comma_decides(places_of, text, name, country, latitude):
    place = next(p for p in places_of(text) if p.span.text == name)
    assert (place.country, round(place.latitude)) == (country, latitude)


def test_places_name_keeps_the_sense_its_container_gave_it(places_of):
    places = places_of("Firefighters in Paris, Texas, saved the barn.\nResidents of Paris thanked them.")
    assert [round(p.latitude) for p in places if p.span.text == "Paris"] == [34, 34]


def test_places_lists_of_states_and_capitals_are_no_containers(places_of):
    places = places_of("Envoys of Russia, Turkey and Iran met. Later Athens, Ankara and Moscow sent notes.")
    assert named(places) == [
        ("Russia", "RUS"),
        ("Turkey", "TUR"),
        ("Iran", "IRN"),
        ("Athens", "GRC"),
        ("Ankara", "TUR"),
        ("Moscow", "RUS"),
    ]


def test_places_neighbours_decide_between_namesakes(places_of):
    text = (
        "The march began in Valencia, passed through Maracay and ended in Caracas, where Venezuela keeps its archives."
    )
    assert named(places_of(text))[0] == ("Valencia", "VEN")
    assert named(places_of("The train from Barcelona to Valencia crossed half of Spain."))[1] == ("Valencia", "ESP")


def test_places_of_the_state_an_article_is_about_are_preferred(places_of):
    american = "Floods hit Atlanta and Savannah. Officials across Georgia and Alabama asked for help."
    assert ("Georgia", "USA") in named(places_of(american))
    caucasian = "Russia withdrew its envoy. Officials in Georgia met in Tbilisi to discuss the Armenian border."
    assert ("Georgia", "GEO") in named(places_of(caucasian))


def test_places_people_are_no_places(places_of):
    text = "Michael Jordan spoke first. Jordan thanked Paris Hilton and Chad Smith in Oslo."
    assert named(places_of(text)) == [("Oslo", "NOR")]


def test_places_nationalities_months_and_treaties_are_no_places(places_of):
    text = "The Turkish envoy said in March that the Paris Agreement and the Geneva Conventions held."
    assert places_of(text) == ()


def test_places_newspapers_are_no_places_but_police_forces_are_of_one(places_of):
    assert places_of("The Jakarta Post printed the letter.") == ()
    assert ("Ontario", "CAN") in named(places_of("Ontario Provincial Police closed the road."))


def test_places_datelines_are_places(places_of):
    places = places_of("HANOI, Vietnam (Reuters) - Two ministers signed the accord on Monday.")
    assert named(places) == [("HANOI", "VNM"), ("Vietnam", "VNM")]


def test_places_former_names_and_former_states(places_of):
    text = "He was born in Leningrad, served in the Soviet Union's army and died in Saigon."
    assert named(places_of(text)) == [("Leningrad", "RUS"), ("Soviet Union", "RUS"), ("Saigon", "VNM")]


def test_places_regions_and_waters(places_of):
    places = places_of("Ships left the South China Sea. Shelling went on in Donbass and Nagorno-Karabakh.")
    assert named(places) == [("South China Sea", None), ("Donbass", "UKR"), ("Nagorno-Karabakh", "AZE")]


def test_places_unknown_town_is_named_but_not_placed(places_of):
    place = places_of("Soldiers entered the village of Qorbashur in the night.")[-1]
    assert (place.span.text, place.country, place.latitude, place.geonameid) == ("Qorbashur", None, None, None)


def test_places_namesake_elsewhere_is_not_taken_for_a_town_of_the_division_named(places_of):
    town, province = places_of("The mill in Marseille, Sask., burned down.")
    assert (town.span.text, town.country, town.latitude) == ("Marseille", "CAN", None)
    assert (province.name, province.country) == ("Saskatchewan", "CAN")


def test_places_do_not_depend_on_other_articles(places_of):
    text = "The envoy left Kingston for Georgetown."
    before = places_of(text)
    places_of("Floods hit Kingston, Ontario, and Georgetown, Ky.")
    assert places_of(text) == before


def test_places_many_namesakes_are_read_in_time(places_of):
    names = ["San José", "Santa Cruz", "San Antonio", "Springfield", "Richmond", "Santa Rosa", "Kingston", "Victoria"]
    text = "\n".join(f"He went to {name}, {names[n % 7]} and {names[n % 5]}." for n, name in enumerate(names * 40))
    assert len(places_of(text)) > 300  # and ends, which pytest's time limit sees to


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="ParisLondonGeorgia, .\n'’-U.S\u00e9\u2014()\u200bKy", max_size=200))
def test_places_spans_are_the_text(places_of, text):
    places = places_of(text)
    for place in places:
        assert text[place.span.start : place.span.end] == place.span.text
    starts = [place.span.start for place in places]
    assert starts == sorted(starts)
