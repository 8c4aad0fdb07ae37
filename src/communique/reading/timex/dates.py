"""Rules for days: dates in every order, weekdays, holidays, and the day before or after one of them."""

from __future__ import annotations

from communique.reading.timex.calendar import Period, day_period
from communique.reading.timex.grammar import Rules
from communique.reading.timex.guards import is_day_of_month, is_month_day, is_the_nth, is_weekday
from communique.reading.timex.meanings import (
    DayOfMonth,
    Fixed,
    FromDate,
    Impossible,
    Meaning,
    Member,
    Shifted,
    Within,
)

DATES = Rules()


def _with_weekday(pattern: str) -> tuple[str, str]:
    """A pattern of a date, on its own and behind the day of the week."""
    return pattern, f"<weekday:_> ,? {pattern}"


@DATES.add(
    "date", *_with_weekday("<month> the? <dom> ,? of? <year>"), *_with_weekday("the? <dom> day? of? <month> ,? <year>")
)
def full_date(month: int, dom: int, year: int) -> Meaning:
    """May 10, 2017; Wednesday, 10 May 2017; the 10th of May 2017."""
    period = day_period(year, month, dom)
    return Fixed(period) if period is not None else Impossible()


@DATES.add("date", "<numeric>", "<weekday:_> ,? <numeric>")
def numeric_date(numeric: Period) -> Meaning:
    """2017-05-10, 11/02/89."""
    return Fixed(numeric)


@DATES.add(
    "date",
    "<relation> <month> <dom>",
    "<relation> <weekday:_> ,? <month> the? <dom>",
    *_with_weekday("<month> the? <dom>"),
    *_with_weekday("the? <dom> day? of? <month>"),
    guard=is_month_day,
)
def month_day(month: int, dom: int, relation: int | None = None) -> Meaning:
    """May 10; Wednesday, May 10; the 10th of May; last May 10. In the leap year 2000 any such day exists."""
    if day_period(2000, month, dom) is None:
        return Impossible()
    return Member("monthday", month, day=dom, which=relation)


@DATES.add("date", "<month> <dom> ,? of? <relation> year", "the? <dom> of? <month> ,? of? <relation> year")
def month_day_of_year(month: int, dom: int, relation: int) -> Meaning | None:
    """May 10 last year."""
    day = month_day(month=month, dom=dom)
    return Within(day, Shifted("year", relation)) if isinstance(day, Member) else day


@DATES.add("date", "<weekday>", "<relation> <weekday>", guard=is_weekday)
def weekday(weekday: int, relation: int | None = None) -> Meaning:
    """Friday; last Friday."""
    return Member("weekday", weekday, which=relation)


@DATES.add("date", "the? <dom> of <relation> month", "the? <dom> day of <relation> month")
def day_of_that_month(dom: int, relation: int) -> Meaning:
    """The 10th of last month."""
    return Within(Member("monthday", day=dom), Shifted("month", relation))


@DATES.add("date", "the? <weekday> after next")
def weekday_after_next(weekday: int) -> Meaning:
    """The Tuesday after next."""
    return FromDate(Member("weekday", weekday, which=1), "week", 1)


@DATES.add("date", "<weekday> of? <relation> week")
def weekday_of_week(weekday: int, relation: int) -> Meaning:
    """Friday of last week."""
    return Within(Member("weekday", weekday), Shifted("week", relation))


@DATES.add("date", "the? <nth> <weekday> of|in <month>")
def nth_weekday(nth: int, weekday: int, month: int) -> Meaning | None:
    """The first Monday of May."""
    return Member("holiday", rule=f"{month:02d}:{weekday}:{nth}") if 1 <= nth <= 4 else None


@DATES.add("date", "the? <nth> <weekday> of|in <month> ,? <year>")
def nth_weekday_of_year(nth: int, weekday: int, month: int, year: int) -> Meaning | None:
    """The first Monday of May 2017."""
    day = nth_weekday(nth=nth, weekday=weekday, month=month)
    return Within(day, Fixed(Period("year", year))) if isinstance(day, Member) else None


@DATES.add("date", "<weekday:_> the <nth>", guard=is_the_nth)
def weekday_the_nth(nth: int) -> Meaning | None:
    """Friday the 13th."""
    return DayOfMonth(nth) if 1 <= nth <= 31 else None


@DATES.add("date", "the? <nth>", guard=is_day_of_month)
def bare_nth(nth: int) -> Meaning | None:
    """The 4th: a date only where the words around it say so."""
    return DayOfMonth(nth) if 1 <= nth <= 31 else None


@DATES.add("date", "<holiday>", "<relation> <holiday>")
def holiday(holiday: str, relation: int | None = None) -> Meaning:
    """Christmas Eve; last Thanksgiving."""
    return Member("holiday", rule=holiday, which=relation)


@DATES.add("date", "<holiday> ,? of? <year>")
def holiday_of_year(holiday: str, year: int) -> Meaning:
    """Easter 1916."""
    return Within(Member("holiday", rule=holiday), Fixed(Period("year", year)))


@DATES.add("date", "the? day after <date>", "a day after <date>")
def day_after(date: Meaning) -> Meaning:
    """The day after Christmas."""
    return FromDate(date, "day", 1)


@DATES.add(
    "date",
    "the? day before <date>",
    "the? day prior to <date>",
    "the? eve of <date>",
    "a day before <date>",
    "a day prior to <date>",
)
def day_before(date: Meaning) -> Meaning:
    """The eve of July 4."""
    return FromDate(date, "day", -1)
