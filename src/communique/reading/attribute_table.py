"""The rules of spaCy's attribute ruler, for one word at a time.

The ruler gives words their part of speech, morphology and some lemmas by rules, nearly all of which look at one word:
its tag, form and dependency. What the rules make of such a word can be kept in a table. Words that a rule over several
may be about ("gon na", "there is") go through the ruler itself, so the attributes are always the ruler's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

_Test = Callable[[str], bool]
#: Tests of a word's attributes, whether it is to be white space, and what is set then.
_Rule = tuple[dict[str, _Test], bool | None, dict[str, str]]
_WORDS = ("TAG", "LOWER", "DEP")
#: Forms of which it is kept whether a pattern is about them.
_MOST_FORMS = 65_536
_SET = frozenset({"POS", "MORPH", "LEMMA", "TAG", "DEP"})


def is_usual(ruler: object) -> bool:
    """Are the rules of a ruler of kinds that are known here?"""
    return isinstance(ruler, AttributeRuler) and all(_is_usual(rule) for rule in ruler.patterns)


def _is_usual(rule: Mapping[str, Any]) -> bool:
    firsts = [pattern[0] for pattern in rule["patterns"]]
    if any("OP" in token for pattern in rule["patterns"] for token in pattern):
        return False  # nobody knows how many words it is about
    return set(rule["attrs"]) <= _SET and all(
        key == "IS_SPACE"
        if isinstance(value, bool)
        else key in _WORDS and (isinstance(value, str) or set(value) <= {"IN", "NOT_IN", "REGEX"})
        for first in firsts
        for key, value in first.items()
    )


@dataclass(frozen=True, slots=True, eq=False)
class Ruled:
    """What the rules set of a word, by the names of attributes, and whether a rule over several may begin with it.

    The same for all words of which the rules look at the same, so what follows from it can be kept.
    """

    attributes: Mapping[str, str]
    opens: bool


class AttributeRules:
    """The rules of a ruler."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._longest = 1
        self._single: list[_Rule] = []
        self._of_tag: dict[str, list[_Rule]] = {}  # those that may apply to words with a tag
        self._openings: list[dict[str, _Test]] = []
        self._named: set[str] = set()
        self._patterns: list[_Test] = []
        self._told: dict[str, bool] = {}
        self._known: dict[tuple[str, str, str, bool], Ruled] = {}
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
                    self._longest = max(self._longest, len(pattern))
                else:
                    self._single.append((tests, pattern[0].get("IS_SPACE"), rule["attrs"]))

    def of_word(self, tag: str, lower: str, dependency: str, *, is_space: bool) -> Ruled:
        """What the rules over one word say of such a word, later rules over earlier."""
        form = lower if lower in self._named or self._is_told(lower) else ""
        key = (tag, form, dependency, is_space)
        if key not in self._known:
            word = {"TAG": tag, "LOWER": form, "DEP": dependency}
            attributes: dict[str, str] = {}
            if tag not in self._of_tag:
                self._of_tag[tag] = [r for r in self._single if "TAG" not in r[0] or r[0]["TAG"](tag)]
            for tests, of_space, values in self._of_tag[tag]:
                if of_space in {None, is_space} and _holds(tests, word):
                    attributes |= values
            self._known[key] = Ruled(attributes, any(_holds(tests, word) for tests in self._openings))
        return self._known[key]

    def _is_told(self, lower: str) -> bool:
        """Is any pattern about a form?"""
        if lower not in self._told:
            if len(self._told) >= _MOST_FORMS:
                self._told.clear()
            self._told[lower] = any(test(lower) for test in self._patterns)
        return self._told[lower]

    def windows(self, openings: Sequence[int], end: int) -> list[tuple[int, int]]:
        """Where rules over several words may apply that begin with some words; none of the stretches meet."""
        found: list[tuple[int, int]] = []
        for first in openings:
            last = min(first + self._longest, end)
            if found and first < found[-1][1]:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        return found

    def apply(self, doc: Doc) -> None:
        """Set the attributes of a document's words by all rules."""
        self._ruler(doc)


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
