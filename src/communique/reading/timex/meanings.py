"""What a time expression says before it is set on the calendar: a small algebra of dates, lengths, sets and references.

The grammar builds these from words alone; :mod:`communique.reading.timex.anchoring` gives them days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.reading.timex.calendar import Period, Unit

Base = Literal["anchor", "reference"]
Cycle = Literal["weekday", "weekend", "month", "monthday", "quarter", "half", "season", "holiday"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A stretch of the calendar that needs no anchor: "April 2017", "the 1980s"."""

    period: Period


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A stretch of a fiscal year: its value is known, its days are not, for its owner says when it begins."""

    part: Meaning


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a cycle whose year or week is left out: "Friday", "April", "May 10", "the third quarter", "Easter".

    ``index`` is the weekday (1 to 7), month, quarter, half or season (from 0); a monthday has ``index`` as month and
    ``day``; a holiday has its ``rule``. ``which`` is -1, 0, 1 for "last", "this", "next", ``None`` for nothing said; it
    is seen from the anchor, or from the time told of ("the following Monday").
    """

    cycle: Cycle
    index: int = 0
    day: int = 0
    rule: str = ""
    which: int | None = None
    base: Base = "anchor"


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day whose month stands elsewhere: "on the 4th", "May 10-11"."""

    day: int


@dataclass(frozen=True, slots=True)
class Within:
    """A member of a cycle in a stated year: "June last year", "next year's first quarter"."""

    member: Member
    outer: Meaning


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units from publication ("three weeks ago") or from the time told of before ("two days later").

    ``alike`` shifts whole years and keeps the part of the year spoken of: "a year earlier" after "the third quarter".
    """

    unit: Unit
    count: int | None
    base: Base = "anchor"
    alike: bool = False


@dataclass(frozen=True, slots=True)
class AlikeIn:
    """The quarter spoken of, in a stated year: "the 1988 period" after "the third quarter"."""

    year: int


@dataclass(frozen=True, slots=True)
class FromDate:
    """So many units before or after a date said in the same expression: "the day after Christmas"."""

    date: Meaning
    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Containing:
    """The week (or other unit) that holds a date: "the week of March 6"."""

    unit: Unit
    date: Meaning


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A part of a day or an hour of it; without a date that of the time told of, else of publication."""

    suffix: str
    date: Meaning | None


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as a TIMEX3 value: "two hours" is PT2H."""

    value: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times as a TIMEX3 value: "every Monday" is XXXX-WXX-1."""

    value: str


@dataclass(frozen=True, slots=True)
class Impossible:
    """Words of a date that no calendar has ("February 30"): they stand for no time, and no part of them does."""


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


Meaning = (
    AlikeIn
    | Fixed
    | Fiscal
    | Member
    | DayOfMonth
    | Within
    | Shifted
    | FromDate
    | Containing
    | TimeOfDay
    | Length
    | Repeated
    | Vague
    | Impossible
)
