"""Who is meant by an office, by "the leader" of a state or body, and by a nationality alone."""

from __future__ import annotations

import pytest

from communique.lexicon.actors import ActorLexicon
from communique.reading.actors import find_actors, mention_records
from communique.reading.blocks import Block
from communique.reading.parse import Prepared, parse
from communique.records import Article

PAIR = "Norwegian Prime Minister Kari Halvorsen met Chilean President Marta Soler. "


@pytest.fixture(scope="module")
def mentions_of(nlp):
    lexicon = ActorLexicon.load()

    def read(text: str):
        article = Article(id="article-1", text=text)
        parsed = next(parse(nlp, [Prepared(article, text, None, (Block("paragraph", 0, len(text)),))]))
        return mention_records(find_actors(parsed, lexicon))

    return read


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (PAIR + "The Norwegian praised the Chilean.", "Norwegian", "Kari Halvorsen"),
        (PAIR + "The Norwegian praised the Chilean.", "Chilean", "Marta Soler"),
        (PAIR + "The Chilean leader smiled.", "Chilean leader", "Marta Soler"),
        (PAIR + "Norway's leader smiled.", "Norway's leader", "Kari Halvorsen"),
        (PAIR + "The Chilean military leader smiled.", "Chilean military leader", None),
        (PAIR + "A Chilean leader smiled.", "Chilean leader", None),
        (PAIR + "The Norwegian economy grew.", "Norwegian", None),
        ("UN Secretary-General Olu Adeyemi met NATO chief Nils Ekman. The UN chief left.", "UN chief", "Olu Adeyemi"),
        ("Kremlin spokesman Oleg Petrenko spoke. The Kremlin said so.", "Kremlin", None),
        ("Walter Kane, a former president, spoke. The president of Peru left.", "president", None),
    ],
)
def test_holders_of_words_that_name_nobody(mentions_of, text, words, name):
    found = mentions_of(text)
    persons = {m.actor: m.name for m in found if m.name in {"Kari Halvorsen", "Marta Soler", "Olu Adeyemi"}}
    last = [mention for mention in found if mention.span.text == words][-1:]
    assert [persons.get(mention.actor) for mention in last] == ([name] if last else [])
    assert last or name is None


@pytest.mark.parametrize(
    ("text", "name", "office", "sector"),
    [
        ("Former President Walter Kane spoke.", "Walter Kane", "President", "ELI"),
        ("Then-President Walter Kane spoke.", "Walter Kane", "President", "ELI"),
        ("Ex-Prime Minister Walter Kane spoke.", "Walter Kane", "Prime Minister", "ELI"),
        ("President-elect Walter Kane spoke.", "Walter Kane", "President-elect", "GOV"),
        ("Prime Minister-designate Walter Kane spoke.", "Walter Kane", "Prime Minister-designate", "GOV"),
        ("Incoming Foreign Minister Walter Kane spoke.", "Walter Kane", "Incoming Foreign Minister", "GOV"),
        ("Acting Foreign Minister Walter Kane spoke.", "Walter Kane", "Foreign Minister", "GOV"),
        ("Assistant U.S. Treasury Secretary Walter Kane spoke.", "Walter Kane", "Assistant Treasury Secretary", "GOV"),
    ],
)
def test_holders_of_offices_of_the_past_and_the_future(mentions_of, text, name, office, sector):
    assert [(m.office, m.sector) for m in mentions_of(text) if m.name == name] == [(office, sector)]


def test_holders_former_president_is_not_the_president(mentions_of):
    found = mentions_of("Former Chilean President Marta Soler spoke. The Chilean president disagreed.")
    named, unnamed = (next(m for m in found if m.span.text.endswith(end)) for end in ("Soler", "Chilean president"))
    assert named.actor != unnamed.actor


@pytest.mark.parametrize(
    ("text", "words", "full"),
    [
        ("Her Indonesian counterpart Retno Wulan spoke. Retno left.", "Retno", "Retno Wulan"),
        ("British Prime Minister Joan May met Leo Roe. May said June was near.", "May", "Joan May"),
        ("Mexican President Ana María Soler Reyes left. Soler Reyes waved.", "Soler Reyes", "Ana María Soler Reyes"),
        ("Jordan's King Harun II met reporters. Harun smiled.", "Harun", "Harun II"),
        ("Pope Linus met Sheikh Omar al-Karim. The pontiff smiled.", "pontiff", "Linus"),
    ],
)
def test_holders_names_in_short(mentions_of, text, words, full):
    found = mentions_of(text)
    (actor,) = {mention.actor for mention in found if mention.name == full}
    assert actor in {mention.actor for mention in found if mention.span.text == words}


