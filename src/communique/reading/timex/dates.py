"""Rules for dates: days, months, years and the other parts of the calendar, with or without their year."""

from __future__ import annotations

from communique.reading.timex.calendar import Period, day_period
from communique.reading.timex.grammar import Rules
from communique.reading.timex.guards import (
    is_day_of_month,
    is_decade,
    is_month,
    is_season,
    is_the_nth,
    is_weekday,
    is_year,
    is_year_of_accounts,
)
from communique.reading.timex.meanings import (
    Containing,
    DayOfMonth,
    Fiscal,
    Fixed,
    FromDate,
    Length,
    Meaning,
    Member,
    Shifted,
    Within,
)

DATES = Rules()


def _with_weekday(pattern: str) -> tuple[str, str]:
    """A pattern of a date, on its own and behind the day of the week."""
    return pattern, f"<weekday> ,? {pattern}"


def _year_period(year: int) -> Period:
    return Period("year", year)


@DATES.add(
    "date", *_with_weekday("<month> the? <dom> ,? of? <year>"), *_with_weekday("the? <dom> day? of? <month> ,? <year>")
)
def full_date(month: int, dom: int, year: int, weekday: int = 0) -> Meaning | None:
    """May 10, 2017; Wednesday, 10 May 2017; the 10th of May 2017."""
    period = day_period(year, month, dom)
    return Fixed(period) if period is not None else None


@DATES.add("date", "<numeric>", "<weekday> ,? <numeric>")
def numeric_date(numeric: Period, weekday: int = 0) -> Meaning:
    """2017-05-10, 11/02/89."""
    return Fixed(numeric)


@DATES.add(
    "date",
    "<relation> <month> <dom>",
    *_with_weekday("<month> the? <dom>"),
    *_with_weekday("the? <dom> day? of? <month>"),
)
def month_day(month: int, dom: int, weekday: int = 0, relation: int | None = None) -> Meaning | None:
    """May 10; Wednesday, May 10; the 10th of May; last May 10. In the leap year 2000 any such day exists."""
    return Member("monthday", month, day=dom, which=relation) if day_period(2000, month, dom) is not None else None


@DATES.add("date", "<month> <dom> ,? of? <relation> year", "the? <dom> of? <month> ,? of? <relation> year")
def month_day_of_year(month: int, dom: int, relation: int) -> Meaning | None:
    """May 10 last year."""
    day = month_day(month=month, dom=dom)
    return Within(day, Shifted("year", relation)) if isinstance(day, Member) else None


@DATES.add("date", "<weekday>", "<relation> <weekday>", guard=is_weekday)
def weekday(weekday: int, relation: int | None = None) -> Meaning:
    """Friday; last Friday."""
    return Member("weekday", weekday, which=relation)


@DATES.add("date", "<weekday> of? <relation> week")
def weekday_of_week(weekday: int, relation: int) -> Meaning:
    """Friday of last week."""
    return Within(Member("weekday", weekday), Shifted("week", relation))


@DATES.add("date", "<weekday> the <nth>", guard=is_the_nth)
def weekday_the_nth(weekday: int, nth: int) -> Meaning | None:
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
    return Within(Member("holiday", rule=holiday), Fixed(_year_period(year)))


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


@DATES.add("period", "<month> ,? of? <year>")
def month_of_year(month: int, year: int) -> Meaning:
    """April 2017."""
    return Fixed(Period("month", year * 12 + month - 1))


@DATES.add("period", "<month>", guard=is_month)
@DATES.add("period", "<relation> <month>")
def month(month: int, relation: int | None = None) -> Meaning:
    """April; last April."""
    return Member("month", month, which=relation)


@DATES.add("period", "<month> ,? of? <relation> year", "<relation> year 's <month>", "<relation> year ' s <month>")
def month_of_that_year(month: int, relation: int) -> Meaning:
    """June last year."""
    return Within(Member("month", month), Shifted("year", relation))


@DATES.add("period", "<year>", guard=is_year)
@DATES.add("period", "the year <year>", "<spoken-year>", "the year <spoken-year>")
def year(year: int = 0, spoken_year: int = 0) -> Meaning:
    """1987; the year 2000; nineteen ninety-six."""
    return Fixed(_year_period(year or spoken_year))


@DATES.add("period", "<month> <spoken-year>", "the? <season> of <spoken-year>")
def part_of_spoken_year(spoken_year: int, month: int = 0, season: int | None = None) -> Meaning:
    """January nineteen ninety-seven."""
    if season is not None:
        return Fixed(Period("season", spoken_year * 4 + season))
    return Fixed(Period("month", spoken_year * 12 + month - 1))


@DATES.add("period", "the? <decade>", guard=is_decade)
@DATES.add("period", "the? early|late|mid -? <decade>")
def decade(decade: int) -> Meaning:
    """The 1980s; the '80s."""
    return Fixed(Period("decade", decade))


