"""Words that look like actors and are none: offices that are sought, venues, models, halves of names."""

from __future__ import annotations

import pytest

from communique.lexicon.actors import ActorLexicon
from communique.reading.actors import find_actors
from communique.reading.blocks import Block
from communique.reading.parse import Prepared, parse
from communique.records import Article


@pytest.fixture(scope="module")
def named(nlp):
    lexicon = ActorLexicon.load()

    def read(text: str) -> list[tuple[str, list[str]]]:
        article = Article(id="article-1", text=text)
        parsed = next(parse(nlp, [Prepared(article, text, None, (Block("paragraph", 0, len(text)),))]))
        mentions = find_actors(parsed, lexicon).mentions
        return [(m.sentence.span(m.first, m.last).text, [e.name for e in m.entities]) for m in mentions]

    return read


def _names(found) -> set[str]:
    return {name for _, names in found for name in names}


@pytest.mark.parametrize(
    "text",
    [
        "The Orange Party nominated Ada Brill for president and Otto Lind for vice president.",
        "In 2016 the ticket of James Holm for President and Bill Bayer for Vice President was on the ballot.",
        "The post of prime minister is vacant.",
        "Ada Brill wants to be president.",
    ],
)
def test_offices_that_are_sought_are_nobody(named, text):
    assert not any("resident" in name or "minister" in name for name in _names(named(text)))


def test_offices_with_an_article_are_somebody(named):
    assert "vice president" in _names(named("The vice president resigned on Sunday."))


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("A man stabbed people at Coopers' Hall in London.", "Coopers' Hall"),
        ("The jet docked at the International Space Station (ISS). The crew of the ISS waved.", "ISS"),
        ("CCTV captured their arrival at the building.", "CCTV"),
    ],
)
def test_venues_and_things_are_nobody(named, text, thing):
    assert not any(thing in name for name in _names(named(text)))


def test_two_adjectives_of_states_are_neither_state(named):
    found = named("Turkish and Turkish Cypriot mining rights were overlooked.")
    assert found == [("Turkish", ["Turkey"])]
    assert _names(named("Turkish and Cypriot officials met.")) >= {"Turkish officials", "Cypriot officials"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Life and Harvest Party held its first convention.", "Life and Harvest Party"),
        ("Holm became the chair of the House Harbour and Reform Committee.", "House Harbour and Reform Committee"),
        ("He was a member of the Select Committee on Harlow.", "Select Committee on Harlow"),
        ("TRE is a unit of Granite Co of America.", "Granite Co of America"),
        ("Johnson and Johnson said it is operating under a licence.", "Johnson and Johnson"),
    ],
)
def test_names_are_not_cut_before_what_goes_on(named, text, name):
    assert name in _names(named(text))


def test_a_day_or_state_goes_on_with_no_name(named):
    assert "Select Committee" in _names(named("He spoke to the Select Committee on Monday."))
    assert "Granite Co" in _names(named("TRE is a unit of Granite Co of Chad."))


def test_a_description_before_the_clause_is_nobody_new(named):
    found = named("Ada Lund left the town. A freelancer, she was praised for her work.")
    assert _names(found) == {"Ada Lund"}


def test_kinship_words_tell_the_gender(named):
    assert dict(named("He asked Ratna aunty if he could stay."))["Ratna"] == ["Ratna"]
    assert "he" not in dict(named("He asked Ratna aunty if he could stay."))


def test_the_spokesman_is_of_the_body_named_last(named):
    text = "A Tona spokesman said it was fine. The spokesman left. A Brimley spokesman agreed. The spokesman smiled."
    spokesmen = [names for words, names in named(text) if words.lower().endswith("spokesman")]
    assert spokesmen == [["Tona spokesman"], ["Tona spokesman"], ["Brimley spokesman"], ["Brimley spokesman"]]


def test_it_is_left_alone_where_a_thing_owns_what_is_changed(named):
    text = "Harlow Inc said it will raise the plant's output by moving it to Chad."
    assert [names for words, names in named(text) if words == "it"] == [["Harlow Inc"]]


def test_a_commission_is_no_group(named):
    text = "The Brimley Trade Association met the Salt and Fishing Commission. The group left."
    assert ("The group", ["Salt and Fishing Commission"]) not in named(text)


def test_the_company_is_not_one_named_before_what_the_sentence_is_about(named):
    text = "The car was built with Harlow Motor Corp. The Tona Group was a Brimley firm, according to the company."
    assert ("the company", ["Harlow Motor Corp."]) not in named(text)
    text = "The car was built with Harlow Motor Corp. Prices will rise in May, according to the company."
    assert ("the company", ["Harlow Motor Corp."]) in named(text)


def test_another_is_somebody_else(nlp):
    article = Article(id="article-1", text="A diplomat said it was late. Another diplomat said it was early.")
    block = Block("paragraph", 0, len(article.text))
    parsed = next(parse(nlp, [Prepared(article, article.text, None, (block,))]))
    mentions = find_actors(parsed, ActorLexicon.load()).mentions
    assert len({m.entities[0].id for m in mentions}) == len(mentions) == 2


def test_banks_are_no_persons(named):
    assert not any(name.startswith("KL") and name != "KL Bank" for name in _names(named("KL Bank said it would lend.")))
    assert "Ann Roe Securities" in _names(named("Ann Roe Securities said it would sign."))


@pytest.mark.parametrize(
    "text",
    [
        "The scarf on his head was red.",
        "Lund led in the head-to-head polling average.",
        "The source code was shown on Sunday.",
        "She sat in a chair.",
        "The bond was cut, lead manager Tona Ltd said.",
        "Tona Ltd said so as lead manager.",
    ],
)
def test_nouns_for_things_and_parts_in_deals_are_nobody(named, text):
    assert not any(word in name for name in _names(named(text)) for word in ("head", "source", "chair", "manager"))


@pytest.mark.parametrize("text", ["A source said it was late.", "The head of the agency left.", "The chair resigned."])
def test_nouns_for_things_may_be_people(named, text):
    assert len(named(text)) >= 1


def test_codes_of_shares_are_no_persons(named):
    assert _names(named("Options are available in Harlow Plc <HARL.L> from March.")) == {"Harlow Plc"}


def test_opposition_to_a_thing_is_no_actor_but_an_opposition_is(named):
    assert _names(named("Peru voiced its opposition to the deal on Monday.")) == {"Peru"}
    assert _names(named("Togo faced opposition from Peru on Monday.")) == {"Togo", "Peru"}
    assert "Peruvian opposition" in _names(named("The premier met the Peruvian opposition on Monday."))
    assert "Peruvian opposition" in _names(named("The Peruvian opposition to the premier boycotted the vote."))
