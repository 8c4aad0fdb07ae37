"""Rules for lengths of time ("two hours"), sets of times ("every Monday") and vague references ("now")."""

from __future__ import annotations

from communique.reading.timex.grammar import Rules
from communique.reading.timex.guards import is_bare_length, is_frequency, is_length, is_reference, is_someday
from communique.reading.timex.meanings import Length, Meaning, Repeated, Vague

LENGTHS = Rules()
#: Unit to its ISO 8601 letter, how many of them one makes, and whether it is of the clock.
_LETTERS: dict[str, tuple[str, int, bool]] = {
    "second": ("S", 1, True), "minute": ("M", 1, True), "hour": ("H", 1, True), "day": ("D", 1, False),
    "week": ("W", 1, False),
    "fortnight": ("W", 2, False), "weekend": ("WE", 1, False), "month": ("M", 1, False), "quarter": ("Q", 1, False),
    "year": ("Y", 1, False), "decade": ("Y", 10, False), "century": ("Y", 100, False),
}  # fmt: skip
#: Half of a unit in the next finer one.
_HALVES = {
    "hour": (30, "minute"),
    "minute": (30, "second"),
    "year": (6, "month"),
    "day": (12, "hour"),
    "decade": (5, "year"),
    "century": (50, "year"),
}
_SEASONS = ("SP", "SU", "FA", "WI")


def length_value(unit: str, amount: float | None) -> str | None:
    """The TIMEX3 value of so many units; ``None`` as amount gives X. Halves go to the finer unit ("PT2H30M")."""
    letter, factor, of_clock = _LETTERS[unit]
    prefix = "PT" if of_clock else "P"
    if amount is None:
        return f"{prefix}X{letter}"
    whole = int(amount)
    if whole == amount:
        return f"{prefix}{whole * factor}{letter}" if 0 < whole < 1_000_000 else None
    half = _HALVES.get(unit)
    if amount - whole != 0.5 or half is None:
        return f"{prefix}{amount * factor:g}{letter}"
    finer, finer_factor, finer_clock = _LETTERS[half[1]]
    middle = f"{prefix}{whole * factor}{letter}" if whole else "P"
    if finer_clock and "T" not in middle:
        middle += "T"
    return f"{middle}{half[0] * finer_factor}{finer}"


def _length(unit: str, amount: float | None) -> Meaning | None:
    value = length_value(unit, amount)
    return Length(value) if value is not None else None


@LENGTHS.add("vague", "one day", guard=is_someday)
def someday() -> Meaning:
    """(They will) one day (return)."""
    return Vague("FUTURE_REF")


@LENGTHS.add("length", "<amount> <units>", "<amount> <unit>", guard=is_length)
@LENGTHS.add(
    "length",
    "<amount> <extra:_> <units>",
    "<amount> <extra:_> <unit>",
    "the <count> <units>", "the <count> - <unit> period", "the <count> <unit> period",
    "the whole|full|entire <unit:units>",
)  # fmt: skip
def length(amount: float | None = 1, units: str = "", unit: str = "", count: int | None = None) -> Meaning | None:
    """Two hours; several years; two more weeks."""
    return _length(units or unit, count if count is not None else amount)


@LENGTHS.add("length", "<count> -? <unit> -? long?", "<count> -? <units> -? long", "<count> - <units>", guard=is_length)
def joined_length(count: int, unit: str = "", units: str = "") -> Meaning | None:
    """Two-hour (talks)."""
    return _length(unit or units, count)


@LENGTHS.add("length", "<units> - long", "<units> long", "several - <unit:units>")
def long_length(units: str) -> Meaning | None:
    """Decades-long."""
    return _length(units, None)


@LENGTHS.add("length", "<unit> - long")
def one_long(unit: str) -> Meaning | None:
    """Day-long."""
    return _length(unit, 1)


@LENGTHS.add("length", "half an|a <unit>", "a half -? <unit>", "half - <unit>", "half -? a -? <unit>")
def half_length(unit: str) -> Meaning | None:
    """Half an hour."""
    return _length(unit, 0.5) if unit in _HALVES else None


