"""From what an expression says to days: resolution against the publication day and the times told of before."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.reading.timex.calendar import RANK, Period, Unit, containing, day_period
from communique.reading.timex.cycles import in_year, occurrence, weekday_from
from communique.reading.timex.meanings import (
    AlikeIn,
    Containing,
    DayOfMonth,
    Fiscal,
    Fixed,
    FromDate,
    Length,
    Meaning,
    Member,
    Repeated,
    Shifted,
    TimeOfDay,
    Vague,
    Within,
)
from communique.reading.timex.tense import Tense
from communique.records import TimexType

_SEASONS = ("SP", "SU", "FA", "WI")
_UNKNOWN: dict[str, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "season": "XXXX-XX",
    "quarter": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip
#: How many of the last times told of may hold the quarter that "a year ago" compares with.
_LATELY = 4
_MONTHS_OF_YEAR = re.compile(r"P[1-9]M")


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands: the publication day, the tense it goes with, the periods told of before, in order.

    ``nearby`` are those of the same and the last block, for "that day" does not reach further back.
    """

    anchor: datetime.date | None
    tense: Tense | None
    told: Sequence[Period] = ()
    nearby: Sequence[Period] = ()

    def reference(self, unit: Unit) -> Period | None:
        """The period of a unit that holds the time last told of, when that was at least so fine.

        A quarter is the one last named as such, else the last that was over at publication: accounts speak of no other.
        """
        if unit == "quarter":
            named = next((p for p in reversed(self.told) if p.unit == "quarter"), None)
            return named or (containing(self.anchor, "quarter").shifted(-1) if self.anchor is not None else None)
        for period in reversed(self.nearby if RANK[unit] < RANK["month"] else self.told):
            start = period.start
            if RANK[period.unit] <= RANK[unit] and start is not None:
                return period if period.unit == unit else containing(start, unit)
        return None


@dataclass(frozen=True, slots=True)
class Anchored:
    """Type and value for TIMEX3, and the period where the days are known."""

    type: TimexType
    value: str
    period: Period | None = None


def anchor(meaning: Meaning, context: Context) -> Anchored | None:
    """Set a meaning on the calendar; ``None`` when it names no possible time."""
    match meaning:
        case Length(value):
            return Anchored("DURATION", value)
        case Repeated(value):
            return Anchored("SET", value)
        case Vague(value):
            return Anchored("DATE", value)
        case TimeOfDay(suffix, date):
            return _time_of_day(suffix, date, context)
        case Fiscal(part):
            inner = anchor(part, context)
            return Anchored("DATE", inner.value) if inner is not None else None
        case _:
            return _date(meaning, context)


def is_of_accounts(meaning: Meaning) -> bool:
    """Is the length one that accounts are given for, some months of a year: "profit for the nine months"?"""
    return isinstance(meaning, Length) and _MONTHS_OF_YEAR.fullmatch(meaning.value) is not None


def is_comparison(meaning: Meaning) -> bool:
    """Does the expression only set something beside the time told of ("up from a year ago"), and not move it?"""
    return isinstance(meaning, AlikeIn) or (isinstance(meaning, Shifted) and meaning.alike)


def _time_of_day(suffix: str, date: Meaning | None, context: Context) -> Anchored | None:
    day: Anchored | None
    if date is None:
        period = context.reference("day") or (containing(context.anchor, "day") if context.anchor is not None else None)
        day = _of_period(period) if period is not None else None
    else:
        day = anchor(date, context)
    if day is None:
        return Anchored("TIME", _UNKNOWN["day"] + suffix)
    if day.value.endswith("_REF") or "T" in day.value or day.type != "DATE":
        return None
    return Anchored("TIME", day.value + suffix, day.period)


def _date(meaning: Meaning, context: Context) -> Anchored | None:
    if isinstance(meaning, Shifted) and meaning.count is None:
        return (
            Anchored("DATE", "PAST_REF")
            if meaning.base == "anchor"
            else Anchored("DURATION", f"PX{meaning.unit[0].upper()}")
        )
    period = period_of(meaning, context)
    return _of_period(period) if period is not None else _without_anchor(meaning)


def _of_period(period: Period) -> Anchored | None:
    value = period.value
    return Anchored("DATE", value, period) if value is not None else None


