"""Clauses that patterns ask for on a verb: the test that costs little loses none of them."""

from __future__ import annotations

import pytest

from communique.reading.complements import complement_verb, may_have_clause, named_in_clauses
from communique.reading.tokens import Doc


def verb_of(nlp, text, lemma):
    return next(token for token in Doc(nlp(text), text) if token.lemma_ == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "named"),
    [
        ("Chad threatened to close the border.", "threaten", {"close"}),
        ("Chad vowed to go ahead.", "vow", {"go", "go-ahead"}),
        ("Chad accused Niger of shelling the town.", "accuse", {"shell"}),
        ("Chad made clear that Niger must pay.", "make", {"pay"}),
        ("Chad threatened Niger.", "threaten", set()),
    ],
)
def test_named_in_clauses_are_their_verbs(nlp, text, lemma, named):
    assert named_in_clauses(verb_of(nlp, text, lemma)) == named


@pytest.mark.parametrize(
    "text",
    [
        "Chad said Niger must pay and that it would not accept the plan.",
        "Chad called on Niger to stop shelling the town and warned that it could strike back.",
        "Chad said the raid was the work of Niger, and the minister denied that he was guilty.",
        "The minister made clear that Chad has to withdraw its troops unless it is paid.",
        "Chad waited for Niger to act, refused to talk and was accused of arming rebels.",
    ],
)
def test_may_have_clause_loses_no_clause(nlp, reader, text):
    patterns = [p for known in reader.events.frames.verbs.values() for _, p in known if p.complement is not None]
    doc = Doc(nlp(text), text)
    found = [(verb, p) for verb in doc for p in patterns if complement_verb(verb, p) is not None]
    assert found
    assert all(may_have_clause(pattern, named_in_clauses(verb)) for verb, pattern in found)
