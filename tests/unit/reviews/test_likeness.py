"""Pointing out what may be told twice, and one record with two dates."""

import datetime as dt

import pytest

from uplift.loop.reviews.likeness import Told, alike, at_odds

DAY = dt.date(2014, 3, 3)


def told(pk, text="", day=0, to=0, record=""):
    first = DAY + dt.timedelta(days=day)
    return Told(pk, first, first + dt.timedelta(days=to), record, text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Police attend the address; mother intoxicated, children in bed.",
            "Police attended address. Mother was intoxicated and the children were in bed.",
        ),
        (
            "The school reports that the child arrived hungry and cold.",
            "Child arrived at school cold and hungry, the school reports.",
        ),
        ("Home visit", "Home visit."),
    ],
)
def test_the_same_event_in_other_words(one, other):
    assert [pair[:2] for pair in alike([told(2, other, 1), told(1, one)])] == [(1, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Home visit", "Home visit by the health visitor, who weighed the baby and gave advice."),
        ("The school reports a bruise.", "A letter is sent about the two-year check."),
    ],
)
def test_other_events(one, other):
    assert list(alike([told(1, one), told(2, other)])) == []


def test_only_days_side_by_side_are_held_against_each_other():
    text = "Officers find two children alone at home."
    near, far, long = told(2, text, 1), told(3, text, 3), told(4, text, 0, to=30)
    assert [pair[:2] for pair in alike([told(1, text), near, far, long])] == [(1, 2)]
    assert list(alike([told(1, text), near], about={9})) == []
    assert list(alike([told(1, text), near], about={2}))


def test_a_day_with_very_many_entries_stays_quick():
    entries = [told(n, f"Entry {n} of a workbook that has one date for all") for n in range(600)]
    assert len(list(alike(entries))) <= 600 * 30


def test_one_record_with_two_dates():
    one, other = told(1, record="CS-1 "), told(2, day=5, record="cs-1")
    assert list(at_odds([one, other])) == [(1, 2, 0)]
    assert list(at_odds([one, told(3, to=9, record="CS-1")])) == []
    assert list(at_odds([told(1, record="A"), told(2, day=5, record="A")])) == []


def test_a_files_number_is_not_a_records():
    assert list(at_odds([told(n, day=n * 3, record="FILE 7") for n in range(4)])) == []
