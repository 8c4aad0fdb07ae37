"""Days as people write them, with no more precision than is known."""

from __future__ import annotations

import datetime

import msgspec

from communique.records import EventTime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_RANGE = "\N{EN DASH}"


def day_text(day: datetime.date | None) -> str:
    """``12 Apr 2017``; empty when the day is not known."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day is not None else ""


def time_text(time: EventTime | None) -> str:
    """A day, range, week, month, quarter or year, "about" it where it is inferred; empty when it is not known.

    >>> import datetime
    >>> april = EventTime(start=datetime.date(2017, 4, 1), end=datetime.date(2017, 4, 30), precision="month")
    >>> time_text(april)
    'Apr 2017'
    >>> time_text(msgspec.structs.replace(april, inferred=True))
    'about Apr 2017'
    """
    if time is None:
        return ""
    if time.inferred:
        return f"about {time_text(msgspec.structs.replace(time, inferred=False))}"
    start, end = time.start, time.end
    if time.precision == "week":
        return f"week of {day_text(start)}"
    if time.precision == "day":
        return day_text(start) if start == end else _days(start, end)
    name = {"month": _month, "quarter": _quarter, "year": _year}[time.precision]
    return name(start) if name(start) == name(end) else f"{name(start)}{_RANGE}{name(end)}"


def when_text(time: EventTime | None) -> str:
    """The time of an event for whoever looks at it alone, with what an inferred one rests on."""
    said = time_text(time) or "not known"
    return f"{said}, inferred from the day of the article" if time is not None and time.inferred else said


def _days(start: datetime.date, end: datetime.date) -> str:
    if start.year != end.year:
        return f"{day_text(start)} {_RANGE} {day_text(end)}"
    if start.month != end.month:
        return f"{start.day} {_MONTHS[start.month - 1]} {_RANGE} {day_text(end)}"
    return f"{start.day}{_RANGE}{day_text(end)}"


def _month(day: datetime.date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _year(day: datetime.date) -> str:
    return str(day.year)


def _quarter(day: datetime.date) -> str:
    return f"Q{(day.month + 2) // 3} {day.year}"
