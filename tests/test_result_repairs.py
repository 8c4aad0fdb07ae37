"""Words that name the result of a verb make one verb with it."""

import pytest


@pytest.mark.parametrize(
    ("text", "result", "thing"),
    [
        ("Canada set free two Chadian diplomats on Tuesday.", "free", "diplomats"),
        ("Canada set two Chadian diplomats free on Tuesday.", "free", "diplomats"),
        ("Canada sent packing 14 Chadian diplomats on Tuesday.", "packing", "diplomats"),
        ("Canada sent 14 Chadian diplomats packing on Tuesday.", "packing", "diplomats"),
        ("Police let go 67 activists on Monday.", "go", "activists"),
    ],
)
def test_result_repairs_join_a_result_and_the_object_to_the_verb(repaired, text, result, thing):
    root = repaired(text).sents[0].root
    assert [(c.text, c.dep_) for c in root.children if c.dep_ in {"prt", "dobj"}] in (
        [(result, "prt"), (thing, "dobj")],
        [(thing, "dobj"), (result, "prt")],
    )


@pytest.mark.parametrize("text", ["Canada wants free trade.", "They are packing their bags.", "It sent a free copy."])
def test_result_repairs_leave_other_words_alone(nlp, repaired, text):
    before = [(t.tag_, t.dep_, t.head.i) for t in nlp(text)]
    assert [(t.tag_, t.dep_, t.head.i) for t in repaired(text)] == before
