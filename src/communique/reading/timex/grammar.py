"""Patterns over words and the meanings they build; at each word the longest match wins.

A pattern is a row of elements with spaces between: ``the|this`` a word out of some, ``<month>`` a class of the lexicon
or of :mod:`~communique.reading.timex.terminals`, ``<date>`` any rule of a group of that name, ``<dom:last>`` a class under
another name (``<zone:_>`` one that says nothing), and ``?`` behind an element that may be missing. What the classes match goes to the rule's function as
keyword arguments; the function gives the meaning, or ``None`` when there is none after all (the fifth quarter).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from communique.reading.timex.guards import Guard, Stretch
from communique.reading.timex.meanings import Meaning
from communique.reading.timex.scan import Scanner
from communique.reading.timex.terminals import COMPUTED, NUMBER_CLASSES, matches

Build = Callable[..., Meaning | None]
_ELEMENT = re.compile(r"<([\w-]+)(?::(\w+))?>(\?)?|(\S+?)(\?)?")


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern: a class with the name of its argument, or words."""

    name: str | None
    argument: str
    words: frozenset[str]
    optional: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of a group, what it builds, and what else must hold of the words from its start to its end."""

    group: str
    pattern: tuple[Element, ...]
    build: Build
    guard: Guard | None


@dataclass(slots=True, eq=False)
class Rules:
    """A set of rules, filled by the decorator :meth:`add`."""

    rules: list[Rule] = field(default_factory=list)

    def add(self, group: str, *patterns: str, guard: Guard | None = None) -> Callable[[Build], Build]:
        """Register patterns of a group for the function below; with a guard they match only where it holds."""

        def register(build: Build) -> Build:
            self.rules.extend(Rule(group, _compile(pattern), build, guard) for pattern in patterns)
            return build

        return register


def _compile(pattern: str) -> tuple[Element, ...]:
    elements = []
    for piece in pattern.split():
        match = _ELEMENT.fullmatch(piece)
        if match is None:
            raise ValueError(f"not an element of a pattern: {piece!r}")
        name, argument, maybe, words, perhaps = match.groups()
        elements.append(
            Element(
                name,
                "" if argument == "_" else (argument or name or "").replace("-", "_"),
                frozenset((words or "").split("|")),
                bool(maybe or perhaps),
            )
        )
    return tuple(elements)


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``start`` to ``end`` (end exclusive) of a block and what they say; a modifier in front ends at ``core``."""

    start: int
    end: int
    group: str
    meaning: Meaning
    core: int


class Grammar:
    """The rules, indexed by the words that they can begin with."""

    def __init__(self, rules: list[Rule], first_words: Callable[[str], frozenset[str]]) -> None:
        self._groups = frozenset(rule.group for rule in rules)
        self._by_word: dict[str, list[Rule]] = {}
        self._by_class: list[Rule] = []
        self._numbers = frozenset().union(*(first_words(name) for name in NUMBER_CLASSES))
        for rule in rules:
            words: set[str] = set()
            if self._first(rule.pattern, first_words, words):
                for word in words:
                    self._by_word.setdefault(word, []).append(rule)
            else:
                self._by_class.append(rule)

    def _first(
        self, pattern: tuple[Element, ...], first_words: Callable[[str], frozenset[str]], words: set[str]
    ) -> bool:
        """Collect the words that a pattern can begin with; ``False`` when it can begin with a computed class or a group."""
        for element in pattern:
            if element.name is None:
                words |= element.words
            elif element.name in COMPUTED or element.name in self._groups:
                return False
            else:
                words |= first_words(element.name)
            if not element.optional:
                break
        return True

    def longest(self, scanner: Scanner, at: int, group: str | None = None, depth: int = 0) -> Match | None:
        """The longest match that begins at a word, of one group or of any; of equals the rule written first."""
        best: Match | None = None
        word = scanner.lower(at)
        rules = self._by_word.get(word, [])
        if word[:1].isdigit() or word == "'" or word in self._numbers or rules:
            rules = rules + self._by_class
        for rule in rules:
            if group is not None and rule.group != group:
                continue
            for end, values in self._ways(scanner, rule.pattern, 0, at, depth):
                if best is not None and end <= best.end:
                    continue
                if rule.guard is not None and not rule.guard(Stretch(scanner, at, end)):
                    continue
                meaning = rule.build(**values)
                if meaning is not None:
                    best = Match(at, end, rule.group, meaning, at)
        return best

    def _ways(
        self, scanner: Scanner, pattern: tuple[Element, ...], k: int, at: int, depth: int
    ) -> Iterator[tuple[int, dict[str, object]]]:
        """All ways in which the elements from ``k`` match from a word on; patterns are short, so there are few."""
        if k == len(pattern):
            yield at, {}
            return
        element = pattern[k]
        for end, value in self._element(scanner, element, at, depth):
            for last, values in self._ways(scanner, pattern, k + 1, end, depth):
                yield last, {element.argument: value, **values} if element.argument else values
        if element.optional:
            yield from self._ways(scanner, pattern, k + 1, at, depth)

    def _element(self, scanner: Scanner, element: Element, at: int, depth: int) -> Iterator[tuple[int, object]]:
        if element.name is None:
            if scanner.lower(at) in element.words:
                yield at + 1, None
        elif element.name in self._groups:
            inner = self._inner(scanner, at, element.name, depth + 1)
            if inner is not None:
                yield inner.end, inner.meaning
        else:
            yield from matches(scanner, element.name, at)

    def _inner(self, scanner: Scanner, at: int, group: str, depth: int) -> Match | None:
        """The longest match of a group inside another match, remembered; dates within dates go two deep."""
        if depth > 2:
            return None
        key = (at, group, depth)
        if key not in scanner.memory:
            scanner.memory[key] = self.longest(scanner, at, group, depth)
        found: Match | None = scanner.memory[key]
        return found
