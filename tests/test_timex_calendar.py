"""Calendar arithmetic of periods."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from communique.reading.timex.calendar import RANK, Period, containing, day_period, easter

UNITS = st.sampled_from(sorted(RANK))
DAYS = st.dates(datetime.date(100, 1, 1), datetime.date(9000, 1, 1))


@given(day=DAYS, unit=UNITS)
def test_calendar_period_holds_its_day_and_neighbours_follow_on(day, unit):
    period = containing(day, unit)
    if unit == "weekend":
        assert containing(day, "week").start <= period.start < period.end == containing(day, "week").end
        return
    assert period.start <= day <= period.end
    assert period.shifted(1).start - period.end == datetime.timedelta(days=1)


@given(day=DAYS, years=st.integers(-20, 20))
def test_calendar_same_day_of_another_year(day, years):
    other = containing(day, "day").years_later(years)
    if 1 <= day.year + years <= 9999:
        assert (other.start.year, other.start.month) == (day.year + years, day.month)


@given(unit=UNITS, number=st.integers(-(10**7), 10**7))
def test_calendar_periods_beyond_the_calendar_have_no_value(unit, number):
    period = Period(unit, number)
    assert (period.value is None) == (period.start is None or period.end is None)


def test_calendar_values_are_timex3():
    day = datetime.date(2017, 1, 1)
    found = {unit: containing(day, unit).value for unit in sorted(RANK)}
    assert found == {
        "century": "20", "day": "2017-01-01", "decade": "201", "half": "2017-H1", "month": "2017-01",
        "quarter": "2017-Q1", "season": "2016-WI", "week": "2016-W52", "weekend": "2016-W52-WE", "year": "2017",
    }  # fmt: skip


def test_calendar_impossible_days_are_none():
    assert day_period(2017, 2, 30) is None
    assert day_period(0, 1, 1) is None


def test_calendar_easter_sundays():
    known = [(1916, 4, 23), (1998, 4, 12), (2000, 4, 23), (2017, 4, 16), (2024, 3, 31)]
    assert [easter(year) for year, _, _ in known] == [datetime.date(*day) for day in known]
