"""Dates, deadlines and times as people write them."""

import datetime as dt

import pytest

from uplift.ground.ui.filters import dates

TODAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("days", "words", "urgency"),
    [
        (None, "no date yet", "waiting"),
        (-400, "13 months late", "late"),
        (-23, "3 weeks late", "late"),
        (-7, "7 days late", "late"),
        (-1, "1 day late", "late"),
        (0, "due today", "soon"),
        (1, "1 day left", "soon"),
        (5, "5 days left", "soon"),
        (6, "6 days left", "later"),
        (20, "20 days left", "later"),
        (21, "3 weeks left", "later"),
        (91, "13 weeks left", "later"),
        (92, "3 months left", "later"),
    ],
)
def test_a_deadline_in_words(days, words, urgency):
    assert dates.days_left(days) == words
    assert dates.urgency(days) == urgency


def test_days():
    day = dt.date(2026, 12, 3)
    assert dates.day(day) == "3 December 2026"
    assert dates.weekday(day, TODAY) == "Thursday 3 December"
    assert dates.weekday(day) == "Thursday 3 December 2026"
    assert dates.short_day(day, TODAY) == "3 Dec"
    assert dates.short_day(day, dt.date(2027, 1, 1)) == "3 Dec 2026"
    assert dates.short_day(day) == "3 Dec 2026"
    assert dates.iso(day) == "2026-12-03"


@pytest.mark.parametrize("show", [dates.day, dates.weekday, dates.short_day, dates.when, dates.iso])
def test_no_date_is_nothing(show):
    assert show(None) == ""


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [
        (0, 0, "midnight"),
        (0, 5, "12:05am"),
        (9, 0, "9am"),
        (12, 0, "midday"),
        (12, 30, "12:30pm"),
        (14, 15, "2:15pm"),
    ],
)
def test_the_clock(hour, minute, words):
    naive = dt.datetime(2026, 1, 2, hour, minute)  # noqa: DTZ001 - a time without a zone
    assert dates.clock(naive) == words


def test_times_are_shown_in_london():
    """In summer London is an hour ahead of UTC, and so may be the day."""
    late = dt.datetime(2026, 6, 30, 23, 15, tzinfo=dt.UTC)
    assert dates.when(late) == "1 July 2026 at 12:15am"
    assert dates.iso(late) == "2026-07-01"
    winter = dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.UTC)
    assert dates.when(winter) == "1 December 2026 at 9am"
    assert dates.day(dt.datetime(2026, 1, 2, 3)) == "2 January 2026"  # noqa: DTZ001 - the same