def test_holders_two_of_another_office_are_not_meant(mentions_of):
    assert not [m for m in mentions_of(PAIR + "Both presidents smiled.") if m.span.text == "Both presidents"]
    assert len([m for m in mentions_of(PAIR + "Both leaders smiled.") if m.span.text == "Both leaders"]) == 2


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Former Chilean President Marta Soler left. The former president smiled.", "former president", "Marta Soler"),
        ("Chilean President Marta Soler left. The former president smiled.", "former president", None),
        ("Chilean lawmaker Marta Soler left. The lawmaker smiled.", "lawmaker", "Marta Soler"),
        ("Lawmakers Marta Soler and Ana Reyes left. The lawmaker smiled.", "lawmaker", None),
        ("Chilean lawmaker Marta Soler left. A lawmaker smiled.", "lawmaker", None),
    ],
)
def test_holders_of_what_an_article_called_them_before(mentions_of, text, words, name):
    found = mentions_of(text)
    meant = {m.actor for m in found if m.span.text == words}
    assert (
        meant <= {m.actor for m in found if m.name == name}
        if name
        else meant.isdisjoint(m.actor for m in found if m.name == "Marta Soler")
    )
    assert meant or name is None


def test_holder_is_not_whom_he_meets(mentions_of):
    text = "Danish President Ole Madsen met Chilean President Marta Soler. The president thanked Soler."
    assert [m.name for m in mentions_of(text) if m.span.text == "president"] == ["Ole Madsen"]


def test_holders_of_two_offices_are_one_person(reader):
    text = "Chief executive Kari Halvorsen left. Paul Garnier, chairman and chief executive of Norwood Inc, stayed."
    meant = [m.name for m in reader.read(text).mentions if m.span.text == "chief executive"]
    assert meant == ["Paul Garnier"]


def test_holders_with_articles_of_their_own_are_two(reader):
    text = "Paul Garnier, president, and a chairman left Chad."
    assert "Paul Garnier" not in {m.name for m in reader.read(text).mentions if m.span.text == "chairman"}


def test_holders_of_an_office_of_the_readers_own_state_are_not_of_the_one_spoken_of(reader):
    told = (
        "President Kane defended himself over the Chad scandal. Asked about Chad, he said it was a mistake. "
        "The Chad affair had hurt him. Chad held {} hostages. Critics spoke of the Chad deal."
    )
    states = [
        {m.country for m in reader.read(told.format(whose)).mentions if m.name == "Kane"} for whose in ("two", "U.S.")
    ]
    assert states == [{"TCD"}, {None}]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Sen. Walter Kane (D-N.J.) urged relief for Chad. Chad was glad.", "Walter Kane", "USA"),
        ("Walter Kane, R-Iowa, spoke of Chad.", "Walter Kane", "USA"),
        ("Walter Kane (I-beam maker) spoke of Chad.", "Walter Kane", None),
        ("US Treasury Secretary Ann Roe met Treasury Secretary Mario Brod of the junta.", "Mario Brod", None),
        ("Treasury Secretary Mario Brod spoke of US tariffs.", "Mario Brod", "USA"),
        ("President Walter Kane, under fire over the Chad-contra affair, spoke. He was glad.", "Walter Kane", None),
        ("Chairwoman Donna Brazill spoke. Her successor, Brazill, has that power.", "Donna Brazill", None),
    ],
)
def test_holders_state_is_not_one_beside(reader, text, name, country):
    assert {mention.country for mention in reader.read(text).mentions if mention.name == name} == {country}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("LIMA, Ohio - Police in Lima arrested two men.", "Police", "USA"),
        ("LIMA, Ohio - A man was shot on Monday. Lima police arrested two men.", "Lima police", "USA"),
        ("LIMA - A man was shot on Monday. Lima police arrested two men.", "Lima police", "PER"),
        ("A man from Warsaw, Indiana, was arrested.", "man", None),
        ("A man from Warsaw was arrested.", "man", "POL"),
    ],
)
def test_holders_namesake_of_a_capital_is_no_capital(reader, text, words, country):
    assert [mention.country for mention in reader.read(text).mentions if mention.span.text == words] == [country]


def test_holders_a_people_is_none_of_its_men(mentions_of):
    text = "British minister Nigel Harding left. Rebels fought the British."
    assert [m.type for m in mentions_of(text) if m.span.text == "British"] != ["person"]


def test_holders_whose_government_is_his(mentions_of):
    text = "Turkmen President Oleg Berdi spoke of Chad. Mr Berdi said his government would pay Niger."
    assert [m.country for m in mentions_of(text) if m.span.text.endswith("government")] == ["TKM"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Ann Lee, BBC Nairobi correspondent, spoke.", "GBR"),
        ("Ann Lee, a Nairobi correspondent, spoke.", "KEN"),
        ("UN Libya envoy Ann Lee spoke.", None),
        ("Former Cabinet minister Ann Lee praised the US. US banks spoke. US envoys left for the US.", None),
    ],
)
def test_holders_are_of_whom_they_work_for(mentions_of, text, country):
    assert [m.country for m in mentions_of(text) if m.name == "Ann Lee"][:1] == [country]
