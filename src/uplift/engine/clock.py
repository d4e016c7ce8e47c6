"""Time as frameworks speak of it: periods, working days of England, pauses.

A month is a calendar month, clipped to the month's end: 31 January + 1 month = 28 February (29 in
a leap year). Day 0 is the event's own day, so *within 3 weeks* of 31 January means by 21 February;
counted from day 1 the event's day is the first day of the period.
"""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import holidays

from uplift.engine.text import say_count

# Beyond these a date is a slip of the pen; within them no sum of ours can overflow.
FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
LONGEST = 10_000

ONE_DAY = timedelta(days=1)
WRITTEN = re.compile(r"([0-9]{1,5}) (day|working day|week|month|year)s?")


class Unit(StrEnum):
    """What a period is counted in."""

    DAY = "day"
    WORKING_DAY = "working day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Counting(StrEnum):
    """Whether the event's own day is day 0 or day 1 of the period."""

    FROM_DAY_0 = "from_day_0"
    FROM_DAY_1 = "from_day_1"


@dataclass(frozen=True)
class Period:
    """A length of time: 3 weeks, 1 month, 10 working days, 0 days (the same day)."""

    count: int
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read "3 weeks"; raises ValueError with a sentence."""
        found = WRITTEN.fullmatch(text.strip())
        if not found:
            raise ValueError("Write a period such as “3 weeks”, “1 month” or “10 working days”.")
        period = cls(int(found[1]), Unit(found[2]))
        if period.longest > LONGEST:
            raise ValueError("A period is at most 27 years.")
        return period

    @property
    def longest(self) -> int:
        """The most days it can take, working days counted as days."""
        return self.count * {Unit.WEEK: 7, Unit.MONTH: 31, Unit.YEAR: 366}.get(self.unit, 1)

    def __str__(self) -> str:
        return say_count(self.count, self.unit)


@dataclass(frozen=True)
class Pause:
    """Days on which clocks stand still: from `start` until `end`, or still running."""

    start: date
    end: date | None

    def days(self, today: date, unit: Unit) -> int:
        """How many days it has lasted by `today`; working days if the clock counts those."""
        end = self.end or max(today, self.start)
        if unit is Unit.WORKING_DAY:
            return working_days_between(self.start, end)
        return (end - self.start).days


def add(day: date, period: Period, counting: Counting = Counting.FROM_DAY_0) -> date:
    """The last day within `period` of `day`."""
    if counting is Counting.FROM_DAY_1:
        # The event's day is day 1, so the period starts a day sooner.
        return (
            _move(day - ONE_DAY, period.count, Unit.WORKING_DAY)
            if (period.unit is Unit.WORKING_DAY)
            else _move(day, period.count, period.unit) - ONE_DAY
        )
    return _move(day, period.count, period.unit)


def subtract(day: date, period: Period) -> date:
    """The last day that is at least `period` before `day`."""
    return _move(day, -period.count, period.unit)


def is_working_day(day: date) -> bool:
    """Whether `day` is neither a weekend nor a bank holiday in England."""
    return day.weekday() < 5 and day not in _bank_holidays(day.year)


def working_days_between(start: date, end: date) -> int:
    """How many working days there are from `start` up to, not including, `end`."""
    span = (end - start).days
    return sum(is_working_day(start + timedelta(days=n)) for n in range(span))


def paused_due(
    start: date,
    period: Period,
    pauses: Iterable[Pause],
    today: date,
    counting: Counting = Counting.FROM_DAY_0,
) -> tuple[date, int]:
    """The due day with pauses added, and how many days (or working days) they added.

    A pause counts for a clock that had started by then and had not yet run out.
    """
    due, added = add(start, period, counting), 0
    for pause in pauses:
        if start <= pause.start <= due:
            length = pause.days(today, period.unit)
            step = Unit.WORKING_DAY if period.unit is Unit.WORKING_DAY else Unit.DAY
            due, added = _move(due, length, step), added + length
    return due, added


def _move(day: date, count: int, unit: Unit) -> date:
    if unit is Unit.MONTH or unit is Unit.YEAR:
        return _move_months(day, count if unit is Unit.MONTH else 12 * count)
    if unit is Unit.WORKING_DAY:
        return _move_working_days(day, count)
    return day + timedelta(days=7 * count if unit is Unit.WEEK else count)


def _move_months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _move_working_days(day: date, count: int) -> date:
    stride = ONE_DAY if count > 0 else -ONE_DAY
    for _ in range(abs(count)):
        day += stride
        while not is_working_day(day):
            day += stride
    return day


@lru_cache(maxsize=512)
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))
