"""Rules for stretches of the calendar longer than a day: weeks, months, quarters, seasons, years and longer."""

from __future__ import annotations

from communique.reading.timex.calendar import Period
from communique.reading.timex.grammar import Rules
from communique.reading.timex.guards import is_decade, is_month, is_season, is_year, is_year_of_accounts
from communique.reading.timex.meanings import Containing, Fiscal, Fixed, Length, Meaning, Member, Shifted, Within

PERIODS = Rules()


@PERIODS.add("period", "<month> ,? of? <year>")
def month_of_year(month: int, year: int) -> Meaning:
    """April 2017."""
    return Fixed(Period("month", year * 12 + month - 1))


@PERIODS.add("period", "<month>", guard=is_month)
@PERIODS.add("period", "<relation> <month>")
def month(month: int, relation: int | None = None) -> Meaning:
    """April; last April."""
    return Member("month", month, which=relation)


@PERIODS.add("period", "<month> ,? of? <relation> year", "<relation> year 's <month>", "<relation> year ' s <month>")
def month_of_that_year(month: int, relation: int) -> Meaning:
    """June last year."""
    return Within(Member("month", month), Shifted("year", relation))


@PERIODS.add("period", "<year>", guard=is_year)
@PERIODS.add("period", "the year <year>", "<spoken-year>", "the year <spoken-year>")
def year(year: int = 0, spoken_year: int = 0) -> Meaning:
    """1987; the year 2000; nineteen ninety-six."""
    return Fixed(Period("year", year or spoken_year))


@PERIODS.add("period", "<month> <spoken-year>", "the? <season> of <spoken-year>")
def part_of_spoken_year(spoken_year: int, month: int = 0, season: int | None = None) -> Meaning:
    """January nineteen ninety-seven."""
    if season is not None:
        return Fixed(Period("season", spoken_year * 4 + season))
    return Fixed(Period("month", spoken_year * 12 + month - 1))


@PERIODS.add("period", "the? <decade>", guard=is_decade)
@PERIODS.add("period", "the? early|late|mid -? <decade>")
def decade(decade: int) -> Meaning:
    """The 1980s; the '80s."""
    return Fixed(Period("decade", decade))


@PERIODS.add("period", "the <named-decade>", "the early|late|mid -? <named-decade>", "early|late|mid -? <named-decade>")
def named_decade(named_decade: int) -> Meaning:
    """The nineties."""
    return Fixed(Period("decade", 190 + named_decade))


@PERIODS.add("period", "the? <nth> century")
def century(nth: int) -> Meaning | None:
    """The 20th century."""
    return Fixed(Period("century", nth - 1)) if 2 <= nth <= 30 else None


@PERIODS.add("period", "the? <nth> -? quarter", "the? <nth> -? <relation:_> quarter")
def quarter(nth: int) -> Meaning | None:
    """The third quarter."""
    return Member("quarter", nth - 1) if 1 <= nth <= 4 else None


@PERIODS.add(
    "period", "the? <nth> -? quarter ,? of? in? <year>", "the? <year> <nth> -? quarter", "<year> ' s <nth> -? quarter"
)
@PERIODS.add("period", "q <count:nth> ,? of? <year>")
def quarter_of_year(nth: int, year: int) -> Meaning | None:
    """The third quarter of 1984; the 1984 third quarter."""
    return Fixed(Period("quarter", year * 4 + nth - 1)) if 1 <= nth <= 4 else None


@PERIODS.add("period", "the? <nth> -? quarter of? in? <relation> year", "<relation> year ' s <nth> -? quarter")
def quarter_of_that_year(nth: int, relation: int) -> Meaning | None:
    """Next year's first quarter."""
    return Within(Member("quarter", nth - 1), Shifted("year", relation)) if 1 <= nth <= 4 else None


@PERIODS.add("period", "the? fiscal -? <nth> -? quarter", "the? <nth> -? fiscal quarter")
def fiscal_quarter(nth: int) -> Meaning | None:
    """The fiscal first quarter."""
    return Fiscal(Member("quarter", nth - 1)) if 1 <= nth <= 4 else None


