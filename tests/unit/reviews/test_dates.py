"""Forty kinds of date and more, as people and spreadsheets write them."""

import datetime as dt

import pytest

from uplift.loop.reviews.when import NotADate, read
from uplift.loop.reviews.when.clock import alone
from uplift.loop.reviews.when.moment import clock
from uplift.loop.reviews.when.reading import with_time

TODAY = dt.date(2026, 11, 21)
THIRD = dt.date(2014, 3, 3)


def _cell(year: int, month: int, day: int, *time: int) -> dt.datetime:
    hour, minute, second = (*time, 0, 0, 0)[:3]
    return dt.datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - spreadsheets know no zones


EXACT = [
    *("03/03/2014", "3.3.14", "3-3-2014", "3 3 2014", "2014-03-03", "2014/03/03", "20140303"),
    *("3 Mar 14", "3rd March 2014", "Mon 3 Mar 2014", "Monday, 3 March 2014", "March 3, 2014"),
    *("3/Mar/2014", "03-Mar-14", "3mar2014", "2014 March 3"),
    *("the 3rd of March 2014", " 3 March  2014."),
    *(41701, 41701.0, "41701", THIRD, _cell(2014, 3, 3)),
]  # fmt: skip
TIMED = [
    ("2014-03-03T14:30:00Z", dt.time(14, 30)),
    ("2014-03-03 14:30:00", dt.time(14, 30)),
    ("3 March 2014 2pm", dt.time(14)),
    ("3 March 2014 at 2.30pm", dt.time(14, 30)),
    ("3 March 2014 at about 11 p.m.", dt.time(23)),
    ("03/03/2014 14:30", dt.time(14, 30)),
    ("03/03/2014 1430hrs", dt.time(14, 30)),
    ("3 March 2014 14.30", dt.time(14, 30)),
    ("0900 03/03/2014", dt.time(9)),
    ("noon on 3 March 2014", dt.time(12)),
    ("3 March 2014, midnight", dt.time(0)),
    ("3 March 2014 12am", dt.time(0)),
    (_cell(2014, 3, 3, 14, 30, 20), dt.time(14, 30)),
    (41701.604166, dt.time(14, 30)),
]
APPROXIMATE = [
    ("2014", "2014-01-01", "2014-12-31"),
    (2014, "2014-01-01", "2014-12-31"),
    ("March 2014", "2014-03-01", "2014-03-31"),
    ("Mar-14", "2014-03-01", "2014-03-31"),
    ("Sept 2014", "2014-09-01", "2014-09-30"),
    ("2014 March", "2014-03-01", "2014-03-31"),
    ("03/2014", "2014-03-01", "2014-03-31"),
    ("2014-03", "2014-03-01", "2014-03-31"),
    ("early March 2014", "2014-03-01", "2014-03-10"),
    ("mid-March 2014", "2014-03-11", "2014-03-20"),
    ("end of February 2014", "2014-02-21", "2014-02-28"),
    ("beginning of 2014", "2014-01-01", "2014-04-30"),
    ("middle of 2014", "2014-05-01", "2014-08-31"),
    ("late 2014", "2014-09-01", "2014-12-31"),
    ("mid spring 2014", "2014-04-01", "2014-04-30"),
    ("c. 2012", "2012-01-01", "2012-12-31"),
    ("circa March 2012", "2012-03-01", "2012-03-31"),
    ("about 3 March 2014", "2014-03-03", "2014-03-03"),
    ("~2012", "2012-01-01", "2012-12-31"),
    ("3 March 2014?", "2014-03-03", "2014-03-03"),
    ("3 March 2014 (approx)", "2014-03-03", "2014-03-03"),
    ("spring 2013", "2013-03-01", "2013-05-31"),
    ("winter 2013", "2013-12-01", "2014-02-28"),
    ("Winter 2013/14", "2013-12-01", "2014-02-28"),
    ("2013/14", "2013-01-01", "2014-12-31"),
    ("2011/12", "2011-01-01", "2012-12-31"),
    ("2011-12", "2011-12-01", "2011-12-31"),
    ("2012-2014", "2012-01-01", "2014-12-31"),
    ("1990s", "1990-01-01", "1999-12-31"),
    ("Q1 2014", "2014-01-01", "2014-03-31"),
    ("Christmas 2013", "2013-12-24", "2013-12-26"),
    ("between 3 and 5 March 2014", "2014-03-03", "2014-03-05"),
    ("between March and May 2014", "2014-03-01", "2014-05-31"),
    ("from 3 March 2014 to 5 April 2014", "2014-03-03", "2014-04-05"),
    ("28 Feb – 5 March 2014", "2014-02-28", "2014-03-05"),
    ("3/3/2014 - 5/3/2014", "2014-03-03", "2014-03-05"),
    ("late December 2013 to early January 2014", "2013-12-21", "2014-01-10"),
    ("night of 3/4 March 2014", "2014-03-03", "2014-03-04"),
    ("week commencing 3 March 2014", "2014-03-03", "2014-03-09"),
    ("w/c 3/3/14", "2014-03-03", "2014-03-09"),
    ("week ending 9 March 2014", "2014-03-03", "2014-03-09"),
    ("weekend of 8 March 2014", "2014-03-08", "2014-03-09"),
    ("first week of March 2014", "2014-03-01", "2014-03-07"),
    ("last week of March 2014", "2014-03-22", "2014-03-31"),
    ("before 2012", "2011-12-31", "2011-12-31"),
    ("after 3 March 2014", "2014-03-04", "2014-03-04"),
    ("?? March 2014", "2014-03-01", "2014-03-31"),
    ("xx/03/2014", "2014-03-01", "2014-03-31"),
    ("00/00/2014", "2014-01-01", "2014-12-31"),
]  # fmt: skip
WRONG = [
    ("31/02/2014", "31 February 2014 isn't a date"),
    ("02/28/2014", "no month 28"),
    ("3 March 2041", "2041 can't be right"),
    ("22 November 2026", "still to come"),
    ("1/1/1850", "1850 can't be right"),
    ("5 to 3 March 2014", "later date is written first"),
    ("3 March 2014 25:70", "no such time"),
    ("3 March 2014 13pm", "no such time"),
    ("unknown", "The date is missing"),
    ("", "The date is missing"),
    (None, "The date is missing"),
    ("soon", "isn't a date that can be read"),
    ("14:30", "isn't a date that can be read"),
    ("March", "isn't a date that can be read"),
    ("3 March", "isn't a date that can be read"),
    (True, "isn't a date"),
    (3.5, "3.5 isn't a date"),
    (7, "isn't a date"),
    ("=A1+1", "isn't a date"),
    ("x" * 101, "101 characters long"),
    ("35 Foo 2014", "isn't a date"),
    ("2013/19", "no month 19"),
]


