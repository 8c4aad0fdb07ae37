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
