"""A spaCy pipeline's annotation - tags, parse, lemmas, entities - of many articles at once, with less work.

The decisions are those of the pipeline; only what leads to them is computed in other ways (see the modules that this
one brings together), and what nothing here looks at, the morphology of words and their vectors, is not written down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IS_SPACE, LEMMA, POS, SENT_START, TAG
from spacy.language import Language
from spacy.pipeline import Tagger
from spacy.pipeline._parser_internals.nonproj import DELIMITER, deprojectivize
from spacy.tokens import Doc
from spacy.vectors import Mode
from spacy.vocab import Vocab

from communique.reading import attribute_table, lemma_table, recogniser, transitions
from communique.reading.attribute_table import AttributeRules
from communique.reading.inference import (
    FORM,
    Attributes,
    Embedding,
    Floats,
    FormTable,
    Indices,
    Layer,
    Layout,
    Windows,
    chunks,
)
from communique.reading.lemma_table import Lemmas
from communique.reading.recogniser import Recogniser
from communique.reading.static_vectors import StaticVectors
from communique.reading.transitions import ArcEager
from communique.reading.word_table import WordTable

NAME = "annotator"
_STEPS = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]
_WINDOWS = "with_array(residual(expand_window>>maxout>>layernorm"
#: A component of spaCy's, whose types say too little of its parts to be of use here.
Component = Any
#: Values of ENT_IOB.
_INSIDE, _OUTSIDE, _BEGINS = 1, 2, 3


@Language.factory(NAME)
def _component(nlp: Language, name: str) -> Annotator:  # noqa: ARG001 - as factories are called
    return Annotator()


def accelerate(nlp: Language, vectors: StaticVectors | None = None) -> None:
    """Put an annotator in the place of a pipeline's components, where they are all of the usual kinds.

    ``vectors`` are those of its vocabulary, which has none of its own then.
    """
    if nlp.pipe_names != _STEPS:
        return
    steps: list[Component] = [nlp.get_pipe(name) for name in _STEPS]
    tok2vec, tagger, parser, ruler, lemmatizer, ner = steps
    if not (
        isinstance(tagger, Tagger)
        and transitions.is_usual(parser)
        and attribute_table.is_usual(ruler)
        and lemma_table.is_usual(lemmatizer)
        and recogniser.is_usual(ner)
        and nlp.vocab.vectors.mode == Mode.default
        and _is_usual(tok2vec.model)
        and _is_usual(ner.model.get_ref("tok2vec").layers[0])
    ):
        return
    for name in _STEPS:
        nlp.remove_pipe(name)
    annotator = nlp.add_pipe(NAME)
    assert isinstance(annotator, Annotator)
    annotator.take_over(nlp.vocab, vectors if vectors is not None else nlp.vocab.vectors, *steps)


def _is_usual(tok2vec: Layer) -> bool:
    """Is a model from documents to vectors one of hashed forms, static vectors and windows?"""
    names = [layer.name for layer in tok2vec.layers]
    if len(names) != 2 or not names[0].startswith("extract_features") or not names[1].startswith(_WINDOWS):
        return False
    embed = tok2vec.layers[0]
    return len(embed.layers) == 3 and len(embed.layers[0].layers) == 2


class Annotator:
    """A spaCy component that does the work of a whole pipeline."""

    def take_over(self, vocab: Vocab, vectors: StaticVectors, *components: Component) -> None:
        """Take over the weights and rules of a pipeline's components, in their order."""
        tok2vec, tagger, parser, ruler, lemmatizer, ner = components
        strings = vocab.strings
        # of the many things that spaCy finds out of each new form, these are looked at
        found: Any = vocab
        found.lex_attr_getters = {key: find for key, find in found.lex_attr_getters.items() if key in FORM}
        models = tok2vec.model, ner.model.get_ref("tok2vec").layers[0]
        self._windows = [Windows(model.layers[1]) for model in models]
        self._forms = FormTable([Embedding(model.layers[0], vectors) for model in models], self._windows)
        softmax = next(layer for layer in tagger.model.walk() if layer.name == "softmax")
        self._tag_weights = softmax.get_param("W").T.astype(np.float64)
        self._tag_bias = softmax.get_param("b")
        self._tags: Attributes = np.array([strings[label] for label in tagger.labels], dtype=np.uint64)
        self._parser = ArcEager(parser)
        self._root = np.uint64(strings["ROOT"])
        self._labels: Attributes = np.array([strings[label] for label in self._parser.labels], dtype=np.uint64)
        self._crosses = np.array([DELIMITER in label for label in self._parser.labels])
        self._words = WordTable(vocab, AttributeRules(ruler), Lemmas(lemmatizer))
        self._recogniser = Recogniser(ner)
        self._strings = strings

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a document."""
        self.annotate([[doc]])
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Annotate documents, each by itself for what its vectors are."""
        remaining = iter(docs)
        while batch := list(islice(remaining, batch_size)):
            self.annotate([[doc] for doc in batch])
            yield from batch

    def annotate(self, articles: Sequence[Sequence[Doc]]) -> None:
        """Annotate articles of some documents each; none changes what is found in another."""
        layout = Layout([[doc for doc in article if len(doc)] for article in articles])
        if not layout.docs:
            return
        forms, void = self._forms(layout.docs)
        vectors, own = self._vectors(forms, layout)
        tags = self._tags[self._tag(vectors)[layout.of_words]]
        self._parse(vectors, tags, layout)
        parsed: Attributes = np.concatenate([doc.to_array([DEP, SENT_START]) for doc in layout.docs])
        described = self._words(self._forms.forms, forms, tags, parsed[:, 0], layout.docs, void=void)
        closes = np.append(parsed[1:, 1] == 1, True)
        closes[layout.stops - 1] = True
        spaces = self._forms.forms[forms, FORM.index(IS_SPACE)] == 1
        entities = np.full((len(forms), 2), [_OUTSIDE, 0], dtype=np.uint64)
        for first, last, label in self._recogniser(own, layout.of_words, closes, spaces):
            entities[first : last + 1] = _INSIDE, self._strings[label]
            entities[first, 0] = _BEGINS
        for doc, values in zip(layout.docs, layout.split(np.hstack([described, entities])), strict=True):
            doc.from_array([POS, LEMMA, ENT_IOB, ENT_TYPE], values)  # type: ignore[arg-type]

    def _vectors(self, forms: Sequence[int], layout: Layout) -> list[Floats]:
        """The vectors of rows, for tags and parse, and for entities."""
        numbers: Indices = np.zeros(layout.padded_rows, dtype=np.intp)
        numbers[layout.padded] = forms
        places = self._forms.with_sides(numbers)
        return [
            windows(rows, numbers, sides, places, layout.sources)
            for windows, rows, sides in zip(self._windows, self._forms.rows, self._forms.sides, strict=True)
        ]

    def _tag(self, vectors: Floats) -> Indices:
        found: Indices = np.empty(len(vectors), dtype=np.intp)
        for chunk in chunks(len(vectors)):
            # in double precision, no word's scores hang on its company
            scores = vectors[chunk].astype(np.float64) @ self._tag_weights
            scores += self._tag_bias
            scores.argmax(axis=1, out=found[chunk])
        return found

    def _parse(self, vectors: Floats, tags: Attributes, layout: Layout) -> None:
        """Set the tags, heads and dependencies of documents."""
        heads, actions = self._parser(vectors, layout.begins, layout.ends)
        heads, actions = heads[layout.of_words], actions[layout.of_words]
        free = heads == layout.rows
        steps = np.where(free, 0, heads - layout.of_words).astype(np.uint64)
        labels = np.where(free, self._root, self._labels[actions])
        crosses = layout.split(self._crosses[actions] & ~free)
        values: NDArray[Any] = np.column_stack([tags, labels, steps])
        for doc, crossing, of_doc in zip(layout.docs, crosses, layout.split(values), strict=True):
            doc.from_array([TAG, DEP, HEAD], of_doc)  # type: ignore[arg-type]
            if crossing.any():
                deprojectivize(doc)
