"""The faster pipeline gives what the stock one gives: the same decisions, and vectors that differ in the last bits."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from communique.reading.parse import load_model

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
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start, t.ent_iob_, t.ent_type_)
        for t in doc
    ]


def test_inference_gives_the_decisions_of_the_stock_pipeline(nlp: Language, stock: Language):
    for faster, slower in zip(nlp.pipe(TEXTS), stock.pipe(TEXTS), strict=True):
        assert decisions(faster) == decisions(slower)
        assert list(map(str, faster.ents)) == list(map(str, slower.ents))


def test_inference_gives_the_vectors_of_the_stock_pipeline(nlp: Language, stock: Language):
    for text in TEXTS[:6]:
        assert np.allclose(nlp(text).tensor, stock(text).tensor, atol=1e-4)


def test_inference_does_not_depend_on_what_was_read_before(nlp: Language):
    alone = nlp(TEXTS[0]).tensor
    for text in TEXTS:
        nlp(text)
    assert np.array_equal(nlp(TEXTS[0]).tensor, alone)
    assert np.array_equal(load_model()(TEXTS[0]).tensor, alone)


def test_inference_forgets_words_when_it_holds_too_many(nlp: Language, monkeypatch: pytest.MonkeyPatch):
    before = [decisions(doc) for doc in nlp.pipe(TEXTS)]
    monkeypatch.setattr("communique.reading.inference._MOST_ROWS", 8)
    monkeypatch.setattr("communique.reading.attribute_table._MOST_FORMS", 8)
    monkeypatch.setattr("communique.reading.lemma_table._MOST_WORDS", 8)
    assert [decisions(nlp(text)) for text in TEXTS] == before


def test_inference_replaces_each_component_by_one_of_its_name(nlp: Language, stock: Language):
    assert nlp.pipe_names == stock.pipe_names
    kinds = {name: type(component).__name__ for name, component in nlp.pipeline}
    assert kinds["ner"] == "BatchedRecogniser"
    assert kinds["attribute_ruler"] == "AttributeTable"
    assert kinds["lemmatizer"] == "LemmaTable"
    assert nlp.get_pipe("tok2vec").model.name == "accelerated_tok2vec"


def test_inference_refuses_to_train(nlp: Language):
    with pytest.raises(NotImplementedError, match="train the one"):
        nlp.get_pipe("tok2vec").model([nlp.make_doc("Paris")], is_train=True)
