import pytest


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Police fired on protesters in Kenya.", "Police", "KEN"),
        ("Protesters torched the Danish consulate.", "Protesters", None),
        ("Foreign banks urged the government of Peru to pay.", "Foreign banks", None),
        ("The Hamburg-based shipping line signed an agreement with Kenya.", "Hamburg-based shipping line", None),
        ("Niger said its forces had attacked Chadian rebels.", "forces", "NER"),
        ("President Diouf denied that money for Iran had paid the rebels in Chad.", "Diouf", None),
        ("Bankers met ministers in Belgium.", "Bankers", None),
        ("The Bolivian president accused miners of a plot.", "miners", "BOL"),
        ("Rebels asked Norway to mediate.", "Rebels", None),
        ("Officials asked Norway to mediate.", "Officials", None),
        ("A U.S.-led coalition attacked protesters in Kenya.", "U.S.-led coalition", None),
        ("Leaders of member states condemned protesters in Kenya.", "Leaders", None),
    ],
)
def test_domestic_state_is_given_only_where_the_sentence_makes_it_plain(reader, text, name, country):
    found = {p.name: p.country for report in reader.read(text).reports for p in report.participants}
    assert found[name] == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("NAIROBI - Crowds filled the streets of Kenya. Police fired tear gas at students.", "KEN"),
        ("NAIROBI - Crowds filled the streets of Chad. Police fired tear gas at students.", None),
        ("NAIROBI - Kenya denied it. Police in Chad fired tear gas at students.", "TCD"),
    ],
)
def test_domestic_police_are_those_of_the_state_that_news_is_told_from(reader, text, country):
    found = {p.country for r in reader.read(text).reports for p in r.participants if p.sector == "COP"}
    assert found == {country}


def test_domestic_its_means_no_person(reader):
    text = "Venezuela's president cut ties with Colombia and expelled its diplomats."
    found = {p.name: p.country for report in reader.read(text).reports for p in report.participants}
    assert found["diplomats"] == "COL"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Foreign Secretary Ana Ruiz spoke to her Guatemalan counterpart, Mexico's foreign ministry said.",
            "Ana Ruiz",
            "MEX",
        ),
        ("Foreign Secretary Ana Ruiz met the Mexican president, Mexico's foreign ministry said.", "Ana Ruiz", None),
        ("President Ali Diouf threatened to impose a curfew in Cairo.", "Ali Diouf", "EGY"),
        ("President Ali Diouf arrived in Cairo.", "Ali Diouf", None),
        ("Bandits carried off villagers in Nigeria's Zamfara state.", "Bandits", "NGA"),
        ("The West African bloc closed its borders with Mali.", "West African bloc", None),
    ],
)
def test_domestic_state_follows_from_who_tells_of_it_and_from_where_it_is_done(reader, text, name, country):
    assert {m.country for m in reader.read(text).mentions if m.name == name} == {country}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Naval commandos boarded two boats to nab 12 Yemeni pirates.", "Naval commandos", None),
        ("In Kenya and Tanzania the bombers fled.", "bombers", None),
        ("In Kenya the rebels fled.", "rebels", "KEN"),
        ("The blasts killed 259 people, including two Kenyans.", "259 people", None),
    ],
)
def test_domestic_troops_are_not_of_the_state_of_those_they_fight(reader, text, name, country):
    mentions = [m for m in reader.read(text).mentions if m.span.text.endswith(name)]
    assert [m.country for m in mentions] == [country]
