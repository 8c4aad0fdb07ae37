from __future__ import annotations

import pytest

from communique.lexicon.actors import ActorLexicon
from communique.reading.actors import find_actors
from communique.reading.blocks import Block
from communique.reading.parse import Prepared, parse
from communique.records import Article


@pytest.fixture(scope="module")
def references(nlp):
    lexicon = ActorLexicon.load()

    def read(text: str) -> list[tuple[str, list[str]]]:
        article = Article(id="article-1", text=text)
        parsed = next(parse(nlp, [Prepared(article, text, None, (Block("paragraph", 0, len(text)),))]))
        mentions = [m for m in find_actors(parsed, lexicon).mentions if m.how in {"pronoun", "role"}]
        return [(m.sentence.span(m.first, m.last).text, [e.name for e in m.entities]) for m in mentions]

    return read


def test_coreference_takes_the_subject_of_the_sentence_before(references):
    text = "Kari Halvorsen met Marta Soler in Oslo. She said that she hoped for more."
    assert references(text) == [("She", ["Kari Halvorsen"]), ("she", ["Kari Halvorsen"])]


def test_coreference_takes_who_is_judged_for_what_is_its(references):
    assert references("Chad punished Niger for its raid.") == [("its", ["Niger"])]
    assert references("Chad bombed Niger for its oil company.") == [("its", ["Chad"])]


def test_coreference_looks_ahead_from_words_before_the_main_clause(references):
    text = "Marta Soler resigned. During her tour Kari Halvorsen met the press."
    assert references(text) == [("her", ["Kari Halvorsen"])]


def test_coreference_leaves_quotations_and_equal_candidates_alone(references):
    assert references('Walter Kane spoke. "He is late," an aide said.') == []
    assert references("There were talks between Walter Kane and Paul Garnier. He left.") == []


def test_coreference_minds_the_gender_of_titles(references):
    assert references("Mr. Kane spoke. She left.") == []


def test_coreference_ties_it_and_they_to_the_subject_of_the_same_sentence(references):
    assert references("Syria said it would withdraw.") == [("it", ["Syria"])]
    assert references("Kenyan rebels said they would withdraw.") == [("they", ["Kenyan rebels"])]
    assert references("Syria agreed. It was raining.") == []


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("Chad signed the treaty on Monday. It rejected an earlier draft.", "It", ["Chad"]),
        ("Kari Halvorsen met Marta Soler in Oslo. They discussed fish.", "They", ["Kari Halvorsen", "Marta Soler"]),
        ("Kari Halvorsen held talks with Marta Soler. They discussed fish.", "They", ["Kari Halvorsen", "Marta Soler"]),
        ("Norway and Chile signed a treaty. They will trade more.", "They", ["Norway", "Chile"]),
        ("Chad attacked Peru and Mali. They fought for days.", "They", ["Chad", "Peru", "Mali"]),
    ],
)
def test_coreference_goes_on_with_the_subject_of_the_sentence_before(references, text, pronoun, meant):
    assert references(text) == [(pronoun, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "Chad signed the treaty. Peru said that it rejected the draft, and it left.",
        "Chad signed the treaty. It was said that the draft was worse.",
        "Kari Halvorsen resigned. They discussed fish.",
    ],
)
def test_coreference_goes_on_with_nobody_where_another_may_be_meant(references, text):
    assert not any(meant for pronoun, meant in references(text) if pronoun == "They" or "Chad" in meant)


def test_role_nouns_take_up_the_two_persons_named_last(references):
    text = "Kari Halvorsen called Marta Soler on Monday. The two diplomats will meet next week."
    assert references(text) == [("The two diplomats", ["Kari Halvorsen", "Marta Soler"])]


def test_role_nouns_take_up_the_two_states_of_the_article(references):
    text = "Norway and Chile signed a treaty. The two countries will trade more."
    assert references(text) == [("The two countries", ["Norway", "Chile"])]


def test_role_nouns_stay_open_with_three_candidates(references):
    text = "Kari Halvorsen, Marta Soler and Paul Garnier met. The two ministers left."
    assert references(text) == []


