"""The plain tokens of a document say what spaCy's say."""

from __future__ import annotations

import pytest
from spacy.lang.en.lex_attrs import like_num
from spacy.lang.lex_attrs import is_punct, is_quote

from communique.reading.tokens import Doc

TEXT = (
    "On Monday the German minister, who had arrived late, met Ms. Okafor in Paris and  signed the accord. "
    '"We won\'t go," a spokesman of the European Union said; 25 others left. Talks between France and Chad?'
)
SAME = (
    *("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_"),
    *("is_space", "is_alpha", "is_punct", "is_quote", "like_num"),
)


@pytest.fixture(scope="module")
def both(nlp):
    annotated = nlp(TEXT)
    for token in annotated:  # features of spaCy's that the pipeline does not look at, and so leaves unset
        token.lex.is_alpha = token.text.isalpha()
        token.lex.is_punct = is_punct(token.text)
        token.lex.is_quote = is_quote(token.text)
        token.lex.like_num = like_num(token.text)
    return annotated, Doc(annotated, TEXT)


def indexes(tokens):
    return [token.i for token in tokens]


def test_tokens_have_the_annotation_of_spacys(both):
    for theirs, ours in zip(*both, strict=True):
        assert {name: getattr(ours, name) for name in SAME} == {name: getattr(theirs, name) for name in SAME}
        assert len(ours) == len(theirs)


def test_tokens_have_the_tree_of_spacys(both):
    for theirs, ours in zip(*both, strict=True):
        assert ours.head.i == theirs.head.i
        for name in ("children", "lefts", "ancestors", "subtree"):
            assert indexes(getattr(ours, name)) == indexes(getattr(theirs, name)), name
        assert (ours.left_edge.i, ours.right_edge.i) == (theirs.left_edge.i, theirs.right_edge.i)
        assert [ours.is_ancestor(other) for other in both[1]] == [theirs.is_ancestor(other) for other in both[0]]


def test_tokens_stand_beside_their_neighbours(both):
    _, doc = both
    assert doc[3].nbor() is doc[4]
    assert doc[3].nbor(-2) is doc[1]
    for token, step in ((doc[0], -1), (doc[-1], 1)):
        with pytest.raises(IndexError):
            token.nbor(step)


def test_tokens_spans_are_those_of_spacys(both):
    annotated, doc = both
    for ours, theirs in ((doc.sents, list(annotated.sents)), (doc.ents, annotated.ents)):
        assert [(s.start, s.end, s.label_, s.text, s.root.i) for s in ours] == [
            (s.start, s.end, s.label_, s.text, s.root.i) for s in theirs
        ]
    assert [e.text for e in doc.sents[0].ents] == [e.text for e in next(annotated.sents).ents]
    assert all(token in token.sent for token in doc)
    for start in range(len(doc)):
        for end in (start, start + 1, start + 4, len(doc)):
            ours, theirs = doc[start:end], annotated[start : max(start, end)]
            assert (ours.text, indexes(ours)) == (theirs.text, indexes(theirs))
            assert not len(ours) or ours.root.i == theirs.root.i


def test_tokens_in_a_stretch_of_text(both):
    annotated, doc = both
    for start in range(-1, len(TEXT)):
        for end in (start + 1, start + 9, len(TEXT), len(TEXT) + 1):
            theirs = annotated.char_span(start, end, alignment_mode="expand")
            assert indexes(doc.tokens_in(start, end)) == (indexes(theirs) if theirs is not None else []), (start, end)


def test_tokens_take_another_head(nlp):
    theirs = nlp("She said that it should leave and called for calm.")
    ours = Doc(theirs, theirs.text)
    for at, head in ((7, 1), (3, 3), (1, 3)):
        theirs[at].head = theirs[head]
        ours[at].hang_on(ours[head])
        for token, other in zip(ours, theirs, strict=True):
            assert token.head.i == other.head.i
            assert indexes(token.children) == indexes(other.children)
