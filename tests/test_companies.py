"""Companies and those who work for them, told from persons and states."""

from __future__ import annotations

import pytest

from communique.lexicon.actors import ActorLexicon
from communique.reading.actors import find_actors, mention_records
from communique.reading.blocks import Block
from communique.reading.parse import Prepared, parse
from communique.records import Article, Mention


@pytest.fixture(scope="module")
def mentions_of(nlp):
    lexicon = ActorLexicon.load()

    def read(text: str) -> dict[str, Mention]:
        article = Article(id="article-1", text=text)
        parsed = next(parse(nlp, [Prepared(article, text, None, (Block("paragraph", 0, len(text)),))]))
        return {mention.span.text: mention for mention in mention_records(find_actors(parsed, lexicon))}

    return read


def test_companies_are_organisations_in_full_and_in_short(mentions_of):
    found = mentions_of(
        "Harlow Hughes Inc sold its plant. Harlow said it would buy Roe Tool Corp. Roe Tool Corp left. Roe Tool won."
    )
    assert found["Harlow Hughes Inc"].type == found["Harlow"].type == "organisation"
    assert found["Harlow"].actor == found["Harlow Hughes Inc"].actor
    assert found["Roe Tool"].actor == found["Roe Tool Corp"].actor
    assert found["Roe Tool"].sector == "BUS"


def test_companies_named_after_a_person_leave_the_person_alone(mentions_of):
    found = mentions_of("John Roe founded Roe Tool Corp in Oslo. Later Roe resigned.")
    assert found["Roe"].type == "person"
    assert found["Roe"].actor == found["John Roe"].actor


def test_companies_of_one_first_word_are_not_mixed_up(mentions_of):
    found = mentions_of("Harlow Tool Corp and Harlow Shipping Ltd sued each other. Harlow won.")
    assert found["Harlow Tool Corp"].actor != found["Harlow Shipping Ltd"].actor
    assert "Harlow" not in found or found["Harlow"].actor not in {
        found["Harlow Tool Corp"].actor,
        found["Harlow Shipping Ltd"].actor,
    }


def test_companies_do_not_reach_over_conjunctions_or_hyphens(mentions_of):
    found = mentions_of("Chad and Acme Corp agreed. The Organization for Security and Co-operation in Europe met.")
    assert found["Chad"].actor == "state:TCD"
    assert found["Organization for Security and Co-operation in Europe"].actor == "org:osce"


def test_companies_give_their_officers_their_sector(mentions_of):
    found = mentions_of("Acme Corp president Paul Reyes spoke.")
    (president,) = [mention for mention in found.values() if mention.name == "Paul Reyes"]
    assert (president.sector, president.office) == ("BUS", "President")


def test_companies_bodies_called_councils_are_not_the_united_nations(mentions_of):
    found = mentions_of("The National Security Council met. The UN Security Council voted.")
    assert found["National Security Council"].actor != found["UN Security Council"].actor == "org:unsc"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cable and Norwood Plc left Chad.", "Cable and Norwood Plc"),
        ("Clients left H and R Norwood Inc.", "H and R Norwood Inc."),
        ("Australia and New Zealand Norwood Group Ltd left Chad.", "Australia and New Zealand Norwood Group Ltd"),
    ],
)
def test_companies_begin_with_a_line_of_business_an_initial_or_two_states(reader, text, name):
    assert name in {m.name for m in reader.read(text).mentions}


def test_companies_do_not_take_up_a_state_or_firm_before_them(reader):
    assert {"Chad", "Norwood Tool Corp"} <= {m.name for m in reader.read("Chad and Norwood Tool Corp met.").mentions}


def test_companies_are_no_part_of_a_compound(reader):
    names = {m.name for m in reader.read("Japan does not buy U.S. Super-computers, envoys said.").mentions}
    assert not any("Super" in name for name in names)


def test_companies_may_end_in_the_name_of_a_state(reader):
    names = {m.name for m in reader.read("Norwood Canada reported a loss. The Bank of Canada met envoys.").mentions}
    assert names >= {"Norwood Canada", "Bank of Canada"}
    assert "Canada" not in names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The bonds were sold by Norvik Metals Co (Europe) Ltd in May.", "Norvik Metals Co (Europe) Ltd"),
        ("The bonds were sold by Norvik Harlow (Media) Ltd in May.", "Norvik Harlow (Media) Ltd"),
        ("An analyst of Norvik Metals Co International Inc agreed.", "Norvik Metals Co International Inc"),
        ("An analyst of Norvik Metals Co Canada Ltd agreed.", "Norvik Metals Co Canada Ltd"),
        ("The bid of Dunn Corp Holdings Ltd was rejected.", "Dunn Corp Holdings Ltd"),
        ("The bid of Mole 7 Holdings Inc was rejected.", "Mole 7 Holdings Inc"),
        ("The bid of Norvik Metals Co (Norvik) was rejected.", "Norvik Metals Co"),
        ("In May 1986 Norvik Metals Co (then small) Ltd was sold.", "Norvik Metals Co"),
        ("On May 7 Harlow Holdings Inc was sold.", "Harlow Holdings Inc"),
    ],
)
def test_companies_go_on_to_the_last_legal_form(mentions_of, text, name):
    assert name in mentions_of(text)


def test_companies_do_not_swallow_their_neighbours(mentions_of):
    found = mentions_of("Norvik Metals Co, Harlow Tool Inc and Dunn Corp sued Acme Ltd (Oslo).")
    assert {"Norvik Metals Co", "Harlow Tool Inc", "Dunn Corp", "Acme Ltd"} <= found.keys()


