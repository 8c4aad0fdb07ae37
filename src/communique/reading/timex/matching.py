"""The time expressions of a block: longest matches from left to right, their modifiers, and days that share a month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.reading.timex.calendar import Period, day_period
from communique.reading.timex.grammar import Grammar, Match
from communique.reading.timex.meanings import DayOfMonth, Fixed, Length, Meaning, Member, Repeated, Vague
from communique.reading.timex.scan import Scanner
from communique.reading.timex.terminals import BETWEEN_DAYS, matches
from communique.reading.tokens import Token

#: Classes of the lexicon that stand in front of a date, or of a length.
MODIFIERS = ("before-date", "before-length")
#: How many words may lie between a day and the date that gives its month ("on 4th and the strikes on 7th April").
_NEAR = 20


def find_matches(grammar: Grammar, scanner: Scanner) -> list[Match]:
    """The matches of a block in order, without overlap; every day of a month has its month where the words give it."""
    found = list(_longest_matches(grammar, scanner))
    for k, match in enumerate(found[:-1]):
        following = found[k + 1]
        if isinstance(match.meaning, DayOfMonth) and following.start - match.end <= _NEAR:
            meaning = _same_month(following.meaning, match.meaning.day)
            found[k] = replace(match, meaning=meaning) if meaning is not None else match
    return found


def _longest_matches(grammar: Grammar, scanner: Scanner) -> Iterator[Match]:
    end = 0
    for at in grammar.beginnings(scanner.words.forms):
        if at < end:
            continue
        match = _leading_day(grammar, scanner, at) or _with_modifier(grammar, scanner, at)
        while match is not None:
            yield match
            end = match.end
            match = _further_day(grammar, scanner, match)


def _with_modifier(grammar: Grammar, scanner: Scanner, at: int) -> Match | None:
    """The longest match from a word on, with a modifier that may stand in front ("early next week")."""
    best = grammar.longest(scanner, at)
    for name in MODIFIERS:
        for end, _ in scanner.members(name, at):
            core = grammar.longest(scanner, end)
            if (
                core is not None
                and (best is None or core.end > best.end)
                and _takes(name, core)
                and not _is_preposition(scanner, core)
            ):
                best = replace(core, start=at)
    return best


def _takes(modifier: str, core: Match) -> bool:
    if core.group == "ago":
        return True
    is_length = isinstance(core.meaning, Length)
    return (
        is_length if modifier == "before-length" else not is_length and not isinstance(core.meaning, (Repeated, Vague))
    )


def _is_preposition(scanner: Scanner, core: Match) -> bool:
    """Is the word before no modifier but a preposition: "over the next two years", "a way around Friday's ruling"?"""
    if scanner.lower(core.start - 1) not in {"over", "about", "around"}:
        return False
    owns = scanner.lower(core.end) == "'" and scanner.lower(core.end + 1) == "s" and scanner.joined(core.end + 1)
    return owns or scanner.lower(core.start) == "the"


def _leading_day(grammar: Grammar, scanner: Scanner, at: int) -> Match | None:
    """The first day of "10-11 May" or "10 and 11 May", whose month stands behind the second."""
    if not scanner.lower(at)[:1].isdigit() or scanner.lower(at + 1) not in BETWEEN_DAYS:
        return None
    for end, day in matches(scanner, "dom", at):
        following = grammar.longest(scanner, end + 1, "date")
        if following is not None and any(True for _ in matches(scanner, "dom", end + 1)) and isinstance(day, int):
            meaning = _same_month(following.meaning, day)
            if meaning is not None and not scanner.lower(following.end - 1).endswith("day"):
                return Match(at, end, "date", meaning, at)
    return None


def _further_day(grammar: Grammar, scanner: Scanner, match: Match) -> Match | None:
    """The second day of "May 10-11" or "May 10 and 11", whose month stands before the first."""
    start = match.end + 1
    if (
        scanner.lower(match.end) not in BETWEEN_DAYS
        or not scanner.lower(start)[:1].isdigit()
        or not scanner.lower(match.end - 1)[:1].isdigit()
    ):
        return None
    for end, day in matches(scanner, "dom", start):
        longest = grammar.longest(scanner, start)
        if isinstance(day, int) and (longest is None or longest.end <= end):
            meaning = _same_month(match.meaning, day)
            if meaning is not None:
                return Match(start, end, "date", meaning, start)
    return None


def _same_month(meaning: Meaning, day: int) -> Meaning | None:
    """Another day of the month of a date; ``None`` when the date has no month or the month no such day."""
    if isinstance(meaning, Member) and meaning.cycle == "monthday":
        return replace(meaning, day=day) if day_period(2000, meaning.index, day) is not None else None
    if isinstance(meaning, Fixed) and meaning.period.unit == "day" and (start := meaning.period.start) is not None:
        period: Period | None = day_period(start.year, start.month, day)
        return Fixed(period) if period is not None else None
    return None


def head_of(scanner: Scanner, match: Match) -> Token:
    """The token of a match that hangs on something outside it."""
    tokens = [scanner.words[at].token for at in range(match.core, match.end)]
    first, last = tokens[0].i, tokens[-1].i
    return next((t for t in tokens if not first <= t.head.i <= last), tokens[-1])