@PERIODS.add(
    "period",
    "fiscal <year>",
    "the? fiscal year <year>",
    "fiscal <short-year>",
    "the? fiscal year <short-year>",
    "fiscal year ended|ending <year>",
)
def fiscal_year(year: int = 0, short_year: int = 0) -> Meaning:
    """Fiscal 1989."""
    return Fiscal(Fixed(Period("year", year or short_year)))


@PERIODS.add("period", "the <relation> fiscal year", "<relation> fiscal year", "the latest fiscal year")
def fiscal_year_by_relation(relation: int = -1) -> Meaning:
    """The current fiscal year."""
    return Fiscal(Shifted("year", relation))


@PERIODS.add("period", "the? fiscal? year", guard=is_year_of_accounts)
def year_of_accounts() -> Meaning:
    """The (fiscal) year ended March 31: a year's length."""
    return Length("P1Y")


@PERIODS.add("period", "the fiscal year")
def this_fiscal_year() -> Meaning:
    """The fiscal year: the current one."""
    return Fiscal(Shifted("year", 0))


@PERIODS.add(
    "period",
    "the? first half of <year>", "the? first half of <relation> year",
    "the? first two quarters of <year>", "the? first six months of <year>",
    "the? first two quarters of <relation> year", "the? first six months of <relation> year",
)  # fmt: skip
def first_half(year: int | None = None, relation: int | None = None) -> Meaning:
    """The first half of 1990; its first two quarters."""
    return _half(0, year, relation)


@PERIODS.add(
    "period",
    "the? second|last|latter half of <year>", "the? second|last|latter half of <relation> year",
    "the? last|final two quarters of <year>", "the? last|final six months of <year>",
    "the? last|final two quarters of <relation> year", "the? last|final six months of <relation> year",
)  # fmt: skip
def second_half(year: int | None = None, relation: int | None = None) -> Meaning:
    """The second half of last year."""
    return _half(1, year, relation)


def _half(index: int, year: int | None, relation: int | None) -> Meaning:
    if year is not None:
        return Fixed(Period("half", year * 2 + index))
    return Within(Member("half", index), Shifted("year", relation or 0))


@PERIODS.add(
    "period",
    "the? first|second|last|latter half of the? ' <decade>",
    "the? first|second|last|latter half of the <decade>",
)
def half_of_decade(decade: int) -> Meaning:
    """The last half of the 1980s."""
    return Fixed(Period("decade", decade))


@PERIODS.add("period", "the first half")
def bare_first_half() -> Meaning:
    """The first half (of the year)."""
    return Member("half", 0)


@PERIODS.add("period", "the second half")
def bare_second_half() -> Meaning:
    """The second half (of the year)."""
    return Member("half", 1)


@PERIODS.add("period", "the? <season> ,? of? <year>")
def season_of_year(season: int, year: int) -> Meaning:
    """The winter of 1994."""
    return Fixed(Period("season", year * 4 + season))


@PERIODS.add("period", "the? <season> of? <relation> year", "<relation> year ' s <season>")
def season_of_that_year(season: int, relation: int) -> Meaning:
    """The spring of next year."""
    return Within(Member("season", season), Shifted("year", relation))


@PERIODS.add("period", "the? <season>", "the early|late <season>", guard=is_season)
@PERIODS.add("period", "<relation> <season>")
def season(season: int, relation: int | None = None) -> Meaning:
    """The summer; last fall."""
    return Member("season", season, which=relation)


@PERIODS.add(
    "period",
    "the week of <date>",
    "the week beginning|starting <date>",
    "the? week ended|ending <date>",
    "<holiday> week",
)
def week_of(date: Meaning | None = None, holiday: str = "") -> Meaning:
    """The week of March 6."""
    return Containing("week", date if date is not None else Member("holiday", rule=holiday))


@PERIODS.add("period", "year - end")
def year_end() -> Meaning:
    """Year-end: the last day of the year, on which accounts are closed."""
    return Member("monthday", 12, day=31)


@PERIODS.add("period", "year end", "the? year ' s end")
def end_of_year() -> Meaning:
    """(By) year's end: some time at the end of the year, whose value is the year."""
    return Containing("year", Member("monthday", 12, day=31))
