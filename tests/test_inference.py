"""The faster pipeline gives what the stock one gives: the same decisions, and vectors that differ in the last bits."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from communique.reading.annotator import accelerate
from communique.reading.inference import Layout
from communique.reading.model import load_model

TEXTS = [
    "President Ilves of Estonia met Angela Brandt, Germany's foreign minister, in Tallinn on Tuesday, 4 May 2021.",
    "There were 3,000 troops at the Kerch Strait; the US Navy's USS Ross wasn't among them, the BBC said.",
    "I'm gonna tell you: it's what they've got ta do, y' all.",
    "He said he would've gone there had she not been so tired, and that it rained",
    "TEHRAN - IRAN AND IRAQ SIGNED THE ACCORD.  The U.N. Security Council's five permanent members hailed it.",
    "New York-based Reuters and Agence France-Presse of Paris reported two Boeing 747s and 12 pct more aid",
    "",
    " ",
    "Paris",
    "Qwxzt unheard-of wrds, naïve café 北京 \U0001f600 and e-mails@example.org!",
]


@pytest.fixture(scope="module")
def stock() -> Language:
    return load_model(faster=False)


def decisions(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, t.left_edge.i, t.is_sent_start, t.ent_iob_, t.ent_type_)
        for t in doc
    ]


def annotated(nlp: Language, articles: Sequence[Sequence[str]]) -> list[list[Doc]]:
    docs = [[nlp.make_doc(text) for text in texts] for texts in articles]
    nlp.get_pipe("annotator").annotate(docs)
    return docs


def test_inference_gives_the_decisions_of_the_stock_pipeline(nlp: Language, stock: Language):
    for faster, slower in zip(annotated(nlp, [TEXTS])[0], stock.pipe(TEXTS), strict=True):
        assert decisions(faster) == decisions(slower)
        assert list(map(str, faster.ents)) == list(map(str, slower.ents))


def test_inference_gives_the_vectors_of_the_stock_pipeline(nlp: Language, stock: Language):
    for text in TEXTS[:6]:
        assert np.allclose(vectors(nlp, [text]), stock(text).tensor, atol=1e-4)


def vectors(nlp: Language, article: Sequence[str], before: Sequence[str] = ()) -> np.ndarray:
    """The vectors of an article's words, when it is read behind another."""
    annotator = nlp.get_pipe("annotator")
    docs = [[nlp.make_doc(text) for text in texts] for texts in (before, article)]
    layout = Layout(docs)
    forms, _ = annotator._forms(layout.docs)
    return annotator._vectors(forms, layout)[0][layout.of_words][sum(map(len, docs[0])) :]


@pytest.mark.parametrize("before", [TEXTS[:1], TEXTS[1:4], TEXTS[5:6] * 9])
def test_inference_does_not_depend_on_company(nlp: Language, before: Sequence[str]):
    article = [text for text in TEXTS if text]
    assert np.array_equal(vectors(nlp, article, before), vectors(nlp, article))
    alone = [decisions(doc) for doc in annotated(nlp, [article])[0]]
    assert [decisions(doc) for doc in annotated(nlp, [before, article, before])[1]] == alone


def test_inference_does_not_depend_on_what_was_read_before(nlp: Language):
    article = [text for text in TEXTS if text]
    assert np.array_equal(vectors(load_model(), article), vectors(nlp, article))


def test_inference_forgets_words_when_it_holds_too_many(nlp: Language, monkeypatch: pytest.MonkeyPatch):
    before = [decisions(doc) for doc in nlp.pipe(TEXTS)]
    monkeypatch.setattr("communique.reading.inference._MOST_FORMS", 8)
    monkeypatch.setattr("communique.reading.word_table._MOST_WORDS", 8)
    assert [decisions(nlp(text)) for text in TEXTS] == before


def test_inference_gives_the_same_for_forms_whose_windows_are_not_kept(nlp: Language, monkeypatch: pytest.MonkeyPatch):
    article = [text for text in TEXTS if text]
    kept = vectors(nlp, article)
    monkeypatch.setattr("communique.reading.inference._MOST_SIDES", 8)
    assert np.array_equal(vectors(load_model(), article), kept)


def test_inference_replaces_components_of_the_usual_kinds_only(nlp: Language, stock: Language):
    assert nlp.pipe_names == ["annotator"]
    with stock.select_pipes(disable=["ner"]):
        accelerate(stock)
        assert "annotator" not in stock.pipe_names