def _without_anchor(meaning: Meaning) -> Anchored | None:
    """The value of what cannot be set on the calendar: X where a part is not known."""
    match meaning:
        case Member(cycle, index, day):
            fixed = {
                "weekday": f"XXXX-WXX-{index}", "weekend": "XXXX-WXX-WE",
                "month": f"XXXX-{index:02d}", "monthday": f"XXXX-{index:02d}-{day:02d}",
                "quarter": f"XXXX-Q{index + 1}", "half": f"XXXX-H{index + 1}", "holiday": "XXXX-XX-XX",
            }  # fmt: skip
            return Anchored("DATE", fixed[cycle] if cycle != "season" else f"XXXX-{_SEASONS[index]}")
        case Shifted(unit):
            return Anchored("DATE", _UNKNOWN[unit])
        case FromDate(_, unit):
            return Anchored("DATE", _UNKNOWN[unit])
        case AlikeIn(year):
            return Anchored("DATE", f"{year:04d}-QX")
        case Containing(unit):
            return Anchored("DATE", _UNKNOWN[unit])
        case Within(member, outer):
            return _without_anchor(member) if not isinstance(outer, Fixed) else None
        case _:
            return None


def period_of(meaning: Meaning, context: Context) -> Period | None:
    """The period a meaning names, when context is enough to know it."""
    match meaning:
        case Fixed(period):
            return period if period.value is not None else None
        case Shifted():
            return _shifted(meaning, context)
        case AlikeIn():
            return _alike_in(meaning, context)
        case Member():
            return _member(meaning, context)
        case Within(member, outer):
            return _within(member, period_of(outer, context))
        case FromDate(date, unit, count):
            day = period_of(date, context)
            return _moved(day, unit, count)
        case Containing(unit, date):
            day = period_of(date, context)
            return containing(day.start, unit) if day is not None and day.start is not None else None
        case DayOfMonth(day_number):
            month = context.reference("month")
            return (
                day_period(month.start.year, month.start.month, day_number)
                if month is not None and month.start is not None
                else None
            )
        case _:
            return None


def _shifted(meaning: Shifted, context: Context) -> Period | None:
    if meaning.count is None:
        return None
    if meaning.alike and (like := _like(meaning, context)) is not None:
        return like
    if meaning.base == "reference" and not (meaning.alike and meaning.count == -1 and not context.told):
        return _moved(context.reference(meaning.unit), meaning.unit, meaning.count)
    return containing(context.anchor, meaning.unit).shifted(meaning.count) if context.anchor is not None else None


def _like(meaning: Shifted, context: Context) -> Period | None:
    """The same part of another year: of the quarter or half spoken of lately, else of any period just spoken of.

    What is still ahead at publication has no accounts to compare.
    """
    if meaning.count is None or not context.told:
        return None
    this_year = containing(context.anchor, "year") if context.anchor is not None else None
    parts = (p for p in context.told[-_LATELY:] if p.unit in {"quarter", "half"} or p == this_year)
    lately = [p for p in parts if context.anchor is None or p.start is None or p.start <= context.anchor]
    if lately:
        return lately[-1].years_later(meaning.count)
    last = context.told[-1]
    return last.years_later(meaning.count) if meaning.base == "reference" and RANK[last.unit] <= RANK["year"] else None


def _alike_in(meaning: AlikeIn, context: Context) -> Period | None:
    """The quarter spoken of, moved to a stated year."""
    quarter = context.reference("quarter")
    return Period("quarter", meaning.year * 4 + quarter.number % 4) if quarter is not None else None


def _moved(period: Period | None, unit: Unit, count: int) -> Period | None:
    """The period of ``unit`` so many units from another period; years and months from a day keep the day."""
    if period is None or period.start is None:
        return None
    if unit == "week" and period.unit == "day":
        return period.shifted(7 * count)
    if unit == "year" and RANK[period.unit] < RANK["year"]:
        return period.years_later(count)
    return containing(period.start, unit).shifted(count)


def _within(member: Member, outer: Period | None) -> Period | None:
    start = outer.start if outer is not None else None
    if start is None or outer is None:
        return None
    if member.cycle == "weekday":
        return Period("day", start.toordinal() + member.index - 1) if outer.unit == "week" else None
    if member.cycle == "monthday" and outer.unit == "month":
        return day_period(start.year, start.month, member.day)
    return in_year(member, start.year)


def _member(member: Member, context: Context) -> Period | None:
    if member.base == "reference":
        told = context.reference("day")
        return weekday_from(member, told.start) if told is not None and told.start is not None else None
    return occurrence(member, context.anchor, context.tense) if context.anchor is not None else None