@DATES.add("period", "the <named-decade>", "the early|late|mid -? <named-decade>", "early|late|mid -? <named-decade>")
def named_decade(named_decade: int) -> Meaning:
    """The nineties."""
    return Fixed(Period("decade", 190 + named_decade))


@DATES.add("period", "the? <nth> century")
def century(nth: int) -> Meaning | None:
    """The 20th century."""
    return Fixed(Period("century", nth - 1)) if 2 <= nth <= 30 else None


@DATES.add("period", "the? <nth> -? quarter", "the? <nth> -? <relation> quarter")
def quarter(nth: int, relation: int = 0) -> Meaning | None:
    """The third quarter."""
    return Member("quarter", nth - 1) if 1 <= nth <= 4 else None


@DATES.add(
    "period", "the? <nth> -? quarter ,? of? in? <year>", "the? <year> <nth> -? quarter", "<year> ' s <nth> -? quarter"
)
def quarter_of_year(nth: int, year: int) -> Meaning | None:
    """The third quarter of 1984; the 1984 third quarter."""
    return Fixed(Period("quarter", year * 4 + nth - 1)) if 1 <= nth <= 4 else None


@DATES.add("period", "the? <nth> -? quarter of? in? <relation> year", "<relation> year ' s <nth> -? quarter")
def quarter_of_that_year(nth: int, relation: int) -> Meaning | None:
    """Next year's first quarter."""
    return Within(Member("quarter", nth - 1), Shifted("year", relation)) if 1 <= nth <= 4 else None


@DATES.add("period", "the? fiscal -? <nth> -? quarter", "the? <nth> -? fiscal quarter")
def fiscal_quarter(nth: int) -> Meaning | None:
    """The fiscal first quarter."""
    return Fiscal(Member("quarter", nth - 1)) if 1 <= nth <= 4 else None


@DATES.add(
    "period",
    "fiscal <year>",
    "the? fiscal year <year>",
    "fiscal <short-year>",
    "the? fiscal year <short-year>",
    "fiscal year ended|ending <year>",
)
def fiscal_year(year: int = 0, short_year: int = 0) -> Meaning:
    """Fiscal 1989."""
    return Fiscal(Fixed(_year_period(year or short_year)))


@DATES.add("period", "the <relation> fiscal year", "<relation> fiscal year", "the latest fiscal year")
def fiscal_year_by_relation(relation: int = -1) -> Meaning:
    """The current fiscal year."""
    return Fiscal(Shifted("year", relation))


@DATES.add("period", "the? fiscal? year", guard=is_year_of_accounts)
def year_of_accounts() -> Meaning:
    """The (fiscal) year ended March 31: a year's length."""
    return Length("P1Y")


@DATES.add("period", "the? first half of <year>", "the? first half of <relation> year")
def first_half(year: int | None = None, relation: int | None = None) -> Meaning:
    """The first half of 1990."""
    return _half(0, year, relation)


@DATES.add("period", "the? second|last|latter half of <year>", "the? second|last|latter half of <relation> year")
def second_half(year: int | None = None, relation: int | None = None) -> Meaning:
    """The second half of last year."""
    return _half(1, year, relation)


def _half(index: int, year: int | None, relation: int | None) -> Meaning:
    if year is not None:
        return Fixed(Period("half", year * 2 + index))
    return Within(Member("half", index), Shifted("year", relation or 0))


@DATES.add(
    "period",
    "the? first|second|last|latter half of the? ' <decade>",
    "the? first|second|last|latter half of the <decade>",
)
def half_of_decade(decade: int) -> Meaning:
    """The last half of the 1980s."""
    return Fixed(Period("decade", decade))


@DATES.add("period", "the first half")
def bare_first_half() -> Meaning:
    """The first half (of the year)."""
    return Member("half", 0)


@DATES.add("period", "the second half")
def bare_second_half() -> Meaning:
    """The second half (of the year)."""
    return Member("half", 1)


@DATES.add("period", "the? <season> ,? of? <year>")
def season_of_year(season: int, year: int) -> Meaning:
    """The winter of 1994."""
    return Fixed(Period("season", year * 4 + season))


@DATES.add("period", "the? <season>", "the early|late <season>", guard=is_season)
@DATES.add("period", "<relation> <season>")
def season(season: int, relation: int | None = None) -> Meaning:
    """The summer; last fall."""
    return Member("season", season, which=relation)


@DATES.add(
    "period",
    "the week of <date>",
    "the week beginning|starting <date>",
    "the? week ended|ending <date>",
    "<holiday> week",
)
def week_of(date: Meaning | None = None, holiday: str = "") -> Meaning:
    """The week of March 6."""
    return Containing("week", date if date is not None else Member("holiday", rule=holiday))


@DATES.add("period", "year - end", "year end", "the? year ' s end")
def year_end() -> Meaning:
    """Year-end: the last day of the year."""
    return Member("monthday", 12, day=31)
