"""Verbs behind a prefix and a hyphen, and names before bare offices, are what they are in the sentence."""

import pytest


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("President Otto Borg was re-elected in May with 60 percent of the vote.", "elect", "Borg"),
        ("Otto Borg was re-elected president.", "elect", "Borg"),
        ("Otto Borg was re-elected president of Malta.", "elect", "Borg"),
        ("Chad and Niger re-established diplomatic ties on Monday.", "establish", "Chad"),
        ("Chad re-opened its border with Niger.", "open", "Chad"),
        ("The two states co-signed a letter.", "sign", "states"),
    ],
)
def test_verb_repairs_join_a_prefix_to_its_verb(repaired, text, lemma, subject):
    root = repaired(text).sents[0].root
    assert root.lemma_ == lemma
    assert [c.text for c in root.children if c.dep_ in {"nsubj", "nsubjpass"}] == [subject]


@pytest.mark.parametrize("text", ["Re: the letter - it was signed.", "The co-chairman of the board left."])
def test_verb_repairs_leave_other_prefixes_alone(nlp, repaired, text):
    before = [(t.tag_, t.dep_, t.head.i) for t in nlp(text)]
    assert [(t.tag_, t.dep_, t.head.i) for t in repaired(text)] == before


@pytest.mark.parametrize(
    "text",
    [
        "The Maltese parliament elected Otto Borg prime minister.",
        "The Maltese king named Otto Borg prime minister.",
    ],
)
def test_verb_repairs_make_a_name_before_an_office_the_object(repaired, text):
    root = repaired(text).sents[0].root
    assert {c.dep_: c.text for c in root.children if c.dep_ in {"dobj", "oprd"}} == {"dobj": "Borg", "oprd": "minister"}


@pytest.mark.parametrize(
    "text", ["The Maltese board elected Borg loyalist Anna Vella.", "The Maltese king named the prime minister."]
)
def test_verb_repairs_leave_other_objects_alone(nlp, repaired, text):
    before = [(t.dep_, t.head.i) for t in nlp(text)]
    assert [(t.dep_, t.head.i) for t in repaired(text)] == before


def test_verb_repairs_make_a_name_before_as_the_object(reader):
    text = "Kenya named General Otto Borg as its new army chief on Tuesday."
    (report,) = reader.read(text).reports
    assert [(p.role, p.name) for p in report.participants] == [("actor", "Kenya"), ("recipient", "Otto Borg")]
