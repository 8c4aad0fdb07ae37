"""Names that a parser takes apart are joined, and others are left alone."""

import pytest

from communique.reading.name_repairs import join_in_headline, join_names
from communique.reading.tokens import Doc


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Prime ministers Gabor Vertesi of Hungary and Milan Hrabovec of Slovakia held talks.",
            {"Vertesi", "Hrabovec"},
        ),
        ("Presidents Ivan Lavrenko of Russia and Wang Yun of China met in Sochi.", {"Lavrenko", "Yun"}),
        (
            "Korean President Han Jiwook and visiting Peruvian President Rosa Quispe talked on Monday.",
            {"Jiwook", "Quispe"},
        ),
    ],
)
def test_name_repairs_make_each_of_two_persons_a_subject(nlp, text, who):
    doc = Doc(nlp(text), text)
    join_names(doc)
    subject = next(token for token in doc if token.dep_ == "nsubj")
    assert {subject.text, *(c.text for c in subject.children if c.dep_ == "conj")} == who


def test_name_repairs_join_two_names_that_a_headline_sets_side_by_side(nlp):
    text = "Morocco, Philippines sign extradition treaty"
    doc = Doc(nlp(text), text)
    join_in_headline(doc)
    assert [(token.text, token.dep_, token.head.text) for token in doc if token.ent_type_ == "GPE"] == [
        ("Morocco", "nsubj", "sign"),
        ("Philippines", "conj", "Morocco"),
    ]


def test_name_repairs_leave_a_day_at_the_head_of_a_headline_alone(nlp):
    text = "Monday, Philippines sign treaty"
    doc = Doc(nlp(text), text)
    before = [(token.dep_, token.head.i) for token in doc]
    join_in_headline(doc)
    assert [(token.dep_, token.head.i) for token in doc] == before
