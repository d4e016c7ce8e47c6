"""Dates typed in three boxes, and what is said of the wrong ones."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from uplift.ground.ui.dateparts import DateWidget
from uplift.ground.ui.fields import ApproximateDate, DateField


def whole(*typed, **options):
    return DateField(label="When?", **options).clean(list(typed))


def about(*typed):
    return ApproximateDate(label="About when?").clean(list(typed))


@pytest.mark.parametrize("month", ["11", "nov", "Nov.", "NOVEMBER", "novem"])
def test_the_month_may_be_a_number_or_a_name(month):
    assert whole("3", month, "2026") == dt.date(2026, 11, 3)


def test_leap_days():
    assert whole("29", "2", "2028") == dt.date(2028, 2, 29)


@pytest.mark.parametrize(
    ("typed", "sentence", "parts"),
    [
        (("30", "2", "2026"), "30 February is not a date.", ("day", "month", "year")),
        (("29", "2", "2026"), "29 February 2026 is not a date.", ("day", "month", "year")),
        (("31", "april", "2026"), "31 April is not a date.", ("day", "month", "year")),
        (("0", "4", "2026"), "0 April is not a date.", ("day", "month", "year")),
        (("", "4", "2026"), "Add the day to the date.", ("day",)),
        (("3", "", ""), "Add the month and year to the date.", ("month", "year")),
        (("3", "13", "2026"), "There is no month 13.", ("month",)),
        (("3", "no", "2026"), "Write the month of the date as a number.", ("month",)),
        (("three", "3", "2026"), "Write the day of the date as a number.", ("day",)),
        (("3", "3", "26"), "Write the year of the date with four digits", ("year",)),
        (("3", "3", "0000"), "Write the year of the date with four digits", ("year",)),
        (("٣", "3", "2026"), "Write the day of the date as a number.", ("day",)),
        (("3", "3", "2026%s"), "Write the year of the date as a number.", ("year",)),
    ],
)
def test_each_wrong_date_has_its_sentence(typed, sentence, parts):
    with pytest.raises(ValidationError, match=sentence) as refused:
        whole(*typed)
    assert refused.value.params == {"parts": parts}


def test_nothing_typed():
    with pytest.raises(ValidationError, match="required"):
        whole("", "", "")
    assert whole("", " ", "", required=False) is None
    assert DateField(required=False).clean(None) is None


def test_bounds():
    day = dt.date(2026, 11, 21)
    assert whole("21", "11", "2026", earliest=day, latest=day) == day
    with pytest.raises(ValidationError, match="22 November 2026 is too late: 21 November 2026"):
        whole("22", "11", "2026", latest=day)
    with pytest.raises(ValidationError, match="20 November 2026 is too early: 21 November 2026"):
        whole("20", "11", "2026", earliest=day)
    with pytest.raises(ValidationError, match="1 January 1900 is the earliest"):
        whole("31", "12", "1899")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("", "", "2014"), "2014"),
        (("", "mar", "2014"), "2014-03"),
        (("2", "3", "2014"), "2014-03-02"),
    ],
)
def test_an_approximate_date_keeps_what_is_known(typed, kept):
    assert about(*typed) == kept


def test_an_approximate_date_needs_a_month_for_its_day():
    with pytest.raises(ValidationError, match="Add the month to the date"):
        about("2", "", "2014")
    with pytest.raises(ValidationError, match="Add the year to the date"):
        about("", "3", "")


def test_an_approximate_date_is_late_only_when_all_of_it_is():
    field = ApproximateDate(latest=dt.date(2026, 11, 21))
    assert field.clean(["", "", "2026"]) == "2026"
    with pytest.raises(ValidationError, match="too late"):
        field.clean(["", "", "2027"])
    assert ApproximateDate(required=False).clean(["", "", ""]) is None


@pytest.mark.parametrize(
    ("value", "boxes"),
    [
        (None, ["", "", ""]),
        (dt.date(2026, 1, 3), ["3", "1", "2026"]),
        ("2014-03", ["", "3", "2014"]),
        ("2014", ["", "", "2014"]),
    ],
)
def test_a_kept_date_goes_back_into_its_boxes(value, boxes):
    assert DateWidget().decompress(value) == boxes
