"""How long an act took, as an account says it, in hours: "90 minutes" and "an hour and a half" are one length."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from communique.lexicon.quantities import load_quantities
from communique.lexicon.words import load_words
from communique.records import Reading, Report, Span, Time

_DURATION = re.compile(
    r"P(?:(?P<Y>[\d.]+|X)Y)?(?:(?P<O>[\d.]+|X)M)?(?:(?P<W>[\d.]+|X)W)?(?:(?P<D>[\d.]+|X)D)?"
    r"(?:T(?:(?P<H>[\d.]+|X)H)?(?:(?P<M>[\d.]+|X)M)?(?:(?P<S>[\d.]+|X)S)?)?"
)
_HOURS = {"Y": 8766.0, "O": 730.5, "W": 168.0, "D": 24.0, "H": 1.0, "M": 1 / 60, "S": 1 / 3600}
#: "Several hours" are these many or more.
_SEVERAL = 2

#: Kinds whose occasions are called by the nouns of another.
_NAMED_AS = {"negotiation": "meeting", "conference": "meeting", "mediation": "meeting", "agreement": "ceasefire"}

#: Kinds whose occasions last: a clause with "which" that says how long something took tells of them.
_OCCASIONS = frozenset({"meeting", "negotiation", "conference", "mediation", "call", "visit"})
#: Characters before a length of time in which the words stand that say what it measures.
_NEAR = 60

#: The words for a length, and the least and most hours that it stands for.
Length = tuple[Span, float, float]


class Lengths:
    """The lengths of time that an article gives."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        times = [time for time in reading.times if time.timex.type == "DURATION"]
        self._times = sorted(times, key=lambda time: time.span.start)
        self._starts = [time.span.start for time in self._times]

    def of(self, report: Report, end: int) -> Iterator[Length]:
        """The length of an act: what its report gives, else what its sentence or the words behind, up to ``end``, say.

        That is a length before a noun for the occasion ("a three-day visit"), or one that a clause says it took.
        """
        if report.duration is not None:
            own = self._within(report.duration.start, report.duration.start + 1)
        else:
            own = (t for t in self._within(report.evidence.start, end) if self._measures(t, report))
        for time in own:
            hours = _hours(time)
            if hours is not None:
                yield time.span, *hours

    def _measures(self, time: Time, report: Report) -> bool:
        """Is a length of time that of the occasion which a report tells?"""
        start = _begin(time)
        if start >= report.evidence.end:
            return _lasting().match(self._text, report.evidence.end, start) is not None
        kind = _NAMED_AS.get(report.kind, report.kind)
        if _spell(kind).match(self._text, time.span.end, report.evidence.end):
            return True
        clause = self._text.rfind(";", report.evidence.start, start) + 1
        begins = (clause, report.trigger.start) if clause > 0 else (report.trigger.start,)
        if any(_lasting().match(self._text, begin, start) is not None for begin in begins):
            return True
        before = self._text[max(report.evidence.start, start - _NEAR) : start]
        on = report.kind in _OCCASIONS and _lasting_on().search(before) is not None
        return on or _spell_of(kind).search(before) is not None

    def _within(self, start: int, end: int) -> Iterator[Time]:
        return iter(self._times[bisect_left(self._starts, start) : bisect_left(self._starts, end)])


def _hours(time: Time) -> tuple[float, float] | None:
    match = _DURATION.fullmatch(time.timex.value)
    if match is None or not any(match.groups()):
        return None
    given = {unit: number for unit, number in match.groupdict().items() if number is not None}
    hours = sum((_SEVERAL if number == "X" else float(number)) * _HOURS[unit] for unit, number in given.items())
    if "X" in given.values():
        return hours, math.inf
    return load_quantities().interval(round(hours, 4), time.span.text)


@lru_cache(maxsize=1)
def _lasting() -> re.Pattern[str]:
    """A sentence that takes an occasion up and says, up to a length of time, that it took so long."""
    return re.compile(rf"{_subject()}[^.;!?\n]{{0,80}}?\b{_took()}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _lasting_on() -> re.Pattern[str]:
    """The same, as a clause on the occasion: "talks *which went on for* two hours", "and *will stay for* two days"."""
    return re.compile(rf"\b(?:which|that|they|and|will|would|to)\s+{_took()}$", re.IGNORECASE)


def _took() -> str:
    words = load_words()
    measuring = rf"(?:for\s+|on\s+)?(?:(?:{_either(words['measuring'])})\s+)?"
    lasting = [word.partition(" ") for word in words["lasting"]]
    verbs = [rf"{verb}(?:e?d|s|ing)?{space}{behind}" for verb, space, behind in lasting]
    return rf"(?:{_either(verbs)})\s+{measuring}"


def _begin(time: Time) -> int:
    """Where a length of time begins, after "last", which is a verb here ("the visit will *last* four days")."""
    verb, _, rest = time.span.text.partition(" ")
    return time.span.start + len(verb) + 1 if rest and verb.lower() == "last" else time.span.start


def _subject() -> str:
    occasions = _either(load_words()["occasion"])
    return rf"\s*[\"“']?(?:(?:The|Their|His|Her|This)\s+(?:[\w-]+\s+){{0,3}}?)?(?:{occasions})\b"


@lru_cache(maxsize=1)
def taking_up() -> re.Pattern[str]:
    """The beginning of a sentence that takes an occasion up, or those who were at it: "The call", "They"."""
    return re.compile(_subject(), re.IGNORECASE)


@lru_cache(maxsize=128)
def _spell(kind: str) -> re.Pattern[str]:
    """A noun for an occasion of a kind, and a few words before it that end no phrase."""
    nouns = load_words()[f"spell.{kind}"]
    between = r"(?:[\s-]+(?!(?:and|or|of|in|on|at|to|for|with|from|by|the|a|an)\b)[\w-]+){0,2}?"
    return re.compile(rf"{between}[\s-]+(?:{_either(nouns)})\b" if nouns else r"(?!)", re.IGNORECASE)


@lru_cache(maxsize=128)
def _spell_of(kind: str) -> re.Pattern[str]:
    """A noun for an occasion of a kind before its length: "a truce *of* three days", "talks *lasting* two hours"."""
    nouns = load_words()[f"spell.{kind}"]
    joined = rf"\b(?:{_either(nouns)})\s+(?:(?:of|for)\s+|(?:(?:which|that)\s+(?:will|would|is\s+to)\s+)?{_took()})$"
    return re.compile(joined if nouns else r"(?!)", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word))).replace(" ", r"\s+")
