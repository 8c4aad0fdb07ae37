"""The lemmas of spaCy's rule-based lemmatizer, by form, part of speech and morphology: it looks at nothing else."""

from __future__ import annotations

import numpy as np
from spacy.attrs import MORPH, POS
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.lookups import Table
from spacy.tokens import Doc, Token

#: Words whose lemmas are kept.
_MOST_WORDS = 65_536


def is_usual(lemmatizer: object) -> bool:
    """Is a lemmatizer English, and does it go by rules and leave lemmas that are set?"""
    return type(lemmatizer) is EnglishLemmatizer and lemmatizer.mode == "rule" and not lemmatizer.overwrite


class Lemmas:
    """The lemmas that a lemmatizer gives."""

    def __init__(self, stock: EnglishLemmatizer) -> None:
        self._stock = stock
        self._known: dict[tuple[str, int, int], str] = {}
        index: Table = stock.lookups.get_table("lemma_index")
        for part in index:
            index[part] = frozenset(index[part])  # a list of words takes its length to look one up

    def __call__(self, form: str, part_of_speech: int, morphology: int) -> str:
        """The lemma of a word."""
        key = (form, part_of_speech, morphology)
        if key not in self._known:
            if len(self._known) >= _MOST_WORDS:
                self._known.clear()
            word = Doc(self._stock.vocab, words=[form])
            word.from_array([POS, MORPH], np.array([key[1:]], dtype=np.uint64))  # type: ignore[arg-type]
            self._known[key] = self.of(word[0])
        return self._known[key]

    def of(self, token: Token) -> str:
        """The lemma of a word of a document, whose part of speech and morphology are set."""
        lemma: str = self._stock.lemmatize(token)[0]
        return lemma