@LENGTHS.add("length", "<amount> <unit> and a half", "<amount> <units> and a half")
def length_and_half(amount: float | None, unit: str = "", units: str = "") -> Meaning | None:
    """An hour and a half."""
    return _length(unit or units, amount + 0.5) if amount is not None else None


@LENGTHS.add(
    "length",
    "<amount> to|or|- <count> <units>",
    "<count> - to - <count:last> - <unit:units>",
    "a|an <unit:units> or two|so",
    "the next|past|last <unit:units> or two|so",
)
def range_length(
    units: str, amount: float | None = 1, count: int | None = None, last: int | None = None
) -> Meaning | None:
    """Two to three weeks: the value is the shorter one."""
    return _length(units, count if last is not None else amount)


@LENGTHS.add(
    "length",
    "the? <bound:_> <amount> <units>",
    "the? <bound:_> <amount> <unit>",
    "the? last|past|next|coming couple of <units>", "these|those <amount> <units>",
    "the? year -? ago|earlier <amount> <units>",
    "this|these past|last <amount> <units>",
)  # fmt: skip
def bounded_length(units: str = "", amount: float | None = 2, unit: str = "") -> Meaning | None:
    """The past two months; the first nine months."""
    return _length(units or unit, amount)


@LENGTHS.add("length", "<units>", guard=is_bare_length)
@LENGTHS.add(
    "length",
    "recent|previous|subsequent <units>", "the <bound:_> <units>",
    "the <units> ahead|since", "<units> or|and <units:_>", "these|those past <units>", "all these <units>",
)  # fmt: skip
def uncounted_length(units: str) -> Meaning | None:
    """Years; recent weeks."""
    return _length(units, None)


@LENGTHS.add("vague", "past <units:_>")
def past_units() -> Meaning:
    """(As in) past years: a past of no stated length."""
    return Vague("PAST_REF")


@LENGTHS.add("vague", "future|coming <units:_>")
def future_units() -> Meaning:
    """(In) coming months: a future of no stated length."""
    return Vague("FUTURE_REF")


@LENGTHS.add("length", "the? past|last <unit>", "all <unit>", "all through the <unit>", "this past <unit>")
def whole_unit(unit: str) -> Meaning | None:
    """The past year; all week."""
    return _length(unit, 1)


@LENGTHS.add("set", "every|each <unit>", "every other <unit>", "each and every <unit>")
def every_unit(unit: str) -> Meaning | None:
    """Every day."""
    value = length_value(unit, 1)
    return Repeated(value) if value is not None else None


@LENGTHS.add("set", "every <count> <units>")
def every_units(count: int, units: str) -> Meaning | None:
    """Every two weeks."""
    value = length_value(units, count)
    return Repeated(value) if value is not None else None


@LENGTHS.add("set", "once|twice a|an|every|each <unit>", "<count:_> times a|an|every|each <unit>")
def times_a_unit(unit: str) -> Meaning | None:
    """Twice a week."""
    value = length_value(unit, 1)
    return Repeated(value) if value is not None else None


@LENGTHS.add("set", "every other|second <weekday>")
@LENGTHS.add("set", "every|each <weekday>", "<weekdays>", "every|each <weekday> <part>", "<weekday> <parts:part>")
def every_weekday(weekday: int = 0, weekdays: int = 0, part: str = "") -> Meaning:
    """Every Monday."""
    return Repeated(f"XXXX-WXX-{weekday or weekdays}{part}")


@LENGTHS.add("set", "every|each <month>", "every|each <season>", "every|each <part>")
def every_part(month: int = 0, season: int | None = None, part: str = "") -> Meaning:
    """Every July."""
    if part:
        return Repeated(f"XXXX-XX-XX{part}")
    return Repeated(f"XXXX-{month:02d}" if month else f"XXXX-{_SEASONS[season or 0]}")


@LENGTHS.add("set", "<frequency>", guard=is_frequency)
def frequency(frequency: str) -> Meaning:
    """Daily."""
    return Repeated(frequency)


@LENGTHS.add("vague", "<reference>", guard=is_reference)
def vague(reference: str) -> Meaning:
    """Now; recently; the future."""
    return Vague(reference)
