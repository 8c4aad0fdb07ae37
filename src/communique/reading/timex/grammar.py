"""Patterns over words and the meanings they build; at each word the longest match wins.

A pattern is a row of elements with spaces between: ``the|this`` a word out of some, ``<month>`` a class of the lexicon
or of :mod:`~communique.reading.timex.terminals`, ``<date>`` any rule of a group of that name, ``<dom:last>`` a class
under another name (``<zone:_>`` one that says nothing), and ``?`` behind an element that may be missing. What the
classes match goes to the rule's function as keyword arguments; the function gives the meaning, or ``None`` when there
is none after all (the fifth quarter).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from communique.lexicon.times import TimeWords
from communique.reading.timex.guards import Guard, Stretch
from communique.reading.timex.meanings import Meaning
from communique.reading.timex.scan import Scanner
from communique.reading.timex.terminals import (
    COMPUTED,
    behind_number,
    matches,
    may_be_alone,
    may_begin,
    number_words,
    shape,
)

#: How deep a date may lie in a date ("three days before the eve of May 10").
_DEEPEST = 2

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


_Way = tuple[str, str, "_Node"]  # a class, the argument that it gives, and the state that it leads to


@dataclass(slots=True, eq=False)
class _Node:
    """A state after some elements: where words and classes lead from it, and the rules that are complete at it.

    ``ways`` remembers which of its classes a word can begin.
    """

    words: dict[str, _Node] = field(default_factory=dict)
    classes: dict[tuple[str, str], _Node] = field(default_factory=dict)
    complete: list[tuple[int, Rule]] = field(default_factory=list)
    ways: dict[str, tuple[_Way, ...]] = field(default_factory=dict)


class _Candidate(Struct, frozen=True):
    """A complete pattern: better the longer it is, and of equals the earlier the rule was written."""

    end: int
    order: int
    rule: Rule
    values: Mapping[str, object]


class Grammar:
    """The rules as tries over their elements, so that what patterns begin with alike is looked at once.

    Members of the classes ``modifiers`` of the lexicon may stand in front of a match.
    """

    def __init__(self, rules: Sequence[Rule], lexicon: TimeWords, modifiers: Sequence[str] = ()) -> None:
        first_words = lexicon.first_words
        self._lexicon = lexicon
        self._modifiers = modifiers
        self._groups = frozenset(rule.group for rule in rules)
        self._tries: dict[str | None, _Node] = {group: _Node() for group in (None, *sorted(self._groups))}
        for order, rule in enumerate(rules):
            for group in (None, rule.group):
                _plant(self._tries[group], rule, order)
        names = {element.name for rule in rules for element in rule.pattern if element.name is not None}
        plain = sorted(names - self._groups - set(COMPUTED))
        self._starts = {name: first_words(name) for name in plain} | number_words(lexicon)
        self._starts |= {group: self._group_starts(group, frozenset()) for group in sorted(self._groups)}
        self._vocabulary = frozenset().union(*self._starts.values())
        self._openers = self._group_starts(None, frozenset())
        self._in_front = frozenset[str]().union(*map(first_words, modifiers))
        self._beginners = self._openers | self._in_front
        self._seconds: dict[tuple[str | None, str], frozenset[str] | None] = {}

    def beginnings(self, words: Sequence[str]) -> Iterator[int]:
        """Where a match, or a modifier in front of one, may begin, by two words: at few of the words of a text."""
        likely = [at for at, word in enumerate(words) if word in self._beginners or word[0].isdigit()]
        for at in likely:
            word, second = words[at], words[at + 1] if at + 1 < len(words) else ""
            if self._may_begin(None, word, second) or (word in self._in_front and self._modifies(word, second)):
                yield at

    def _may_begin(self, group: str | None, word: str, second: str) -> bool:
        """Can a match of a group, or of any, begin with two words?"""
        if word in self._openers:
            key = (group, word)
        elif word[:1].isdigit():
            key = (group, shape(word))
        else:
            return False
        if key not in self._seconds:
            self._seconds[key] = self._second_words(*key)
        allowed = self._seconds[key]
        return allowed is None or second in allowed or second[:1].isdigit()

    def _second_words(self, group: str | None, kind: str) -> frozenset[str] | None:
        """The words that may stand second behind a word, beside digits; ``None`` where it may stand alone."""
        found, alone = self._behind(group, kind, frozenset())
        return None if alone else frozenset(found)

    def _behind(self, group: str | None, kind: str, seen: frozenset[str | None]) -> tuple[set[str], bool]:
        """The words that may stand second in a match of a group, and whether its first word may be the only one."""
        root, found, alone = self._tries[group], set[str](), False
        nodes = [root.words[kind]] if kind in root.words else []
        for (name, _), following in root.classes.items():
            if not self._begins(name, kind):
                continue
            if name in self._groups:
                words, single = self._behind(name, kind, seen | {group}) if name not in seen else (set[str](), True)
            elif name in COMPUTED:
                words, single = behind_number(self._lexicon, kind), may_be_alone(name, kind)
            else:
                phrases = [pieces for pieces, _ in self._lexicon.phrases(name, kind)]
                words, single = {p[1] for p in phrases if len(p) > 1}, any(len(p) == 1 for p in phrases)
            found |= words
            if single:
                nodes.append(following)
        for node in nodes:
            alone = alone or bool(node.complete)
            found.update(node.words, *(self._starts[name] for name, _ in node.classes))
        return found, alone

    def _modifies(self, word: str, second: str) -> bool:
        """Can a modifier begin with two words, or be the first, with a match from the second on?"""
        phrases = [pieces for name in self._modifiers for pieces, _ in self._lexicon.phrases(name, word)]
        before_match = second in self._openers or second[:1].isdigit()
        return any(pieces[1] == second if len(pieces) > 1 else before_match for pieces in phrases)

    def _group_starts(self, group: str | None, seen: frozenset[str | None]) -> frozenset[str]:
        """The words that a rule of a group, or of any, can begin with, beside digits."""
        root = self._tries[group]
        found = set(root.words)
        for name, _ in root.classes:
            if name not in self._groups:
                found |= self._starts[name]
            elif name not in seen:
                found |= self._group_starts(name, seen | {group})
        return frozenset(found)

    def longest(self, scanner: Scanner, at: int, group: str | None = None, depth: int = 0) -> Match | None:
        """The longest match that begins at a word, of one group or of any; of equals the rule written first."""
        if not self._may_begin(group, scanner.lower(at), scanner.lower(at + 1)):
            return None
        candidates: list[_Candidate] = []
        self._walk(scanner, self._tries[group], at, depth, {}, candidates)
        candidates.sort(key=lambda c: (-c.end, c.order))
        for candidate in candidates:
            rule = candidate.rule
            if rule.guard is None or rule.guard(Stretch(scanner, at, candidate.end)):
                meaning = rule.build(**candidate.values)
                if meaning is not None:
                    return Match(at, candidate.end, rule.group, meaning, at)
        return None

    def _walk(
        self,
        scanner: Scanner,
        node: _Node,
        at: int,
        depth: int,
        values: Mapping[str, object],
        candidates: list[_Candidate],
    ) -> None:
        """Collect the complete patterns from a state on; patterns are short, so the ways are few."""
        candidates.extend(_Candidate(at, order, rule, values) for order, rule in node.complete)
        word = scanner.lower(at)
        if not word:
            return
        if (following := node.words.get(word)) is not None:
            self._walk(scanner, following, at + 1, depth, values, candidates)
        for name, argument, following in self._ways(node, word):
            for end, value in self._members(scanner, name, at, depth):
                known = {**values, argument: value} if argument else values
                self._walk(scanner, following, end, depth, known, candidates)

    def _ways(self, node: _Node, word: str) -> tuple[_Way, ...]:
        """The classes that may go on from a state with a word; remembered for the words of the lexicon."""
        if not node.classes:
            return ()
        kind = word if word in self._vocabulary else shape(word) if word[0].isdigit() else None
        if kind is None:
            return ()
        found = node.ways.get(kind)
        if found is None:
            found = node.ways[kind] = tuple(
                (name, argument, following)
                for (name, argument), following in node.classes.items()
                if self._begins(name, kind)
            )
        return found

    def _begins(self, name: str, kind: str) -> bool:
        """May a class or group begin with a word of the lexicon, or with one of digits of a shape?"""
        if kind in self._starts[name]:
            return True
        return kind[0].isdigit() and (name in self._groups or (name in COMPUTED and may_begin(name, kind)))

    def _members(self, scanner: Scanner, name: str, at: int, depth: int) -> Iterable[tuple[int, object]]:
        if name in self._groups:
            inner = self._inner(scanner, at, name, depth + 1)
            return [(inner.end, inner.meaning)] if inner is not None else []
        key = (at, name, 0)
        if key not in scanner.memory:
            scanner.memory[key] = list(matches(scanner, name, at))
        found: list[tuple[int, object]] = scanner.memory[key]
        return found

    def _inner(self, scanner: Scanner, at: int, group: str, depth: int) -> Match | None:
        """The longest match of a group inside another match, remembered; dates within dates go two deep."""
        if depth > _DEEPEST:
            return None
        key = (at, group, depth)
        if key not in scanner.memory:
            scanner.memory[key] = self.longest(scanner, at, group, depth)
        found: Match | None = scanner.memory[key]
        return found


def _plant(root: _Node, rule: Rule, order: int) -> None:
    """Add a rule to a trie, once for each way of taking or leaving its optional elements."""
    ends = [root]
    for element in rule.pattern:
        further = []
        for node in ends:
            if element.name is not None:
                further.append(node.classes.setdefault((element.name, element.argument), _Node()))
            else:
                further.extend(node.words.setdefault(word, _Node()) for word in sorted(element.words))
        ends = [*further, *ends] if element.optional else further
    for node in ends:
        node.complete.append((order, rule))
