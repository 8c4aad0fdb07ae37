"""Days that share a month, and years that share a century: "May 10, 11 and 12", "the 10th and 11th of May", "2016/17".

Each day is a match of its own, as TIMEX3 has it; :mod:`communique.reading.timex.ranges` makes one stretch of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.reading.timex.calendar import Period, day_period
from communique.reading.timex.grammar import Grammar, Match
from communique.reading.timex.guards import Stretch, counts_noun, is_year
from communique.reading.timex.meanings import Fixed, Meaning, Member
from communique.reading.timex.scan import Scanner
from communique.reading.timex.terminals import BETWEEN_DAYS, matches

#: Longer lists of days do not occur in prose.
_MOST_DAYS = 8


def leading_days(grammar: Grammar, scanner: Scanner, at: int) -> list[Match]:
    """The days of "10, 11 and 12 May" but for the last, which has the month; [] where no such list begins."""
    first = scanner.lower(at + 1) if scanner.lower(at) == "the" else scanner.lower(at)
    if not first[:1].isdigit():
        return []
    days: list[tuple[int, int, int]] = []
    listed = False
    while len(days) < _MOST_DAYS:
        dated = grammar.longest(scanner, at, "date") if listed else None
        if dated is not None and any(True for _ in matches(scanner, "dom", _without_article(scanner, at))):
            meanings = [(start, end, same_month(dated.meaning, day)) for start, end, day in days]
            return [
                Match(start, end, "date", meaning, start) for start, end, meaning in meanings if meaning is not None
            ]
        found = _day(scanner, at)
        if found is None:
            return []
        days.append((at, *found))
        listed, at = _between(scanner, found[0])
        if at == 0:
            return []
    return []


def further_days(grammar: Grammar, scanner: Scanner, match: Match) -> list[Match]:
    """The match with the days of its month that follow it ("May 10, 11 and 12, 2017"), or with its second year."""
    second = _second_year(scanner, match)
    if second is not None:
        return [match, second]
    days = list(_days_behind(grammar, scanner, match))
    if not days:
        return [match]
    end, year = _year_behind(scanner, days[-1].end, match)
    if year is None:
        return [match, *days]
    days[-1] = replace(days[-1], end=end)
    return [replace(m, meaning=_in_year(m.meaning, year)) for m in (match, *days)]


def same_month(meaning: Meaning, day: int) -> Meaning | None:
    """Another day of the month of a date; ``None`` when the date has no month or the month no such day."""
    if isinstance(meaning, Member) and meaning.cycle == "monthday":
        return replace(meaning, day=day) if day_period(2000, meaning.index, day) is not None else None
    if isinstance(meaning, Fixed) and meaning.period.unit == "day" and (start := meaning.period.start) is not None:
        period: Period | None = day_period(start.year, start.month, day)
        return Fixed(period) if period is not None else None
    return None


def _days_behind(grammar: Grammar, scanner: Scanner, match: Match) -> Iterator[Match]:
    """The days behind a date whose last word is a day; behind commas only when "and" or the like ends the list."""
    waiting: list[Match] = []
    end = match.end
    for _ in range(_MOST_DAYS):
        listed, start = _between(scanner, end)
        found = _day(scanner, start) if start else None
        if found is None or not scanner.lower(end - 1)[:1].isdigit():
            return
        end, day = found
        longest = grammar.longest(scanner, start)
        meaning = same_month(match.meaning, day)
        if meaning is None or (longest is not None and longest.end > end) or counts_noun(Stretch(scanner, start, end)):
            return
        waiting.append(Match(start, end, "date", meaning, start))
        if listed:
            yield from waiting
            waiting = []


def _between(scanner: Scanner, at: int) -> tuple[bool, int]:
    """Whether a conjunction, not only a comma, lies between two days, and the index behind it; 0 for neither."""
    comma = scanner.lower(at) == ","
    word = scanner.lower(at + comma)
    if word in BETWEEN_DAYS or (word == "/" and scanner.joined(at)):
        return True, at + comma + 1
    return False, at + 1 if comma else 0


def _day(scanner: Scanner, at: int) -> tuple[int, int] | None:
    """The day of a month in digits at an index, with or without its article: the index behind it, and the day."""
    at = _without_article(scanner, at)
    if not scanner.lower(at)[:1].isdigit():
        return None
    return next(((end, day) for end, day in matches(scanner, "dom", at) if isinstance(day, int)), None)


def _without_article(scanner: Scanner, at: int) -> int:
    return at + (scanner.lower(at) == "the")


def _year_behind(scanner: Scanner, at: int, match: Match) -> tuple[int, int | None]:
    """The year behind the last day of a list, which is that of all of them; ``None`` where the first has its own."""
    start = at + (scanner.lower(at) == ",")
    found = next((f for f in matches(scanner, "year", start)), None) if isinstance(match.meaning, Member) else None
    if found is None or not isinstance(found[1], int) or not is_year(Stretch(scanner, start, found[0])):
        return at, None
    return found[0], found[1]


def _in_year(meaning: Meaning, year: int) -> Meaning:
    period = day_period(year, meaning.index, meaning.day) if isinstance(meaning, Member) else None
    return Fixed(period) if period is not None else meaning


def _second_year(scanner: Scanner, match: Match) -> Match | None:
    """The "17" of "2016/17" (the year that runs over both) or the "18" of "1914-18", in the first one's century."""
    at = match.end
    digits = scanner.lower(at + 1)
    if not (isinstance(match.meaning, Fixed) and match.meaning.period.unit == "year" and len(digits) == 2):
        return None
    if not digits.isdecimal() or scanner.lower(at) not in {"/", "-"}:
        return None
    behind = scanner.lower(at + 2) if scanner.joined(at + 2) else ""
    if not scanner.joined(at) or not scanner.joined(at + 1) or behind[:1].isalnum() or behind in {"-", "/", "%"}:
        return None
    first = match.meaning.period.number
    second = first + (int(digits) - first) % 100
    if second == first or (scanner.lower(at) == "/" and second > first + 1):
        return None
    return Match(at + 1, at + 2, "period", Fixed(Period("year", second)), at + 1)