def test_branches_are_not_their_parents(mentions_of):
    found = mentions_of("Norvik Metals Co and Norvik Metals Co (Europe) Ltd said they would merge.")
    assert found["Norvik Metals Co"].actor != found["Norvik Metals Co (Europe) Ltd"].actor


@pytest.mark.parametrize(
    "text",
    [
        "Joan Harlow, the head of Harlow Broadcasting Corp, met John Dunn. Harlow shares rose. Later Harlow merged.",
        "Joan Harlow left Harlow Broadcasting Corp in May. Harlow said it expects a profit. Later Harlow merged.",
    ],
)
def test_a_bare_name_means_the_firm_that_shares_or_it_tell_of(mentions_of, text):
    found = mentions_of(text)
    assert found["Joan Harlow"].type == "person"
    assert found["Harlow"].actor == found["Harlow Broadcasting Corp"].actor


@pytest.mark.parametrize(
    "text",
    [
        "Joan Harlow left Harlow Broadcasting Corp. Harlow said she expects a profit. Later Harlow resigned.",
        "Joan Harlow left Harlow Broadcasting Corp. Harlow said it is late. Later Harlow resigned.",
        "Joan Harlow left Harlow Broadcasting Corp. Harlow shares rose when Mrs. Harlow resigned. Harlow wept.",
    ],
)
def test_a_bare_name_means_the_person_otherwise(mentions_of, text):
    assert mentions_of(text)["Harlow"].actor == mentions_of(text)["Joan Harlow"].actor


def test_a_given_name_opens_a_sentence_though_the_surname_is_a_firms_too(mentions_of):
    found = mentions_of("Harlow Mines Co fell. Harlow shares rose. The bid for Harlow failed. Dudley Harlow resigned.")
    assert found["Dudley Harlow"].type == "person"
    assert found["Harlow"].actor == found["Harlow Mines Co"].actor


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kenyan Herders' Association rejected the plan.", "Kenyan Herders' Association"),
        ("The state-owned Kenyan Harlow Union rejected the plan.", "Kenyan Harlow Union"),
    ],
)
def test_a_body_by_proper_name_is_an_organisation(mentions_of, text, name):
    assert [(m.name, m.type) for m in mentions_of(text).values()] == [(name, "organisation")]


@pytest.mark.parametrize("text", ["A Kenyan trade union rejected the plan.", "The Kenyan herders' unions rejected it."])
def test_a_body_by_common_noun_is_a_group(mentions_of, text):
    assert {m.type for m in mentions_of(text).values() if m.name != "it"} == {"group"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The minister said most Canadians backed the plan.", "Canadians"),
        ("Some Kenyan officials backed the plan.", "Kenyan officials"),
        ("These Kenyan officials met other Kenyan officials.", "other Kenyan officials"),
        ("The minister met two Kenyan officials.", "two Kenyan officials"),
        ("The minister met at least 50 Kenyan officials.", "at least 50 Kenyan officials"),
    ],
)
def test_groups_are_called_without_quantifiers(mentions_of, text, name):
    assert name in {m.name for m in mentions_of(text).values()}


def test_short_names_of_companies_are_whole(mentions_of):
    found = mentions_of("Harlow Credit Inc rose. It bought a bank. Harlow Credit said it will sell it.")
    assert found["Harlow Credit"].actor == found["Harlow Credit Inc"].actor
    assert "Harlow" not in found


def test_a_group_named_after_a_person_is_not_the_person(mentions_of):
    found = mentions_of("Joan Harlow left Harlow Group Inc in May. Harlow Group said that Joan Harlow had resigned.")
    assert found["Harlow Group"].actor == found["Harlow Group Inc"].actor != found["Joan Harlow"].actor


def test_a_firm_named_without_its_legal_form_first_is_one_firm(mentions_of):
    found = mentions_of(
        "Envoys left. Harlow Metals rose. The bid of Harlow Metals Corp failed. A bank lent Harlow Metals it."
    )
    assert found["Harlow Metals"].actor == found["Harlow Metals Corp"].actor
    assert found["Harlow Metals"].sector == "BUS"


def test_a_branch_goes_by_its_name_without_the_bracket(mentions_of):
    found = mentions_of("The bonds of Harlow Finance (Asia) Ltd fell. Harlow Finance said it will sell more.")
    assert found["Harlow Finance"].actor == found["Harlow Finance (Asia) Ltd"].actor


def test_an_opener_makes_it_another_firm(mentions_of):
    found = mentions_of("Harlow Co rose. Harlow holds half of the plant. National Harlow was sold to a bank.")
    assert found["Harlow"].actor == found["Harlow Co"].actor != found["National Harlow"].actor


def test_companies_of_a_continent_are_whole(mentions_of):
    assert "Norvik Motor of America Inc" in mentions_of("The plant was sold by Norvik Motor of America Inc in Ohio.")


def test_a_unit_abroad_is_another_company_than_its_parent(mentions_of):
    found = mentions_of("Harlow Metals Inc rose. It sold Harlow Metals GmbH in May. Harlow Metals will sue its unit.")
    assert found["Harlow Metals"].actor == found["Harlow Metals Inc"].actor != found["Harlow Metals GmbH"].actor
    found = mentions_of("Harlow Metals Inc rose. A bank lent Harlow Metals Corp it, in May.")
    assert found["Harlow Metals Inc"].actor == found["Harlow Metals Corp"].actor
