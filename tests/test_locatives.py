"""Where acts took place, by the syntax around their triggers."""

import pytest

from communique.reading.blocks import split_blocks
from communique.reading.locatives import governing_place
from communique.reading.parse import Prepared, parse
from communique.reading.places import find_places
from communique.reading.sentence_places import dateline_place
from communique.records import Article


@pytest.fixture(scope="module")
def read(nlp):
    def read(text):
        return next(parse(nlp, [Prepared(Article(id="a", text=text), text, None, split_blocks(text))]))

    return read


def place_of(parsed, trigger, *, destination=False):
    places = find_places(parsed)
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.text == trigger:
                found = governing_place(places, sentence, token, destination=destination)
                return found.span.text if found is not None else None
    raise AssertionError(f"{trigger} is not in the text")


@pytest.mark.parametrize(
    ("trigger", "text", "place"),
    [
        ("met", "The ministers met in Manila on Monday.", "Manila"),
        ("sat", "On a three-nation Gulf tour, he sat down in Muscat with the king.", "Muscat"),
        ("huddled", "They huddled for forty minutes on the sidelines of a summit in Paris.", "Paris"),
        ("spoke", "They spoke on the roof of a building on Governors Island.", "Governors Island"),
        ("killed", "The bomb killed a mother and her four children in the town of Gao.", "Gao"),
        ("met", "They met in a Swiss village on Monday.", "Swiss"),
        ("fired", "The rocket was fired at the Iraqi port of Basra.", "Basra"),
        ("summit", "The summit in Manila ended without a deal.", "Manila"),
        ("meeting", "The Moscow meeting lasted four hours.", "Moscow"),
        ("Talks", "Talks in Geneva resumed on Friday.", "Geneva"),
        ("attacked", "Rebels attacked a convoy near Idlib, Syria.", "Idlib"),
        ("marched", "Thousands marched through central Oslo on Monday.", "Oslo"),
        ("met", "The leaders met in Paris, France, to discuss the crisis in Syria.", "Paris"),
        ("talks", "The president arrived in Oslo for talks.", "Oslo"),
        ("talks", "The president travelled to Oslo for talks.", "Oslo"),
        ("talks", "The two sides held talks in Vienna on the nuclear programme.", "Vienna"),
        ("agreed", "At a meeting in Brussels, ministers agreed to impose sanctions on Iran.", "Brussels"),
        ("signed", "The agreement was signed at a ceremony in Washington.", "Washington"),
        ("strikes", "Air strikes in eastern Aleppo killed ten people.", "Aleppo"),
        ("exploded", "The bomb exploded outside a hotel in central Baghdad.", "Baghdad"),
        ("met", "In Ankara, the prime minister met the ambassador.", "Ankara"),
        ("arrested", "Police arrested three men in the northern city of Mosul.", "Mosul"),
        ("attack", "The prime minister, speaking in Doha, condemned the attack in Istanbul.", "Istanbul"),
        ("met", "The two met on the sidelines of the G20 summit in Osaka.", "Osaka"),
        ("meet", "The ministers are to meet in the Jordanian capital, Amman, on Tuesday.", "Amman"),
        ("shelled", "The army shelled Idlib on Sunday.", "Idlib"),
        ("attack", "The attack on Kharkiv killed two.", "Kharkiv"),
        ("met", "HANOI, Vietnam (AP) - The ministers met here on Friday.", "HANOI"),
        ("bombed", "Jets bombed a market in Idlib.", "Idlib"),
        ("met", "The minister met the envoy for three hours in Lima on Monday.", "Lima"),
        ("meeting", "The meeting that was planned for Friday in Lagos was postponed.", "Lagos"),
        ("summit", "The summit will be held in Lima next year.", "Lima"),
        ("meeting", "The meeting took place in Astana.", "Astana"),
        ("shelling", "Ukraine accused Russia of shelling a village near Kherson.", "Kherson"),
        ("met", "The minister met his counterpart from Japan in Tokyo.", "Tokyo"),
        ("met", "The minister flew to Lima on Monday and met the envoy.", "Lima"),
        ("met", "The minister wrote to Lima and met the envoy.", None),
        ("protested", "Thousands protested in Chad's capital on Saturday.", "Chad's capital"),
        ("met", "Envoys met in Peru's south.", "Peru"),
        ("met", "Envoys met in Peru's shadow.", None),
        ("took", "Thousands took to the streets of Lima.", "Lima"),
        ("marched", "Thousands marched through a square in Lima.", "Lima"),
        ("meet", "The minister is expected in Lima on Monday, where he will meet the envoy.", "Lima"),
        ("talks", "The minister travelled to Lima, where he will hold talks with the envoy.", "Lima"),
        ("ceasefire", "Both sides agreed a ceasefire in Nagorno-Karabakh.", "Nagorno-Karabakh"),
        ("met", "He arrived in Geneva and met the envoy.", "Geneva"),
        ("talks", "The minister held talks with Amina Diop in Dakar on Monday.", "Dakar"),
        ("met", "The minister met President Amina Diop in Dakar on Monday.", "Dakar"),
        ("met", "The minister met the prime minister of Chad in Dakar on Monday.", "Dakar"),
        ("talks", "They agreed on talks between officials of the two states in Dakar.", "Dakar"),
        ("discussed", "The minister discussed the border with President Diop in Dakar.", "Dakar"),
        ("summit", "Chad will join a NATO summit set for Oslo in April.", "Oslo"),
        ("talks", "The talks are planned for Dakar.", "Dakar"),
    ],
)
def test_locatives_place_of_the_act(read, trigger, text, place):
    assert place_of(read(text), trigger) == place