@pytest.mark.parametrize("written", EXACT, ids=str)
def test_a_day(written):
    moment = read(written, TODAY)
    assert (moment.earliest, moment.latest, moment.time, moment.words) == (THIRD, THIRD, None, "")
    assert str(moment) == "3 March 2014"


@pytest.mark.parametrize(("written", "time"), TIMED, ids=str)
def test_a_day_with_its_time(written, time):
    moment = read(written, TODAY)
    assert (moment.earliest, moment.time, moment.words) == (THIRD, time, "")


@pytest.mark.parametrize(("written", "first", "last"), APPROXIMATE, ids=str)
def test_what_nobody_knows_exactly_keeps_its_words(written, first, last):
    moment = read(written, TODAY)
    assert (moment.earliest.isoformat(), moment.latest.isoformat()) == (first, last)
    assert moment.words == str(written)
    assert str(moment) == str(written)


@pytest.mark.parametrize(("written", "says"), WRONG, ids=lambda value: str(value)[:20])
def test_what_is_no_date_says_why(written, says):
    with pytest.raises(NotADate, match=says):
        read(written, TODAY)


def test_two_digits_are_the_nearest_year_that_was():
    assert read("3 March 98", TODAY).earliest.year == 1998
    assert read("3 March 26", TODAY).earliest.year == 2026
    assert read("3 March 28", TODAY).earliest.year == 1928


def test_moments_are_in_order():
    written = ["early March 2014", "2014", "3 March 2014 2pm", "3 March 2014", "March 2014"]
    moments = sorted((read(w, TODAY) for w in written), key=lambda m: (m.earliest, m.latest))
    assert [m.words for m in moments] == ["2014", "early March 2014", "March 2014", "", ""]


@pytest.mark.parametrize(
    ("cell", "time"),
    [
        (None, None),
        ("", None),
        ("14:30", dt.time(14, 30)),
        ("1430", dt.time(14, 30)),
        ("2.30", dt.time(2, 30)),
        ("2:30pm", dt.time(14, 30)),
        (dt.time(14, 30, 5), dt.time(14, 30)),
        (_cell(1900, 1, 1, 9), dt.time(9)),
        (0.5, dt.time(12)),
    ],
)
def test_a_time_in_a_cell_of_its_own(cell, time):
    assert alone(cell) == time


@pytest.mark.parametrize("cell", ["later", "2570", "14:30 or so"])
def test_what_is_no_time(cell):
    with pytest.raises(NotADate, match="time"):
        alone(cell)


def test_a_time_belongs_to_a_day_alone():
    time = dt.time(9)
    assert with_time(read("March 2014", TODAY), time).time is None
    assert with_time(read("3 March 2014", TODAY), time).time == time
    assert with_time(read("3 March 2014 2pm", TODAY), time).time == dt.time(14)
    assert str(with_time(read("3 March 2014", TODAY), time)) == "3 March 2014, 9am"


def test_the_clock_in_words():
    said = [clock(dt.time(h, m)) for h, m in ((0, 5), (9, 0), (12, 0), (12, 30), (14, 30))]
    assert said == ["12:05am", "9am", "midday", "12:30pm", "2:30pm"]