def test_pronouns_follow_the_two_whom_a_noun_means(reader):
    text = "Ann Roe met Juma Okello. The two leaders said they had signed a pact. The two will visit Oslo."
    found = {m.span.text: set() for m in reader.read(text).mentions}
    for m in reader.read(text).mentions:
        found[m.span.text].add(m.name)
    for words in ("The two leaders", "they", "The two"):
        assert found[words] == {"Ann Roe", "Juma Okello"}


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("Kari Halvorsen met the banker Marta Soler, who said she would resign.", "she", ["Marta Soler"]),
        ("Kari Halvorsen, who met the banker Marta Soler, said she would resign.", "she", ["Kari Halvorsen"]),
        ("Walter Kane met Paul Garnier. Kane thanked him.", "him", ["Paul Garnier"]),  # no one is thanked by himself
        ("Kari Halvorsen thanked her aides.", "her", ["Kari Halvorsen"]),
        ("Sipho Dlamu wrote his letter to President Thandi Nkosa. She asked him to stay.", "She", ["Thandi Nkosa"]),
        ("Sipho Dlamu wrote his letter to President Thandi Nkosa. She asked him to stay.", "him", ["Sipho Dlamu"]),
        ("Kari Halvorsen said Chad would recall its envoy.", "its", ["Chad"]),  # the subject of the nearest clause
        ("Kari Halvorsen told Chad to recall its envoy.", "its", ["Chad"]),
        ("Chad said it is clear that troops left.", "it", None),
        ("Norway and Chile signed a treaty. The two countries trade. They are friends.", "They", ["Norway", "Chile"]),
        ("NATO left. The alliance said it had won.", "it", ["NATO"]),
        ("NATO left. Its chairman smiled.", "Its", ["NATO"]),
        ("Walter Kane met Kari Halvorsen. Kane said they had agreed.", "they", ["Walter Kane", "Kari Halvorsen"]),
    ],
)
def test_coreference_minds_who_does_it_and_the_nearest_clause(references, text, pronoun, meant):
    found = dict(references(text))
    assert found.get(pronoun) == meant


@pytest.mark.parametrize(
    ("text", "noun", "meant"),
    [
        (
            "Kenya, Chad and Mali applied. Peru slept. The three countries hope.",
            "The three countries",
            "Kenya Chad Mali",
        ),
        (
            "Kenya, Chad and Mali applied. The three African nations hope.",
            "The three African nations",
            "Kenya Chad Mali",
        ),
    ],
)
def test_a_counted_noun_takes_up_a_list_with_as_many_members(references, text, noun, meant):
    assert dict(references(text))[noun] == meant.split()


def test_a_counted_noun_takes_up_no_list_of_another_length_or_kind(references):
    assert references("Kenya, Chad and Mali applied. The four countries hope.") == []
    assert references("Kenya, Chad and Mali applied. The three rivers rose.") == []
    assert references("Kenya, Chad and Mali applied. Three countries hope.") == []


def test_its_before_an_infinitive_is_who_is_told_to(references):
    assert references("The storms forced Norway at its summit to raise the price.") == [("its", ["Norway"])]
    assert references("Norway told Chile in its letter to leave.") == [("its", ["Norway"])]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("A State Department spokesman said it had called on Chad to leave.", ["State Department"]),
        (
            "A spokesman for the Chadian foreign ministry said it had called on Niger to leave.",
            ["Chadian foreign ministry"],
        ),
        ("A State Department spokesman told the European Union it had called on Chad to leave.", None),
        ("A State Department spokesman said it was raining.", None),
    ],
)
def test_coreference_takes_it_for_the_body_that_a_spokesman_speaks_for(references, text, meant):
    assert dict(references(text)).get("it") == meant


def test_coreference_surname_is_not_that_of_whoever_goes_by_the_given_name(reader):
    text = (
        "Ana Ruiz, aged six, came to Chile with her father, Juan Ruiz. Ana lives in Santiago. Ana goes to school. "
        "A judge heard Ana on Monday. Ruiz met the Chilean minister on Tuesday."
    )
    meeting = next(r for r in reader.read(text).reports if r.kind == "meeting")
    assert "Juan Ruiz" in [p.name for p in meeting.participants]


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        # of two joined by "and" neither is meant where somebody else may be
        ("Paul Garnier and Walter Kane doubted the president's power to act as he proposed.", "he", ["president"]),
        # who is meant by one pronoun is meant by the next
        (
            "Walter Kane spoke. His views clashed with those of Paul Garnier and Juma Okello; he left.",
            "he",
            ["Walter Kane"],
        ),
        # a noun for one human being, where nobody is named
        ("Police seized a man in Lodwar and released him later.", "him", ["man"]),
        ("Police seized a woman in Lodwar and released him later.", "him", None),
        ("Every child should have his rights.", "his", None),
        # what stands in a quotation does not part a subject from the one before
        (
            'Walter Kane left. "The raid was wrong. It was unlawful. It was cruel." He condemned Chad.',
            "He",
            ["Walter Kane"],
        ),
        ("``The raid was wrong,'' Walter Kane said. ``It was cruel.'' He condemned Chad.", "He", ["Walter Kane"]),
        ("''The raid was wrong,'' Walter Kane said. ''It was cruel.'' He condemned Chad.", "He", ["Walter Kane"]),
    ],
)
def test_coreference_keeps_to_whom_the_text_is_about(references, text, pronoun, meant):
    assert dict(references(text)).get(pronoun) == meant


