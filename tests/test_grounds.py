"""Where acts are by what they are."""

import pytest

from communique.lexicon.grounds import check_grounds


def country(reader, text, kind):
    (report,) = (r for r in reader.read(text).reports if r.kind == kind)
    return report.place and report.place.country


def test_grounds_hold_in_their_examples(reader):
    assert list(check_grounds((), reader.read)) == []


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("Chad sent 300 soldiers to Togo on Sunday.", "deployment", "TGO"),
        ("Chadian troops withdrew from Togo on Sunday.", "withdrawal", "TGO"),
        ("The president of Chad received the Togolese foreign minister on Sunday.", "visit", "TCD"),
        ("Chad deported two Togolese journalists on Sunday.", "expulsion", "TCD"),
        ("Chadian police arrested three senators on Sunday.", "arrest", "TCD"),
        ("Chadian rebels killed four policemen on Sunday.", "attack", "TCD"),
        ("Chadian students protested on Sunday.", "protest", "TCD"),
        ("Chad voted to leave the African Union in a referendum on Sunday.", "election", "TCD"),
        ("Chad banned Togolese airlines on Sunday.", "sanction", "TCD"),
        ("Chadian prosecutors opened an investigation into the Chadian president.", "investigation", "TCD"),
        ("Chad's interior minister resigned on Sunday.", "resignation", "TCD"),
        ("Chad tested a missile on Sunday.", "weapons test", "TCD"),
        ("Togo and Niger are at odds. Togo is big. Chadian police arrested four gunmen on Sunday.", "arrest", "TCD"),
        ("Chad's former premier was convicted of fraud on Sunday.", "trial", "TCD"),
        ("Crews in Togo went on strike on Sunday.", "strike", "TGO"),
        ("Chad deployed 300 soldiers to the town of Atakpame in Togo on Sunday.", "deployment", "TGO"),
    ],
)
def test_grounds_of_acts_that_name_no_place(reader, text, kind, where):
    assert country(reader, text, kind) == where


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chadian soldiers killed four gunmen on Sunday.", "attack"),
        ("Chadian rebels killed four Togolese soldiers on Sunday.", "attack"),
        ("Two Chadians were killed on Sunday by a bomb.", "attack"),
        (
            "Togo, said Chad's neighbours, fell quiet. Chadian rebels killed four policemen near the Togolese border.",
            "attack",
        ),
        ("The ambassador of Chad received the Togolese foreign minister on Sunday.", "visit"),
    ],
)
def test_grounds_are_unknown_where_those_who_act_may_be_abroad(reader, text, kind):
    assert country(reader, text, kind) is None


def test_grounds_are_those_of_the_state_that_the_article_is_about(reader):
    text = "Togo is at war. Togo has lost three towns. Togo's president is ill. Chadian rebels killed four policemen."
    assert country(reader, text, "attack") is None
    text = "Chad is at war. Chad has lost three towns. Chad's president is ill. Chadian rebels killed four policemen."
    assert country(reader, text, "attack") == "TCD"
