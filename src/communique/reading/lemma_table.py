"""The lemmas of spaCy's rule-based lemmatizer, looked up in a table.

The English lemmatizer looks at a word's form, part of speech and morphology, and at nothing else of it. What it makes
of such a triple is worked out once, by itself, for the first word that has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc

from communique.reading.inference import word_keys

#: Words kept in the table.
_MOST_WORDS = 65_536
_COLUMNS = [ORTH, POS, MORPH, LEMMA]


@Language.factory("lemma_table")
def _component(nlp: Language, name: str) -> LemmaTable:  # noqa: ARG001 - as factories are called
    return LemmaTable(nlp)


def tabulate_lemmas(nlp: Language) -> None:
    """Put a table in the place of a pipeline's lemmatizer, where it is English and goes by rules."""
    stock = nlp.get_pipe("lemmatizer")
    if type(stock) is not EnglishLemmatizer or stock.mode != "rule" or stock.overwrite:
        return
    position = nlp.pipe_names.index("lemmatizer")
    nlp.remove_pipe("lemmatizer")
    before = nlp.pipe_names[position] if position < len(nlp.pipe_names) else None
    table = nlp.add_pipe("lemma_table", name="lemmatizer", before=before)
    assert isinstance(table, LemmaTable)
    table.take_over(stock)


class LemmaTable:
    """A spaCy component that sets what the lemmatizer would that it took over."""

    def __init__(self, nlp: Language) -> None:
        self._strings = nlp.vocab.strings
        self._lemmas: dict[bytes, int] = {}

    def take_over(self, stock: EnglishLemmatizer) -> None:
        """Ask this lemmatizer about words that are not in the table."""
        self._stock = stock

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:  # noqa: ARG002 - spaCy passes it
        """Set the lemmas of documents one by one."""
        return map(self, docs)

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of one document; those that are set already stay."""
        if not len(doc):
            return doc
        known = self._lemmas
        words = word_keys(doc.to_array(_COLUMNS))
        lemmas = [known[word] if word in known else self._lemma(doc, i, word) for i, word in enumerate(words)]
        doc.from_array([LEMMA], np.array(lemmas, dtype=np.uint64))  # type: ignore[arg-type]
        return doc

    def _lemma(self, doc: Doc, i: int, word: bytes) -> int:
        if len(self._lemmas) >= _MOST_WORDS:
            self._lemmas.clear()
        token = doc[i]
        found: int = token.lemma or self._strings.add(self._stock.lemmatize(token)[0])
        self._lemmas[word] = found
        return found
