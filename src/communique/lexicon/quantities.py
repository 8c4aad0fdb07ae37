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
from communique.lexicon.phrase_patterns import any_of
from communique.lexicon.times import load_time_words

Bound = Literal["low", "high", "near"]

#: How far off a number may be that is said to be near the true one.
_NEAR = 0.1
#: Words between a number and the word that says what it counts, at most.
_BETWEEN = 5
#: Characters before a number in which the words that say what it counts stand.
_AHEAD = 100
#: Digits of a figure that can count the members of a group, at most.
_LONGEST_FIGURE = 6
_SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12}
#: A letter for a million behind a sum with a sign ("$25m"); without one it is metres.
_SIGNED = {"m": 1e6}
#: "*half a* billion", "one *and a half* million".
_HALF = 0.5
#: "a *pair of* missiles", but not "the pair".
_PAIR = {"pair": 2, "couple": 2}
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
    around: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    bound: Bound | None = None
    words: tuple[str, ...] = ()
    vague: dict[str, int] = msgspec.field(default_factory=dict)
    examples: tuple[QuantityExample, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts a ``field``: the least and most it can stand for, and where it is in the text."""

    field: str
    low: float
    high: float
    start: int
    end: int


class _Field:
    """What a number counts, and the words around it that say so."""

    def __init__(self, entry: QuantityEntry) -> None:
        self.id, self.kinds = entry.id, entry.kinds
        self._before, self._after = _before(entry.before), _after(entry.after)
        pairs = [phrase.partition(" # ") for phrase in entry.around]
        self._around = [(_before([ahead]), _after([behind])) for ahead, _, behind in pairs]

    def surrounds(self, ahead: Sequence[str], behind: str) -> bool:
        """Do words on both sides say so ("took 12 men *into custody*")?"""
        return any(any(map(before.search, ahead)) and after.match(behind) for before, after in self._around)

    def precedes(self, ahead: Sequence[str]) -> bool:
        """Do the words right before the number say so?"""
        return any(map(self._before.search, ahead))

    def follows(self, behind: str) -> bool:
        """Do the words behind the number say so?"""
        return self._after.match(behind) is not None


class Quantities:
    """What numbers count, by the kind of act."""

    def __init__(self, entries: Sequence[QuantityEntry]) -> None:
        self.entries = tuple(entries)
        self._bounds = {word: e.bound for e in entries if e.bound is not None for word in e.words}
        self._vague = {word: value for e in entries for word, value in e.vague.items()}
        self._words = _number_words() | _PAIR
        spelled = _either(_number_words())
        number = rf"{_DIGITS}|(?:an?\s+)?(?:{spelled})\b(?:(?:-|\s+and\s+|\s+)(?:{spelled})\b){{0,5}}"
        number = rf"(?:{_either(self._vague)})(?:\s+of)?\b|an?\s+(?:{_either(_PAIR)})\s+of\b|{number}"
        number = rf"half\s+an?(?=\s+(?:{_either(_SCALES)})\b)|{number}"
        begin = r"(?:(?<!\w)|(?=[$€]))"  # no other place is worth trying all the words at
        hedge = rf"(?:(?P<hedge>{_either(self._bounds)})\s+)?"
        scale = rf"(?:[\s-]?(?P<scale>{_either({**_SCALES, **_SIGNED})}))?"
        begun = rf"{begin}{hedge}(?P<sign>[$€])?\b(?P<number>{number})(?P<half>\s+and\s+a\s+half)?{scale}\b"
        amount = rf"{begun}(?![–%]|-\d|[.,]\d)"
        self._amount = re.compile(amount, re.IGNORECASE)
        self._hedge = re.compile(rf"(?:{_either(self._bounds)})\b", re.IGNORECASE)
        self._fields = [_Field(entry) for entry in entries if entry.kinds]
        self._none = [(e, re.compile(rf"\b(?:{_either(e.none)})\b", re.IGNORECASE)) for e in entries if e.none]

    def find(self, text: str, kind: str) -> Iterator[Quantity]:
        """The numbers of a text, in their order, that count something in accounts of a kind of act.

        The parts of a list ("two policemen and three bystanders") are added up; where it goes on without a number, the
        sum is the least. Words for none at all come last.
        """
        fields = [field for field in self._fields if kind in field.kinds]
        amounts = [m for m in self._amount.finditer(text) if m["sign"] or m["scale"] not in _SIGNED] if fields else []
        listed: list[re.Match[str]] = []
        for place, match in enumerate(amounts):
            following = amounts[place + 1].start() if place + 1 < len(amounts) else len(text)
            behind = text[match.end() : following]
            counted = next((field for field in fields if field.follows(behind)), None)
            listed.append(match)
            if counted is None and _is_listed(behind) and following < len(text):
                continue
            first, last = listed[0], listed[-1]
            field = _told_of(fields, _ahead(text, first), behind) or counted
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

    def count(self, name: str) -> tuple[float, float, str] | None:
        """The least and most that a name's number stands for and the noun counted ("three abducted monks")."""
        match = self._amount.match(name) if self.begins(name) else None
        words = name[match.end() :].split() if match is not None else ()
        return (*self._interval(match), words[-1].casefold()) if match is not None and words else None

    def without_count(self, name: str) -> str:
        """A name without the number that it begins with ("*Red Tide rebels*" of "two Red Tide rebels")."""
        match = self._amount.match(name) if self.begins(name) else None
        return name[match.end() :].strip() if match is not None else name

    def begins(self, name: str) -> bool:
        """Do words begin with a number, whatever stands for how exact it is before it?"""
        match = self._amount.match(name)
        return match is not None and match["sign"] is None

    def interval(self, value: float, words: str) -> tuple[float, float]:
        """The least and most that a number can stand for in the words that give it ("more than two hours")."""
        hedge = self._hedge.match(words)
        return self._around(value, hedge.group() if hedge is not None else None)

    def _interval(self, match: re.Match[str]) -> tuple[float, float]:
        value = self._value(match["number"]) + (_HALF if match["half"] else 0)
        value *= {**_SCALES, **_SIGNED}.get((match["scale"] or "").lower(), 1)
        low, high = self._around(value, match["hedge"])
        return (low, math.inf) if self._several(match["number"]) is not None else (low, high)

    def _around(self, value: float, hedge: str | None) -> tuple[float, float]:
        bound = self._bounds.get(" ".join((hedge or "").lower().split()))
        if bound == "low":
            return value, math.inf
        if bound == "high":
            return 0, value
        return (round(value * (1 - _NEAR), 6), round(value * (1 + _NEAR), 6)) if bound == "near" else (value, value)

    def _several(self, number: str) -> int | None:
        """The least that a word for many without a number stands for ("dozens of")."""
        return self._vague.get(" ".join(number.lower().removesuffix("of").split()))

    def _value(self, number: str) -> float:
        """What a number in digits or words stands for: parts add up, "hundred" multiplies what is before it."""
        if number[0].isdigit():
            return float(number.replace(",", ""))
        if number.lower().startswith("half"):
            return _HALF
        if (several := self._several(number)) is not None:
            return several
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


def _ahead(text: str, number: re.Match[str]) -> tuple[str, str]:
    """What stands before a number, without the words for how exact it is, and with them ("the toll *rose to* 14")."""
    begin = max(0, number.start() - _AHEAD)
    return text[begin : number.start()] + (number["sign"] or ""), text[begin : number.start("number")]


def _told_of(fields: Sequence[_Field], ahead: tuple[str, str], behind: str) -> _Field | None:
    """What a number counts by the words around it, else by those before it, unless it is part of a word ("12-year")."""
    around = next((field for field in fields if field.surrounds(ahead, behind)), None)
    if around is not None or behind.startswith("-"):
        return around
    return next((field for field in fields if field.precedes(ahead)), None)


def _before(cues: Sequence[str]) -> re.Pattern[str]:
    """Cues at the end of a text, where one more word may stand that only begins the phrase of the number."""
    begins = r"(?:\s+(?:the|all|all\s+the|its|their|his|another))?"
    return re.compile(rf"(?:(?<!\w)(?:{any_of(cues)}){begins}\s*$)" if cues else r"(?!)", re.IGNORECASE)


def _after(cues: Sequence[str]) -> re.Pattern[str]:
    """Cues at the beginning of a text, with nothing but a noun phrase before them."""
    noun_phrase = rf"(?:\s+(?!(?:and|or|but|of|in|on|to|who|that|by)\b)[^\W\d_][\w'’-]*){{0,{_BETWEEN}}}?"
    noun_phrase += r"(?:\s+of\s+(?:(?:an?|the|its|their|his|her)\s+)?[^\W\d_][\w'’-]*)?"
    return re.compile(rf"(?:{noun_phrase}\s+|-)(?:{any_of(cues)})\b" if cues else r"(?!)", re.IGNORECASE)


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
