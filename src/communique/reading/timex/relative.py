"""Rules for times told from publication ("last week") or from a time told before ("two days later")."""

from __future__ import annotations

from communique.reading.timex.calendar import Unit
from communique.reading.timex.grammar import Rules
from communique.reading.timex.guards import (
    ends_clause,
    is_ahead,
    is_bound,
    is_current,
    is_no_name,
    is_no_title,
    is_weekday,
)
from communique.reading.timex.meanings import AlikeIn, FromDate, Length, Meaning, Member, Shifted, Within

RELATIVE = Rules()
_AS_UNIT: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "weekend": ("weekend", 1), "month": ("month", 1),
    "quarter": ("quarter", 1), "year": ("year", 1), "decade": ("year", 10), "century": ("year", 100),
}  # fmt: skip


@RELATIVE.add("date", "<day>", guard=is_no_name)
def named_day(day: int) -> Meaning:
    """Yesterday."""
    return Shifted("day", day)


@RELATIVE.add("date", "<told> <weekday>", guard=is_weekday)
def told_weekday(told: int, weekday: int) -> Meaning:
    """The following Monday."""
    return Member("weekday", weekday, which=told, base="reference")


@RELATIVE.add("length", "the? past decade", "the next|coming decade")
def ten_years() -> Meaning:
    """(Over) the past decade: ten years that end now."""
    return Length("P10Y")


@RELATIVE.add("period", "<relation> <unit>", "the <relation> <unit>", guard=is_no_title)
def related_unit(relation: int, unit: str) -> Meaning | None:
    """Last week; the current quarter."""
    if unit == "weekend":
        return Member("weekend", which=relation)
    if unit in {"decade", "century"}:
        return Shifted("decade" if unit == "decade" else "century", relation)
    return _shifted(unit, relation) if unit != "day" else None


@RELATIVE.add("date", "the weekend")
def the_weekend() -> Meaning:
    """The weekend: the nearest one in the direction of the tense."""
    return Member("weekend")


@RELATIVE.add("period", "the <unit> after next")
def unit_after_next(unit: str) -> Meaning | None:
    """The week after next."""
    return _shifted(unit, 2)


@RELATIVE.add("date", "<told> day")
def told_day(told: int) -> Meaning:
    """The next day; that day."""
    return Shifted("day", told, base="reference")


@RELATIVE.add("date", "the day before", guard=ends_clause)
def day_before_told() -> Meaning:
    """(He had left) the day before."""
    return Shifted("day", -1, base="reference")


@RELATIVE.add("date", "the day after", guard=ends_clause)
def day_after_told() -> Meaning:
    """(He left) the day after."""
    return Shifted("day", 1, base="reference")


@RELATIVE.add("period", "the full? <unit>", guard=is_current)
def current_unit(unit: str) -> Meaning | None:
    """(For) the year; (later in) the week: the current one."""
    return _shifted(unit, 0) if unit in {"week", "year"} else None


@RELATIVE.add("period", "<told> <unit>")
def told_unit(told: int, unit: str) -> Meaning | None:
    """The following year; that month."""
    return _shifted(unit, told, told=True) if unit != "day" else None


@RELATIVE.add(
    "ago", "<amount> <units> ago", "<amount> <unit> ago", "<amount> <units> or so ago", "<amount> <unit> or so ago"
)
def ago(amount: float | None, units: str = "", unit: str = "") -> Meaning | None:
    """Three weeks ago."""
    return _counted(units or unit, amount, -1)


@RELATIVE.add("ago", "<units> ago")
def units_ago(units: str) -> Meaning | None:
    """Years ago: an unbounded past."""
    return _counted(units, None, -1)


@RELATIVE.add(
    "ago",
    "<amount> <units> from now",
    "<amount> <unit> from now",
    "<amount> <unit> hence",
    "<amount> <units> hence",
    "<amount> <unit> from today",
)
def from_now(amount: float | None, units: str = "", unit: str = "") -> Meaning | None:
    """Two years from now."""
    return _counted(units or unit, amount, 1)


@RELATIVE.add("ago", "<amount> <units> ' time", "<amount> <unit> ' s time")
@RELATIVE.add("ago", "<amount> <units>", "<amount> <unit>", guard=is_ahead)
def in_so_many(amount: float | None, units: str = "", unit: str = "") -> Meaning | None:
    """(They will meet in) two weeks; (in) two weeks' time."""
    return _counted(units or unit, amount, 1) if amount is not None else None


@RELATIVE.add(
    "ago",
    "<amount> <units> later|afterward|afterwards|thereafter",
    "<amount> <unit> later|afterward|afterwards|thereafter",
)
def later(amount: float | None, units: str = "", unit: str = "") -> Meaning | None:
    """Two days later."""
    return _counted(units or unit, amount, 1, told=True)