BEFORE = "Chad and Togo quarrelled for weeks. "


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (BEFORE + "The two presidents met in Lima.", {"Chad president", "Togo president"}),
        (BEFORE + "The two prime ministers met in Lima.", {"Chad prime minister", "Togo prime minister"}),
        (BEFORE + "The two leaders met in Lima.", {"Chad leader", "Togo leader"}),
        (BEFORE + "Their foreign ministers met in Lima.", {"Chad foreign minister", "Togo foreign minister"}),
        (BEFORE + "The two countries said their presidents met in Lima.", {"Chad president", "Togo president"}),
        (BEFORE + "Diplomats of both countries met in Lima.", {"Chad diplomats", "Togo diplomats"}),
        (
            "President Ann Roe of Chad quarrelled with Togo. The two presidents met in Lima.",
            {"Ann Roe", "Togo president"},
        ),
        ("Chad, Togo and Mali quarrelled. The two presidents met in Lima.", set()),
        (BEFORE + "The two students met in Lima.", {"two students"}),
        (BEFORE + "Ann Roe and Juma Okello met. The two presidents dined.", {"Ann Roe", "Juma Okello"}),
    ],
)
def test_role_nouns_for_officials_of_two_states_that_alone_were_named(reader, text, names):
    assert {p.name for r in reader.read(text).reports if r.kind == "meeting" for p in r.participants} == names


def test_coreference_takes_no_predicate_for_somebody(references):
    text = "The court branded Walter Kane as a terrorist and froze the money that belonged to him."
    assert references(text) == [("him", ["Walter Kane"])]
    assert references("Walter Kane was a lawyer. He left.") == [("He", ["Walter Kane"])]


def test_coreference_takes_nobody_for_whose_aide_he_is(references):
    assert ("he", ["Walter Kane"]) not in references("As aide to Walter Kane he met the press.")
    text = "Paul Garnier was named on Monday. As an aide to Walter Kane he will brief the press."
    assert ("he", ["Paul Garnier"]) in references(text)


def test_coreference_takes_nobody_for_whom_he_helps(references):
    text = "Walter Kane, who worked for Paul Garnier, helped him win."
    assert ("him", ["Walter Kane"]) not in references(text)


def test_coreference_leaves_a_stranger_who_speaks_his_pronoun(references):
    text = "Another said that Walter Kane might bid, but he said Kane would not run Chad."
    assert ("he", ["Walter Kane"]) not in references(text)
    assert ("he", ["Walter Kane"]) not in references("One chartist said that Walter Kane might bid. He said no more.")
    assert ("he", ["Walter Kane"]) in references("A poll said that Walter Kane lied when he spoke.")


def test_coreference_means_the_subject_where_others_want_him_to_act(references):
    text = "Walter Kane laughed off calls from loyalists for him to step down."
    assert ("him", ["Walter Kane"]) in references(text)


def test_coreference_leaves_what_is_a_nearer_body_s_own(references):
    assert ("its", ["Acme Corp"]) not in references("Acme Corp hopes that Roe's board will reevaluate its position.")
    assert ("its", ["Chad"]) not in references("Chad will lend Niger oil to help it meet its needs.")
    assert ("its", ["Acme Corp"]) in references("Acme Corp said that its board raised its dividend.")


def test_coreference_means_the_movement_that_a_spokesman_speaks_for(references):
    assert ("it", ["Houthis"]) in references("A spokesman for the Houthi movement said that it had written to Chad.")


def test_its_may_mean_the_subject_of_the_main_clause_behind(reader):
    def parties(text):
        return [{p.country for p in r.participants} for r in reader.read(text).reports if r.kind == "expulsion"]

    assert parties("With its expulsion of two Nigerian diplomats, Chad angered the king.") == [{"TCD", "NGA"}]
    assert parties("Mali left. With its expulsion of two Nigerian diplomats, Chad angered the king.") == [{"NGA"}]


def test_coreference_both_are_the_only_two_that_are_joined(references):
    pact = "Norway spoke of a pact between Egypt and Israel. "
    assert references(pact + "Both exchanged prisoners in May.") == [("Both", ["Egypt", "Israel"])]
    assert references(pact[:-2] + " and of ties to Chad and Mali. Both exchanged prisoners in May.") == []


def test_coreference_the_two_are_the_sides_of_what_was_told(references):
    pact = "Egypt and Israel signed a pact. "
    assert references(pact + "The two exchanged prisoners.") == [("The two", ["Egypt", "Israel"])]
    assert references(pact + "Kenya criticised the pair.") == [("the pair", ["Egypt", "Israel"])]
    assert references("Marta Soler met Paul Garnier. Both agreed.") == [("Both", ["Marta Soler", "Paul Garnier"])]
    assert references("Marta Soler met Paul Garnier and Walter Kane. Both agreed.") == []
    assert references("Police arrested two Kenyan men. Both were charged.") == [("Both", ["two Kenyan men"])]
    assert references(pact + "Egypt is small. Food is scarce. The two may talk.") == []
    assert references(pact + "The two accords differ.") == []


def test_coreference_it_is_what_the_clause_joined_to_it_is_about(references):
    assert references("Chad rejected the plan and Mali opposed it.") == []
    assert references("Chad attacked Niger and Mali condemned it.") == [("it", ["Niger"])]


def test_coreference_leaves_alone_for_whose_sake_somebody_is_asked(references):
    assert references("Chad asked Niger to sell Mali rice so that it could pay its debts.")[:1] != [("it", ["Niger"])]