@pytest.mark.parametrize(
    ("trigger", "text"),
    [
        ("discuss", "The leaders met to discuss the crisis in Syria."),
        ("held", "The two sides held talks in Vienna on the nuclear programme."),
        ("impose", "At a meeting in Brussels, ministers agreed to impose sanctions on Iran."),
        ("condemned", "The prime minister, speaking in Doha, condemned the attack in Istanbul."),
        ("criticised", "The minister criticised Beijing on Sunday."),
        ("attack", "Russia's attack was condemned."),
        ("sanctions", "The sanctions on Iran were lifted."),
        ("accused", "Ukraine accused Russia of shelling a village near Kherson."),
        ("withdraw", "France will withdraw its troops from Mali."),
        ("spoke", "They spoke by phone on Monday at the request of Paris."),
        ("spoke", "They spoke on the situation in Mali."),
        ("spoke", "They spoke to a Swiss reporter."),
    ],
)
def test_locatives_places_of_other_things_are_left_alone(read, trigger, text):
    assert place_of(read(text), trigger) is None


@pytest.mark.parametrize(
    ("trigger", "text", "place"),
    [
        ("flew", "The minister flew to Moscow to meet his counterpart.", "Moscow"),
        ("arrived", "The president arrived in Oslo for talks.", "Oslo"),
        ("travel", "He will travel to Beijing next week.", "Beijing"),
        ("visit", "The president's visit to Japan was postponed.", "Japan"),
        ("visited", "The chancellor visited Warsaw on Friday.", "Warsaw"),
    ],
)
def test_locatives_destination_of_a_journey(read, trigger, text, place):
    assert place_of(read(text), trigger, destination=True) == place


def test_locatives_destination_is_asked_for(read):
    assert place_of(read("The minister flew to Moscow."), "flew") is None


def test_locatives_dateline_place_is_the_opening_one(read):
    parsed = read("LIMA, Peru (AP) - Chile sent an envoy.\nHe left Quito - by ship.")
    assert dateline_place(find_places(parsed), parsed.text).span.text == "LIMA"
    assert dateline_place((), "") is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bomb killed 14 people in Lima on Monday.", "Lima"),
        ("At least 14 people were killed by a bomb in Lima, Peru.", "Lima"),
        ("An attack on a market in Lima killed ten people.", "Lima"),
        ("Gunmen killed two soldiers and a driver in Lima.", "Lima"),
        ("Police detained 60 students in Lima on Monday.", "Lima"),
        ("Gunmen from Lima killed a driver.", None),
        ("The Danish minister praised 60 students in Lima.", None),
    ],
)
def test_locatives_those_whom_an_act_befell_are_where_it_was(reader, text, place):
    report = next(iter(reader.read(text).reports), None)
    assert (report.place.name if report is not None and report.place is not None else None) == place
