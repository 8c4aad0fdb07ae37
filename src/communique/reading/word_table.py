"""Parts of speech and lemmas by a word's form, tag and dependency, worked out when a word with these is first met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, ORTH, POS, TAG
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab

from communique.reading.attribute_table import AttributeRules, Ruled
from communique.reading.inference import FORM, Attributes, with_room
from communique.reading.lemma_table import Lemmas

#: Words kept in the table.
_MOST_WORDS = 131_072
#: What is asked of a form.
_COLUMNS = [FORM.index(ORTH), FORM.index(LOWER), FORM.index(IS_SPACE)]
_TAGS, _DEPENDENCIES = 1 << 10, 1 << 10
#: What rules set: part of speech, morphology, lemma (or none), and what else there is.
_Set = tuple[int, int, str, dict[str, str]]


class WordTable:
    """What rules and lemmatizer make of words."""

    def __init__(self, vocab: Vocab, rules: AttributeRules, lemmas: Lemmas) -> None:
        self._vocab, self._rules, self._lemmas = vocab, rules, lemmas
        self._labels: dict[int, int] = {}  # tags and dependencies by number
        self._set: dict[Ruled, _Set] = {}
        self._clear()

    def _clear(self) -> None:
        self._known: dict[int, int] = {}
        self._values: Attributes = np.zeros((1024, 2), dtype=np.uint64)  # part of speech and lemma
        self._opens: set[int] = set()
        self._others: dict[int, dict[str, str]] = {}  # what else the rules set

    def __call__(
        self,
        forms: Attributes,
        words: Sequence[int],
        tags: Attributes,
        dependencies: Attributes,
        docs: Sequence[Doc],
        *,
        void: bool,
    ) -> Attributes:
        """Part of speech and lemma of each word of documents, whose forms are those with these numbers."""
        if void or len(self._known) > _MOST_WORDS:
            self._clear()
        numbers = self._numbers(tags) * _DEPENDENCIES + self._numbers(dependencies)
        keys: list[int] = (np.array(words) * (_TAGS * _DEPENDENCIES) + numbers).tolist()
        known = self._known
        fresh = {key: i for i, key in enumerate(keys) if key not in known}
        if fresh:
            at = list(fresh.values())
            of_forms = forms[[words[i] for i in at]][:, _COLUMNS]
            self._add(list(fresh), np.column_stack([of_forms, tags[at], dependencies[at]]).tolist())
        rows = [known[key] for key in keys]
        found: Attributes = self._values[rows]
        if not self._others.keys().isdisjoint(rows):
            self._set_others(rows, docs)
        if not self._opens.isdisjoint(rows):
            self._join_words(rows, found, np.column_stack([tags, dependencies]), docs)
        return found

    def _numbers(self, labels: Attributes) -> NDArray[np.intp]:
        """Small numbers for labels."""
        distinct, places = np.unique(labels, return_inverse=True)
        return np.array([self._labels.setdefault(label, len(self._labels)) for label in distinct.tolist()])[places]

    def _add(self, keys: Sequence[int], words: Iterable[Sequence[int]]) -> None:
        """Put down what rules and lemmatizer say of words: form, form in lower case, is it space, tag, dependency."""
        strings = self._vocab.strings
        start, end = len(self._known), len(self._known) + len(keys)
        values: list[tuple[int, int]] = []
        for row, (form, lower, is_space, tag, dependency) in enumerate(words, start):
            ruled = self._rules.of_word(strings[tag], strings[lower], strings[dependency], is_space=bool(is_space))
            if ruled not in self._set:
                self._set[ruled] = self._set_by(ruled)
            part, morphology, lemma, others = self._set[ruled]
            values.append((part, strings.add(lemma or self._lemmas(strings[form], part, morphology))))
            if others:
                self._others[row] = others
            if ruled.opens:
                self._opens.add(row)
        self._values = with_room(self._values, start, end)
        self._values[start:end] = values
        self._known.update(zip(keys, range(start, end), strict=True))

    def _set_by(self, ruled: Ruled) -> _Set:
        others = dict(ruled.attributes)
        part = IDS[others.pop("POS", "")]
        morphology = self._vocab.morphology.add(others.pop("MORPH")) if "MORPH" in others else 0
        lemma = others.pop("LEMMA", "")
        return part, morphology, lemma, {f"{name.lower()}_": value for name, value in others.items()}

    def _set_others(self, rows: Sequence[int], docs: Sequence[Doc]) -> None:
        """Set what the rules set beside parts of speech and lemmas."""
        start = 0
        for doc in docs:
            of_doc = rows[start : start + len(doc)]
            if not self._others.keys().isdisjoint(of_doc):
                for token, row in zip(doc, of_doc, strict=True):
                    for name, value in self._others.get(row, {}).items():
                        setattr(token, name, value)
            start += len(doc)

    def _join_words(self, rows: Sequence[int], found: Attributes, labels: Attributes, docs: Sequence[Doc]) -> None:
        """Let the ruler itself see to words that rules over several of them may be about."""
        start = 0
        for doc in docs:
            openings = [i for i, row in enumerate(rows[start : start + len(doc)]) if row in self._opens]
            for first, last in self._rules.windows(openings, len(doc)):
                words = slice(start + first, start + last)
                part = Doc(self._vocab, words=[token.text for token in doc[first:last]])
                part.from_array([TAG, DEP], labels[words])  # type: ignore[arg-type]
                self._rules.apply(part)
                values = part.to_array([POS, LEMMA])
                for i, token in enumerate(part):
                    values[i, 1] = values[i, 1] or self._vocab.strings.add(self._lemmas.of(token))
                found[words] = values
            start += len(doc)
