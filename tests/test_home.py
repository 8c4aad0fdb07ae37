"""Whose police, courts, crowds, governments and office holders are meant, where the text says it elsewhere."""

from __future__ import annotations

import pytest

MALI = "Mali fell silent on Monday. Mali's shops closed, and in Bamako the markets did too. "
PERU = "Peru and Norway quarrelled over fish. Norway fined a Peruvian ship. Peru's fleet left Norway. "


def countries(reader, text, words):
    return {m.country for m in reader.read(text).mentions if m.span.text.lower() == words.lower()}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        (MALI + "Police arrested two men.", "Police", "MLI"),
        (MALI + "Prosecutors accused two men of theft.", "Prosecutors", "MLI"),
        (MALI + "A court jailed two men.", "court", "MLI"),
        (MALI + "Protesters burned tyres.", "Protesters", "MLI"),
        (MALI + "The government imposed a curfew.", "government", "MLI"),
        (MALI + "Authorities arrested two men.", "Authorities", "MLI"),
        (MALI + "Members of parliament condemned the arrests.", "Members of parliament", "MLI"),
        (MALI + "The army arrested two men.", "army", "MLI"),
        (MALI + "The Diouf government arrested two men.", "government", "MLI"),
        # in the place of the clause, whatever the article is about
        (PERU + "In Arusha, police arrested two men.", "police", "TZA"),
        ("Eight farmers were killed in Peruvian air strikes in Khost on Monday.", "Eight farmers", None),
        ("A Peruvian drone attack on Khost killed eight farmers.", "eight farmers", None),
        ("Peru deplored the violence in Arusha after rioters burned a school.", "rioters", None),
        ("Peru fell silent after rioters burned a school.", "rioters", "PER"),
        # two states compete, and a foreign force or one that is named beside may be meant
        (PERU + "Police arrested two men.", "Police", None),
        (PERU + "The government rejected the plan.", "government", None),
        (MALI + "The government asked Norway for aid.", "government", None),
        (MALI + "The government and Mali's rebels met.", "government", "MLI"),
        (MALI + "Foreign police arrested two men.", "Foreign police", None),
        (MALI + "Troops arrested two men.", "Troops", None),
        (MALI + "Executives arrived.", "Executives", None),
        # of less than a state
        (MALI + "Local authorities closed the road.", "Local authorities", "MLI"),
    ],
)
def test_home_of_the_settled_is_where_the_text_plays(reader, text, words, country):
    assert countries(reader, text, words) == {country}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The mayor of Arusha met the mayor of Mombasa.", "mayor", None),
        ("Arusha residents burned tyres.", "Arusha residents", "TZA"),
        ("Arusha police arrested two men.", "Arusha police", "TZA"),
        ("The Belarusian KGB arrested two men.", "Belarusian KGB", "BLR"),
        ("The KGB arrested two men.", "KGB", "RUS"),
        ("The US and Norway quarrelled. A US envoy left. The House condemned the plan.", "House", "USA"),
        ("Norway quarrelled with Sweden. The House condemned the plan.", "House", None),
    ],
)
def test_home_of_bodies_and_people_is_in_their_names(reader, text, words, country):
    found = countries(reader, text, words)
    assert found == ({country} if words != "mayor" else {"TZA", "KEN"})


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The mayor of the Tanzanian city of Arusha, Juma Kileo, spoke.", "Juma Kileo", "TZA"),
        ("Arusha's mayor, Juma Kileo, spoke.", "Juma Kileo", "TZA"),
        (MALI + "Interior Minister Oumar Sow condemned the arrests.", "Oumar Sow", "MLI"),
        (PERU + "Foreign Minister Marta Soler condemned the fine.", "Marta Soler", None),
        # no prime minister in Peru's neighbour, no president in Norway
        (
            "Norway fined a Norwegian ship in Norway. Chile paid. Prime Minister Kari Halvorsen spoke.",
            "Kari Halvorsen",
            "NOR",
        ),
        ("The US and Norway quarrelled over fish. Treasury Secretary Walter Kane spoke.", "Walter Kane", "USA"),
        ("Norway and Sweden quarrelled over fish. Treasury Secretary Walter Kane spoke.", "Walter Kane", None),
        # somebody else holds the office
        (MALI + "Malian President Ali Keita met President Walter Kane.", "Walter Kane", None),
        # the state is the other party
        (MALI + "President Walter Kane urged Mali to yield.", "Walter Kane", None),
        # by his colleague, unless they are two sides
        ("Malian President Ali Keita and Finance Minister Oumar Sow left for Oslo.", "Oumar Sow", "MLI"),
        ("Talks between Malian President Ali Keita and Finance Minister Kari Lie began.", "Kari Lie", None),
        # by the government that is called after him
        (MALI + "The Diouf government arrested two men.", "Diouf", "MLI"),
    ],
)
def test_officers_are_of_the_state_that_alone_can_be_meant(reader, text, name, country):
    assert {m.country for m in reader.read(text).mentions if m.name == name} == {country}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("BERLIN - Foreign Minister Ann Roe leaves for Senegal at the weekend.", "Ann Roe", "DEU"),
        ("OSLO - Norway will send aid to Chad, Foreign Minister Ann Roe said.", "Ann Roe", "NOR"),
        ("LIMA - President Ann Roe will visit Chad, the Peruvian Foreign Ministry announced.", "Ann Roe", "PER"),
        ("BERLIN - Germany's chancellor will be received in Lima by President Ann Roe on Monday.", "Ann Roe", None),
        ("BERLIN - German Chancellor Jo Oni is in Lima. Prime Minister Ann Roe received him.", "Ann Roe", None),
        ("LONDON - Foreign Minister Ann Roe urged Britain to lift its sanctions on Chad.", "Ann Roe", None),
        ("LIMA - President Ann Roe arrived on Monday. The White House said she would leave soon.", "Ann Roe", None),
        ("LONDON - President Ann Roe praised British troops on Monday.", "Ann Roe", None),
        ("GENEVA - Foreign Minister Ann Roe met her Chilean counterpart on Monday.", "Ann Roe", None),
    ],
)
def test_officers_named_by_their_office_alone_are_of_the_capital_that_the_text_is_told_from(
    reader, text, name, country
):
    assert {m.country for m in reader.read(text).mentions if m.name == name} == {country}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("LIMA - Peru and Chile quarrelled. The foreign ministry urged Chile to yield.", "PER"),
        ("LIMA - Peru and Chile quarrelled. Chile hit back, and Chile's navy sailed. The foreign ministry left.", None),
        ("LIMA - Peru and Chile quarrelled. The foreign ministry urged Peru to yield.", None),
        ("GENEVA - Peru and Chile quarrelled. The foreign ministry urged Chile to yield.", None),
    ],
)
def test_home_of_a_ministry_that_acts_is_the_capital_that_the_text_is_told_from(reader, text, country):
    assert countries(reader, text, "foreign ministry") == {country}


def test_home_makes_reports_and_mentions_agree(reader):
    reading = reader.read(MALI + "Police arrested two men. Police said so.")
    told = {p.country for r in reading.reports for p in r.participants if p.sector == "COP"}
    assert told == {m.country for m in reading.mentions if m.sector == "COP"} == {"MLI"}