@RELATIVE.add("ago", "<amount> <units> before|previously", "<amount> <unit> before|previously", guard=ends_clause)
@RELATIVE.add("ago", "<amount> <units> earlier", "<amount> <unit> earlier")
def earlier(amount: float | None, units: str = "", unit: str = "") -> Meaning | None:
    """A year earlier."""
    return _counted(units or unit, amount, -1, told=True)


@RELATIVE.add("date", "<count> <weekdays> ago")
def weekdays_ago(count: int, weekdays: int) -> Meaning:
    """Two Fridays ago."""
    return FromDate(Member("weekday", weekdays, which=-1), "week", 1 - count)


@RELATIVE.add("date", "<amount> <unit> from <weekday>", "<amount> <units> from <weekday>")
def from_weekday(amount: float | None, weekday: int, units: str = "", unit: str = "") -> Meaning | None:
    """A week from Monday: from the coming one on."""
    return _from_date(Member("weekday", weekday, which=1), units or unit, amount, 1)


@RELATIVE.add("date", "<amount> <units> after <date>", "<amount> <unit> after <date>")
def after_date(amount: float | None, date: Meaning, units: str = "", unit: str = "") -> Meaning | None:
    """Two weeks after May 10."""
    return _from_date(date, units or unit, amount, 1)


@RELATIVE.add(
    "date", "<amount> <units> before <date>", "<amount> <unit> before <date>", "<amount> <units> prior to <date>"
)
def before_date(amount: float | None, date: Meaning, units: str = "", unit: str = "") -> Meaning | None:
    """Three days before Christmas."""
    return _from_date(date, units or unit, amount, -1)


@RELATIVE.add(
    "period",
    "the? year -? ago|earlier <unit:_>", "the? year -? ago|earlier period|level|figure", "the? year - ago|earlier",
    "the? <unit:_> a year ago|earlier", "the? corresponding|comparable|same|like|similar year -? ago|earlier <unit:_>",
    "the? corresponding|comparable|same|like|similar period|quarter|month a year ago|earlier|before",
    "the? corresponding|comparable|same|like|similar period|quarter|month of? in? last year",
    "the? corresponding|comparable|same|like|similar year -? ago|earlier period", "last year ' s quarter|period",
)  # fmt: skip
def year_ago_period() -> Meaning:
    """The year-earlier quarter; the same period last year."""
    return Shifted("year", -1, base="reference", alike=True)


@RELATIVE.add("period", "the? year -? ago|earlier <nth> -? quarter")
def year_ago_quarter(nth: int) -> Meaning | None:
    """The year-ago third quarter."""
    return Within(Member("quarter", nth - 1), Shifted("year", -1)) if 1 <= nth <= 4 else None


@RELATIVE.add("period", "the latest quarter|period", "the most? recent quarter|period")
def the_latest_quarter() -> Meaning:
    """The latest quarter: the last that was over at publication, for no other has accounts."""
    return Shifted("quarter", -1)


@RELATIVE.add("period", "the quarter", "the same? period", "that quarter|period")
def the_quarter() -> Meaning:
    """The quarter: the one spoken of."""
    return Shifted("quarter", 0, base="reference")


@RELATIVE.add("period", "the <year> quarter|period")
def quarter_in(year: int) -> Meaning:
    """The 1988 period."""
    return AlikeIn(year)


@RELATIVE.add("period", "the? end|close|beginning|start of the <unit>", "earlier|later|early|late in the <unit>")
def edge_of_unit(unit: str) -> Meaning | None:
    """The end of the year: the current one."""
    return _shifted(unit, 0) if unit != "day" else None


@RELATIVE.add("date", "the? end|close of the day", guard=is_bound)
@RELATIVE.add("date", "earlier|later|early|late in the day")
def edge_of_day() -> Meaning:
    """(By) the end of the day; "at the end of the day" is mostly a figure of speech."""
    return Shifted("day", 0)


def _shifted(unit: str, count: int, *, told: bool = False) -> Meaning | None:
    known = _AS_UNIT.get(unit)
    if known is None:
        return None
    return Shifted(known[0], count * known[1], base="reference" if told else "anchor")


def _counted(unit: str, amount: float | None, sign: int, *, told: bool = False) -> Meaning | None:
    """So many units away; hours and minutes stay within a day that words alone do not give."""
    known = _AS_UNIT.get(unit)
    if known is None:
        return None
    count = None if amount is None else round(amount * known[1]) * sign
    if count is not None and abs(count) > 10_000:
        return None
    return Shifted(known[0], count, base="reference" if told else "anchor", alike=unit == "year" and amount == 1)


def _from_date(date: Meaning, unit: str, amount: float | None, sign: int) -> Meaning | None:
    known = _AS_UNIT.get(unit)
    if known is None or amount is None or amount > 10_000:
        return None
    return FromDate(date, known[0], round(amount * known[1]) * sign)
