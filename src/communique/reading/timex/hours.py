"""Rules for hours and parts of the day ("10 p.m. Wednesday", "Tuesday night", "this morning")."""

from __future__ import annotations

from communique.reading.timex.grammar import Rules
from communique.reading.timex.guards import is_part_of_day
from communique.reading.timex.meanings import Meaning, Shifted, TimeOfDay

HOURS = Rules()
#: Hours of the day before the first twelve that a part of it counts.
_HOURS_BEFORE = {"TMO": 0, "TAF": 12, "TEV": 12}


@HOURS.add("time", "<relation> <part>", "<relation> mid -? <part>")
def related_part(relation: int, part: str) -> Meaning:
    """Last night; this morning."""
    return TimeOfDay(part, Shifted("day", relation))


@HOURS.add("time", "<told> <part>")
def told_part(told: int, part: str) -> Meaning:
    """That afternoon; the next morning."""
    return TimeOfDay(part, Shifted("day", told, base="reference"))


@HOURS.add("time", "tonight")
def tonight() -> Meaning:
    """Tonight."""
    return TimeOfDay("TNI", Shifted("day", 0))


@HOURS.add("time", "overnight")
def overnight() -> Meaning:
    """Overnight: the night before publication."""
    return TimeOfDay("TNI", Shifted("day", -1))


@HOURS.add("time", "<date> <part>", "<date> early|late <part>", "mid -? <part> <date>", "the <part> of <date>")
def date_part(date: Meaning, part: str) -> Meaning:
    """Tuesday night; mid-afternoon yesterday; the night of May 3."""
    return TimeOfDay(part, date)


@HOURS.add("time", "mid -? <part>")
@HOURS.add("time", "the <part>", guard=is_part_of_day)
def part(part: str) -> Meaning:
    """(By) mid-afternoon; (in) the morning: of the day told of."""
    return TimeOfDay(part, None)


@HOURS.add(
    "time",
    "<clock> <zone:_>? ,? on? <date>",
    "<clock> <zone:_>? ( <count:_> <zone:_> ) ,? on? <date>",
    "<clock> <zone:_>? ( <clock:_> <zone:_> ) ,? on? <date>",
    "<instant> <zone:_>? ,? on? <date>",
    "<date> at <clock> <zone:_>?",
    "<date> at <instant> <zone:_>?",
)
def clock_of_date(date: Meaning, clock: str = "", instant: str = "") -> Meaning:
    """10 p.m. Wednesday; noon on May 10."""
    return TimeOfDay(clock or instant, date)


@HOURS.add("time", "<count> in the <part>", "<count> o'clock in the <part>")
def hour_of_part(count: int, part: str) -> Meaning | None:
    """4 in the morning."""
    if not 1 <= count <= 12 or part not in _HOURS_BEFORE:
        return None
    return TimeOfDay(f"T{count % 12 + _HOURS_BEFORE[part]:02d}:00", None)


@HOURS.add("time", "<clock> <zone:_>?", "<instant>")
def clock(clock: str = "", instant: str = "") -> Meaning:
    """10:35 a.m.; noon."""
    return TimeOfDay(clock or instant, None)
