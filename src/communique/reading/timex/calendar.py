"""Stretches of the calendar as numbers: days, weeks, months, seasons, quarters, years and longer.

A :class:`Period` is a unit and a serial number in it (day 1 is 1 January of year 1, month 0 is January of year 0 and
so on), so that the period before or after is one number away. Values are written as TIMEX3 (ISO 8601 and its
extensions) writes them.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from typing import Literal

from communique.records import Precision

Unit = Literal["day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century"]

#: Units from fine to coarse, by rank.
RANK: dict[str, int] = {
    "day": 0, "weekend": 1, "week": 2, "month": 3, "season": 4, "quarter": 4, "half": 5, "year": 6,
    "decade": 7, "century": 8,
}  # fmt: skip
#: Months in a unit of whole months.
_MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_PRECISION: dict[str, Precision] = {
    "day": "day",
    "weekend": "week",
    "week": "week",
    "month": "month",
    "season": "quarter",
    "quarter": "quarter",
}
_SEASONS = ("SP", "SU", "FA", "WI")
#: A season begins two months after its quarter: spring of a year in March, its winter in December.
_SEASON_DELAY = 2


@dataclass(frozen=True, slots=True)
class Period:
    """One stretch of the calendar."""

    unit: Unit
    number: int

    @property
    def start(self) -> datetime.date | None:
        """First day; ``None`` outside the years 1 to 9999."""
        return _date(self._ordinal(0))

    @property
    def end(self) -> datetime.date | None:
        """Last day, included; ``None`` outside the years 1 to 9999."""
        if self.unit == "weekend":
            return _date((self.number + 1) * 7)
        after = self._ordinal(1)
        return _date(after - 1) if after is not None else None

    @property
    def precision(self) -> Precision:
        """How finely the period dates; what is longer than a quarter counts as "year"."""
        return _PRECISION.get(self.unit, "year")

    @property
    def value(self) -> str | None:
        """The TIMEX3 value; ``None`` outside the years 1 to 9999."""
        start = self.start
        if start is None or self.end is None:
            return None
        if self.unit == "day":
            return start.isoformat()
        if self.unit in {"week", "weekend"}:
            iso = start.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.unit == "weekend" else "")
        if self.unit in {"decade", "century"}:
            return f"{self.number:03d}" if self.unit == "decade" else f"{self.number:02d}"
        return self._of_year()

    def _of_year(self) -> str:
        if self.unit == "year":
            return f"{self.number:04d}"
        year, index = divmod(self.number, 12 // _MONTHS[self.unit])
        name = {"month": f"{index + 1:02d}", "quarter": f"Q{index + 1}", "half": f"H{index + 1}"}.get(self.unit)
        return f"{year:04d}-{name if name is not None else _SEASONS[index]}"

    def shifted(self, count: int) -> Period:
        """The period ``count`` places later (earlier when negative)."""
        return Period(self.unit, self.number + count)

    def years_later(self, years: int) -> Period:
        """The same part of another year ("the third quarter" a year earlier); 29 February gives 28 February."""
        if self.unit in _MONTHS and _MONTHS[self.unit] <= 12:
            return self.shifted(years * 12 // _MONTHS[self.unit])
        start = self.start
        if self.unit != "day" or start is None:
            return self.shifted(years * 52 if self.unit in {"week", "weekend"} else 0)
        year = start.year + years
        if not 1 <= year <= 9999:
            return Period("year", year)
        return Period(
            "day",
            datetime.date(year, start.month, min(start.day, calendar.monthrange(year, start.month)[1])).toordinal(),
        )

    def _ordinal(self, ahead: int) -> int | None:
        """Ordinal of the first day of the period ``ahead`` places later."""
        number = self.number + ahead
        if self.unit == "day":
            return number
        if self.unit == "week":
            return number * 7 + 1
        if self.unit == "weekend":
            return number * 7 + 6
        year, month = divmod(number * _MONTHS[self.unit] + (_SEASON_DELAY if self.unit == "season" else 0), 12)
        if year == 10_000 and month == 0:
            return datetime.date.max.toordinal() + 1
        return datetime.date(year, month + 1, 1).toordinal() if 1 <= year <= 9999 else None


def containing(day: datetime.date, unit: Unit) -> Period:
    """The period of a unit that holds a day; for "weekend" the one of the day's week."""
    if unit == "day":
        return Period("day", day.toordinal())
    if unit in {"week", "weekend"}:
        return Period(unit, (day.toordinal() - 1) // 7)
    months = day.year * 12 + day.month - 1 - (_SEASON_DELAY if unit == "season" else 0)
    return Period(unit, months // _MONTHS[unit])


def day_period(year: int, month: int, day: int) -> Period | None:
    """A calendar day; ``None`` when there is no such day (30 February)."""
    try:
        return Period("day", datetime.date(year, month, day).toordinal())
    except (ValueError, OverflowError):
        return None


def easter(year: int) -> datetime.date | None:
    """Western Easter Sunday (the anonymous Gregorian algorithm of 1876); ``None`` outside the years 1583 to 9999."""
    if not 1583 <= year <= 9999:
        return None
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)


def _date(ordinal: int | None) -> datetime.date | None:
    return (
        datetime.date.fromordinal(ordinal)
        if ordinal is not None and 1 <= ordinal <= datetime.date.max.toordinal()
        else None
    )
