"""Periods, working days and pauses, against the oracle and by example."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.engine import oracle
from tests.unit.engine.samples import day
from uplift.engine.clock import (
    Counting,
    Pause,
    Period,
    Unit,
    add,
    is_working_day,
    paused_due,
    subtract,
    working_days_between,
)

TEN_YEARS = st.dates(date(2013, 1, 1), date(2022, 12, 31))
PERIODS = st.one_of(
    st.builds(Period, st.integers(0, 60), st.just(Unit.DAY)),
    st.builds(Period, st.integers(0, 25), st.just(Unit.WORKING_DAY)),
    st.builds(Period, st.integers(0, 26), st.just(Unit.WEEK)),
    st.builds(Period, st.integers(0, 24), st.just(Unit.MONTH)),
    st.builds(Period, st.integers(0, 3), st.just(Unit.YEAR)),
)


def test_working_days_of_ten_years():
    days = [date(2013, 1, 1) + timedelta(days=n) for n in range(3652)]
    differ = [one for one in days if is_working_day(one) != oracle.is_working_day(one)]
    assert differ == []


@pytest.mark.parametrize("text", ["3 weeks", "1 month", "6 months", "1 year", "7 days"])
def test_every_start_of_ten_years(text: str):
    period = Period.parse(text)
    start = date(2013, 1, 1)
    for _ in range(3652):
        assert add(start, period) == oracle.due(start, period.count, period.unit)
        start += timedelta(days=1)


@given(TEN_YEARS, PERIODS)
def test_due_dates(start: date, period: Period):
    assert add(start, period) == oracle.due(start, period.count, period.unit)


@given(TEN_YEARS, PERIODS.filter(lambda period: period.count > 0))
def test_due_dates_counted_from_day_1(start: date, period: Period):
    found = add(start, period, Counting.FROM_DAY_1)
    assert found == oracle.due(start, period.count, period.unit, first=1)


@given(TEN_YEARS, st.integers(1, 30))
def test_before_is_the_last_day_that_leaves_enough(planned: date, count: int):
    for unit in (Unit.DAY, Unit.WEEK):
        latest = subtract(planned, Period(count, unit))
        assert add(latest, Period(count, unit)) == planned
    latest = subtract(planned, Period(count, Unit.WORKING_DAY))
    between = [latest + timedelta(days=n) for n in range((planned - latest).days)]
    assert oracle.is_working_day(latest)
    assert sum(map(oracle.is_working_day, between)) == count


@pytest.mark.parametrize(
    ("start", "period", "due"),
    [
        ("2014-01-31", "1 month", "2014-02-28"),
        ("2016-01-31", "1 month", "2016-02-29"),
        ("2016-02-29", "1 year", "2017-02-28"),
        ("2016-02-29", "4 years", "2020-02-29"),
        ("2014-08-31", "6 months", "2015-02-28"),
        ("2014-12-31", "2 months", "2015-02-28"),
        ("2014-01-31", "3 weeks", "2014-02-21"),
        ("2014-12-24", "1 working day", "2014-12-29"),
        ("2014-04-17", "1 working day", "2014-04-22"),
        ("2021-12-24", "3 working days", "2021-12-31"),
        ("2014-03-29", "2 days", "2014-03-31"),
        ("2014-01-31", "0 days", "2014-01-31"),
    ],
)
def test_examples(start: str, period: str, due: str):
    assert add(day(start), Period.parse(period)) == day(due)


@pytest.mark.parametrize(
    ("start", "period", "due"),
    [
        ("2014-03-03", "5 days", "2014-03-07"),
        ("2014-03-03", "5 working days", "2014-03-07"),
        ("2014-03-01", "1 working day", "2014-03-03"),
        ("2014-03-03", "1 month", "2014-04-02"),
    ],
)
def test_counted_from_day_1(start: str, period: str, due: str):
    assert add(day(start), Period.parse(period), Counting.FROM_DAY_1) == day(due)


def test_month_before_clips_too():
    assert subtract(day("2014-03-31"), Period.parse("1 month")) == day("2014-02-28")
    assert subtract(day("2014-01-15"), Period.parse("1 month")) == day("2013-12-15")
    assert subtract(day("2014-04-22"), Period.parse("1 working day")) == day("2014-04-17")


@pytest.mark.parametrize(
    "text", ["", "weeks", "3", "3 fortnights", "-1 day", "1.5 weeks", "3 weeks 2 days", "٣ days"]
)
def test_what_is_no_period(text: str):
    with pytest.raises(ValueError, match="Write a period such as"):
        Period.parse(text)


def test_period_too_long():
    with pytest.raises(ValueError, match="at most 27 years"):
        Period.parse("99999 years")


@pytest.mark.parametrize("text", ["1 day", "3 weeks", "10 working days", "1 month", "2 years"])
def test_period_said_as_it_is_written(text: str):
    assert str(Period.parse(text)) == text


MONTHS_6 = Period.parse("6 months")
START = day("2014-02-28")


def test_pause_adds_its_days():
    pauses = [Pause(day("2014-04-10"), day("2014-06-10"))]
    assert paused_due(START, MONTHS_6, pauses, day("2014-06-20")) == (day("2014-10-28"), 61)


def test_running_pause_adds_what_has_passed():
    pauses = [Pause(day("2014-04-10"), None)]
    assert paused_due(START, MONTHS_6, pauses, day("2014-04-20")) == (day("2014-09-07"), 10)
    assert paused_due(START, MONTHS_6, pauses, day("2014-04-10")) == (day("2014-08-28"), 0)


def test_pause_before_the_clock_started_adds_nothing():
    pauses = [Pause(day("2014-02-01"), day("2014-04-01"))]
    assert paused_due(START, MONTHS_6, pauses, day("2014-06-20")) == (day("2014-08-28"), 0)


def test_pause_after_the_clock_ran_out_adds_nothing():
    pauses = [Pause(day("2014-09-10"), day("2014-10-01"))]
    assert paused_due(START, MONTHS_6, pauses, day("2014-12-01")) == (day("2014-08-28"), 0)


def test_second_pause_within_the_time_the_first_added():
    pauses = [
        Pause(day("2014-08-20"), day("2014-08-30")),
        Pause(day("2014-09-05"), day("2014-09-10")),
    ]
    assert paused_due(START, MONTHS_6, pauses, day("2014-12-01")) == (day("2014-09-12"), 15)


def test_clock_in_working_days_adds_working_days():
    pauses = [Pause(day("2014-03-07"), day("2014-03-11"))]
    start, period = day("2014-03-03"), Period.parse("5 working days")
    assert working_days_between(day("2014-03-07"), day("2014-03-11")) == 2
    assert paused_due(start, period, pauses, day("2014-03-20")) == (day("2014-03-12"), 2)
