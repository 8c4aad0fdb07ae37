"""Numbers in accounts of acts: what they count, and how exact they are ("at least 12 people were killed")."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from communique.lexicon.loading import Entry, read_entries
from communique.lexicon.times import load_time_words

Bound = Literal["low", "high", "near"]

#: How far off a number may be that is said to be near the true one.
_NEAR = 0.1
#: Words between a number and the word that says what it counts, at most.
_BETWEEN = 5
#: Characters before a number in which the words that say what it counts stand.
_AHEAD = 40
#: Digits of a figure that can count the members of a group, at most.
_LONGEST_FIGURE = 6
_SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9}
#: A list that goes on with what has no number: "three men *and a child*".
_GOES_ON = re.compile(r"(?:\s+[\w'’-]+){1,3}(?:,|,?\s+and)\s+(?:an?|the|his|her|their)\b", re.IGNORECASE)
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,3})?"


class QuantityExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence about an act of a kind, the number in it, and the least and most that it can stand for."""

    text: str
    kind: str
    number: str
    low: float
    high: float | None = None


class QuantityEntry(Entry, frozen=True, kw_only=True):
    """What numbers can count, or words of a bound; the file's head says what each field holds."""

    id: str
    kinds: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    bound: Bound | None = None
    words: tuple[str, ...] = ()
    examples: tuple[QuantityExample, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts a ``field``: the least and most it can stand for, and where it is in the text."""

    field: str
    low: float
    high: float
    start: int
    end: int


class Quantities:
    """What numbers count, by the kind of act."""

    def __init__(self, entries: Sequence[QuantityEntry]) -> None:
        self.entries = tuple(entries)
        self._bounds = {word: e.bound for e in entries if e.bound is not None for word in e.words}
        self._words = _number_words()
        spelled = _either(self._words)
        number = rf"{_DIGITS}|(?:an?\s+)?(?:{spelled})\b(?:(?:-|\s+and\s+|\s+)(?:{spelled})\b){{0,5}}"
        hedge = rf"(?:(?P<hedge>{_either(self._bounds)})\s+)?"
        scale = rf"(?:\s?(?P<scale>{_either(_SCALES)}))?"
        amount = rf"{hedge}(?P<sign>[$€])?\b(?P<number>{number}){scale}\b(?![-–%]|[.,]\d)"
        self._amount = re.compile(amount, re.IGNORECASE)
        self._hedge = re.compile(rf"(?:{_either(self._bounds)})\b", re.IGNORECASE)
        self._fields = [(e, _before(e.before), _after(e.after)) for e in entries if e.bound is None]
        self._none = [(e, re.compile(rf"\b(?:{_either(e.none)})\b", re.IGNORECASE)) for e in entries if e.none]

    def find(self, text: str, kind: str) -> Iterator[Quantity]:
        """The numbers of a text, in their order, that count something in accounts of a kind of act.

        The parts of a list ("two policemen and three bystanders") are added up; where it goes on without a number, the
        sum is the least. Words for none at all come last.
        """
        fields = [(entry, before, after) for entry, before, after in self._fields if kind in entry.kinds]
        amounts = list(self._amount.finditer(text)) if fields else []
        listed: list[re.Match[str]] = []
        for place, match in enumerate(amounts):
            following = amounts[place + 1].start() if place + 1 < len(amounts) else len(text)
            behind = text[match.end() : following]
            counted = next((entry for entry, _, after in fields if after.match(behind)), None)
            listed.append(match)
            if counted is None and _is_listed(behind) and following < len(text):
                continue
            first, last = listed[0], listed[-1]
            ahead = text[max(0, first.start() - _AHEAD) : first.start()] + (first["sign"] or "")
            field = next((entry for entry, before, _ in fields if before.search(ahead)), counted)
            if field is not None:
                low, high = self._sum(listed, open_ended=_GOES_ON.match(behind) is not None)
                yield Quantity(field.id, low, high, first.start(), last.end())
            listed = []
        for entry, pattern in self._none if fields else ():
            for none in pattern.finditer(text) if kind in entry.kinds else ():
                yield Quantity(entry.id, 0, 0, none.start(), none.end())

    def _sum(self, listed: Sequence[re.Match[str]], *, open_ended: bool) -> tuple[float, float]:
        parts = [self._interval(match) for match in listed]
        return sum(low for low, _ in parts), math.inf if open_ended else sum(high for _, high in parts)

    def begins(self, name: str) -> bool:
        """Do words begin with a number, whatever stands for how exact it is before it?"""
        match = self._amount.match(name)
        return match is not None and match["sign"] is None

    def interval(self, value: float, words: str) -> tuple[float, float]:
        """The least and most that a number can stand for in the words that give it ("more than two hours")."""
        hedge = self._hedge.match(words)
        return self._around(value, hedge.group() if hedge is not None else None)

    def _interval(self, match: re.Match[str]) -> tuple[float, float]:
        value = self._value(match["number"]) * _SCALES.get((match["scale"] or "").lower(), 1)
        return self._around(value, match["hedge"])

    def _around(self, value: float, hedge: str | None) -> tuple[float, float]:
        bound = self._bounds.get(" ".join((hedge or "").lower().split()))
        if bound == "low":
            return value, math.inf
        if bound == "high":
            return 0, value
        return (round(value * (1 - _NEAR), 6), round(value * (1 + _NEAR), 6)) if bound == "near" else (value, value)

    def _value(self, number: str) -> float:
        """What a number in digits or words stands for: parts add up, "hundred" multiplies what is before it."""
        if number[0].isdigit():
            return float(number.replace(",", ""))
        total = part = 0
        for word in re.split(r"[\s-]+", number.lower()):
            value = self._words.get(word, 0)
            part = max(part, 1) * value if value >= 100 or word == "dozen" else part + value
            if value >= 1000:
                total, part = total + part, 0
        return float(total + part)


def is_counted(name: str) -> bool:
    """Does a name begin with a number ("14 people", "at least nine villagers", "a dozen men")?"""
    return load_quantities().begins(name)


def cardinal(word: str) -> int | None:
    """The whole number that a word or figure is ("three", "3"), ``None`` if it is none."""
    return int(word) if word.isdecimal() and len(word) <= _LONGEST_FIGURE else _number_words().get(word.lower())


@lru_cache(maxsize=1)
def _number_words() -> dict[str, int]:
    entries = load_time_words().classes
    words = {word: int(value) for e in entries if e.id == "cardinal" for word, value in e.words.items()}
    return {word: value for word, value in words.items() if word.isalpha()} | {"dozen": 12}


def _either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=lambda w: (-len(w), w)))


def _before(cues: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w)(?:{_either(cues)})\s*$)" if cues else r"(?!)", re.IGNORECASE)


def _after(cues: Sequence[str]) -> re.Pattern[str]:
    noun_phrase = rf"(?:\s+(?!(?:and|or|but|of|in|on|to|who|that|by)\b)[^\W\d_][\w'’-]*){{0,{_BETWEEN}}}?"
    noun_phrase += r"(?:\s+of\s+(?:(?:an?|the|its|their|his|her)\s+)?[^\W\d_][\w'’-]*)?"
    return re.compile(rf"{noun_phrase}\s+(?:{_either(cues)})\b" if cues else r"(?!)", re.IGNORECASE)


def _is_listed(behind: str) -> bool:
    """Is what stands between two numbers nothing but a noun and "and" or a comma?"""
    return re.fullmatch(r"(?:\s+[\w'’-]+){1,3}(?:,|,?\s+and)\s+", behind) is not None


@lru_cache(maxsize=8)
def load_quantities(folders: tuple[Path, ...] = ()) -> Quantities:
    """The packaged entries and those of the user's folders."""
    return Quantities(read_entries("quantities", QuantityEntry, folders))


def check_quantities(quantities: Quantities) -> Iterator[str]:
    """What is wrong with the examples of the quantities, one sentence a fault."""
    for entry in quantities.entries:
        for example in entry.examples:
            expected = (example.number, example.low, math.inf if example.high is None else example.high)
            found = [
                (example.text[q.start : q.end], q.low, q.high) for q in quantities.find(example.text, example.kind)
            ]
            if expected not in found:
                yield f"quantities: {entry.id}: {example.text!r}: {found or 'no number'}, not {expected}"
