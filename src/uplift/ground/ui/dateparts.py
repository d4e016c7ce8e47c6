"""A date in three boxes: the widget, and reading what was typed."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from uplift.ground.ui.filters.dates import MONTHS
from uplift.ground.ui.filters.dates import day as words
from uplift.ground.ui.filters.text import sentence

__all__ = ["PARTS", "DateWidget", "read", "words"]

PARTS = ("day", "month", "year")


class DateWidget(forms.MultiWidget):
    """Three text boxes, sent as `<name>_day`, `<name>_month` and `<name>_year`."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({part: forms.TextInput() for part in PARTS}, attrs)

    def decompress(self, value: Any) -> list[str]:
        """A date, or an approximate one as text, split into its boxes."""
        if not value:
            return ["", "", ""]
        year, month, day_ = ([*str(value).split("-"), "", ""])[:3]
        return [day_.lstrip("0"), month.lstrip("0"), year]


class DateProblem(ValidationError):
    """`parts` are the boxes that are wrong."""

    def __init__(self, sentence_: str, parts: Sequence[str] = PARTS) -> None:
        super().__init__(sentence_, code="date", params={"parts": tuple(parts)})
        self.message = sentence_.replace("%", "%%")


def read(typed: Sequence[str], *, whole: bool) -> tuple[date, date]:
    """The first and the last day that the typed day, month and year may mean.

    They are the same where a day was typed. Raises ValidationError with a sentence.
    """
    day_, month_, year_ = ([*typed, "", "", ""])[:3]
    _complete(day_, month_, year_, whole=whole)
    year = _year(year_)
    if not month_:
        return date(year, 1, 1), date(year, 12, 31)
    month = _month(month_)
    last = monthrange(year, month)[1]
    if not day_:
        return date(year, month, 1), date(year, month, last)
    number = _number(day_, "day")
    if not 1 <= number <= last:
        named = f"{number} {MONTHS[month - 1]}"
        leap = f" {year}" if (number, month) == (29, 2) else ""
        raise DateProblem(f"{named}{leap} is not a date. Check the day and the month.")
    return date(year, month, number), date(year, month, number)


def _complete(day_: str, month_: str, year_: str, *, whole: bool) -> None:
    needed = {"day": day_, "month": month_, "year": year_}
    if not whole:
        del needed["day"]
        if not day_:
            del needed["month"]
    absent = [part for part, typed in needed.items() if not typed]
    if absent:
        raise DateProblem(f"Add the {sentence(absent)} to the date.", absent)


def _number(text: str, part: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise DateProblem(f"Write the {part} of the date as a number.", [part])
    return int(text)


def _month(text: str) -> int:
    for number, name in enumerate(MONTHS, start=1):
        if len(text) >= 3 and name.lower().startswith(text.lower().rstrip(".")):
            return number
    number = _number(text, "month")
    if not 1 <= number <= 12:
        raise DateProblem(f"There is no month {number}. Write a month from 1 to 12.", ["month"])
    return number


def _year(text: str) -> int:
    year = _number(text, "year")
    if len(text) != 4 or year == 0:
        raise DateProblem("Write the year of the date with four digits, like 2026.", ["year"])
    return year
