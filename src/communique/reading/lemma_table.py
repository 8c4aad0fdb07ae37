"""The lemmas of spaCy's rule-based lemmatizer, by form, part of speech and morphology: it looks at nothing else."""

from __future__ import annotations

from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.lookups import Table
from spacy.parts_of_speech import NAMES
from spacy.tokens import MorphAnalysis, Token
from spacy.vocab import Vocab

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
            self._known[key] = self.of(_Word(self._stock.vocab, *key))
        return self._known[key]

    def of(self, token: Token | _Word) -> str:
        """The lemma of a word, whose part of speech and morphology are set."""
        lemma: str = self._stock.lemmatize(token)[0]  # type: ignore[arg-type]
        return lemma


class _Word:
    """What a lemmatizer asks of a token, without a document to hold it."""

    def __init__(self, vocab: Vocab, form: str, part_of_speech: int, morphology: int) -> None:
        self.text = form
        self.orth = vocab.strings.add(form)
        self.lower_ = form.lower()
        self.pos, self.pos_ = part_of_speech, NAMES[part_of_speech]
        self.morph = MorphAnalysis.from_id(vocab, morphology)
