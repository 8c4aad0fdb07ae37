"""The rules of spaCy's attribute ruler, looked up in a table.

The ruler gives words their part of speech, morphology and some lemmas by rules, nearly all of which look at one word:
its tag, form and dependency. What the rules make of such a triple is worked out once. A document in which a rule over
several words applies ("gon na", "there is") goes through the ruler itself, so the attributes are always the ruler's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, IS_SPACE, LOWER, MORPH, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from communique.reading.inference import word_keys

_Test = Callable[[str], bool]
_WORDS = ("TAG", "LOWER", "DEP")
_SET = frozenset({"POS", "MORPH", "LEMMA", "TAG", "DEP"})
#: Words kept in the table of those that were looked up.
_MOST_FORMS = 65_536


@Language.factory("attribute_table")
def _component(nlp: Language, name: str) -> AttributeTable:  # noqa: ARG001 - as factories are called
    return AttributeTable(nlp)


def tabulate_attributes(nlp: Language) -> None:
    """Put a table in the place of a pipeline's attribute ruler, where its rules are of the usual kind."""
    if "attribute_ruler" not in nlp.pipe_names:
        return
    ruler = nlp.get_pipe("attribute_ruler")
    if not isinstance(ruler, AttributeRuler) or not all(_is_usual(rule) for rule in ruler.patterns):
        return
    position = nlp.pipe_names.index("attribute_ruler")
    nlp.remove_pipe("attribute_ruler")
    before = nlp.pipe_names[position] if position < len(nlp.pipe_names) else None
    table = nlp.add_pipe("attribute_table", name="attribute_ruler", before=before)
    assert isinstance(table, AttributeTable)
    table.take_over(ruler)


def _is_usual(rule: Mapping[str, Any]) -> bool:
    firsts = [pattern[0] for pattern in rule["patterns"]]
    return set(rule["attrs"]) <= _SET and all(
        key == "IS_SPACE"
        if isinstance(value, bool)
        else key in _WORDS and (isinstance(value, str) or set(value) <= {"IN", "NOT_IN", "REGEX"})
        for first in firsts
        for key, value in first.items()
    )


class AttributeTable:
    """A spaCy component that sets what the attribute ruler would whose rules it took over."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._known: dict[bytes, int] = {}  # the row of a word by its attributes
        self._found: dict[tuple[int, ...], int] = {}  # the same, with one form for all that no rule names
        self._values: NDArray[np.uint64] = np.zeros((0, 2), dtype=np.uint64)  # part of speech and morphology
        self._rest: dict[int, dict[str, str]] = {}  # what else the rules set, by row
        self._openings_at: set[int] = set()  # rows of words at which a rule over several may begin

    def take_over(self, ruler: AttributeRuler) -> None:
        """Take over a ruler's rules."""
        self._ruler = ruler
        self._several = AttributeRuler(self._nlp.vocab)
        self._single: list[tuple[dict[str, _Test], bool | None, dict[str, str]]] = []
        self._openings: list[dict[str, _Test]] = []
        self._named: set[str] = set()
        self._patterns: list[_Test] = []
        rules: Sequence[Mapping[str, Any]] = ruler.patterns
        for rule in rules:
            for pattern in rule["patterns"]:
                tests = {key: _test(value) for key, value in pattern[0].items() if key in _WORDS}
                form = pattern[0].get("LOWER", ())
                if isinstance(form, str) or set(form) <= {"IN"}:
                    self._named |= {form} if isinstance(form, str) else set(dict(form).get("IN", ()))
                else:
                    self._patterns.append(tests["LOWER"])
                if len(pattern) > 1:
                    self._openings.append(tests)
                    self._several.add([pattern], rule["attrs"], rule["index"])
                else:
                    self._single.append((tests, pattern[0].get("IS_SPACE"), rule["attrs"]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:  # noqa: ARG002 - spaCy passes it
        """Set the attributes of documents one by one."""
        return map(self, docs)

    def __call__(self, doc: Doc) -> Doc:
        """Set one document's attributes."""
        if not len(doc):
            return doc
        columns = doc.to_array([TAG, LOWER, DEP, IS_SPACE])
        known = self._known
        words = [
            known[key] if key in known else self._look_up(key, *columns[i].tolist())
            for i, key in enumerate(word_keys(columns))
        ]
        if not self._openings_at.isdisjoint(words) and self._several.matcher(doc, allow_missing=True, as_spans=False):
            return self._ruler(doc)
        if not self._rest.keys().isdisjoint(words):
            for i, word in enumerate(words):
                for name, value in self._rest.get(word, {}).items():
                    setattr(doc[i], name, value)
        doc.from_array([POS, MORPH], self._values[words])  # type: ignore[arg-type]
        return doc

    def _look_up(self, word: bytes, tag: int, lower: int, dep: int, space: int) -> int:
        """The row of a word among what the rules make of words."""
        if len(self._known) >= _MOST_FORMS:
            self._known.clear()
        key = (tag, self._form(lower), dep, space)
        row = self._found.get(key)
        if row is None:
            row = self._found[key] = self._rule(*key)
        self._known[word] = row
        return row

    def _form(self, lower: int) -> int:
        """The form if any rule is about it, else that of the empty word."""
        text = self._nlp.vocab.strings[lower]
        return lower if text in self._named or any(test(text) for test in self._patterns) else 0

    def _rule(self, tag: int, form: int, dep: int, space: int) -> int:
        """Put down what the rules say of such a word, later rules over earlier; give its row."""
        strings = self._nlp.vocab.strings
        word = {"TAG": strings[tag], "LOWER": strings[form], "DEP": strings[dep]}
        attributes: dict[str, str] = {}
        for tests, of_space, values in self._single:
            if of_space in {None, bool(space)} and _holds(tests, word):
                attributes |= values
        pos = IDS[attributes.pop("POS", "")]
        morph = attributes.pop("MORPH", None)
        of_word = (pos, 0 if morph is None else self._nlp.vocab.morphology.add(morph))
        row = len(self._values)
        self._values = np.concatenate([self._values, np.array([of_word], dtype=np.uint64)])
        if attributes:
            self._rest[row] = {f"{name.lower()}_": value for name, value in attributes.items()}
        if any(_holds(tests, word) for tests in self._openings):
            self._openings_at.add(row)
        return row


def _holds(tests: Mapping[str, _Test], word: Mapping[str, str]) -> bool:
    return all(test(word[name]) for name, test in tests.items())


def _test(value: Any) -> _Test:  # noqa: ANN401 - a value of a spaCy pattern
    if isinstance(value, str):
        return lambda text: text == value
    conditions: list[_Test] = []
    for operator, operand in value.items():
        if operator == "REGEX":
            conditions.append(lambda text, pattern=re.compile(operand): pattern.search(text) is not None)  # type: ignore[misc]
        else:
            conditions.append(
                lambda text, words=frozenset(operand), wanted=operator == "IN": (text in words) == wanted  # type: ignore[misc]
            )
    return lambda text: all(condition(text) for condition in conditions)
