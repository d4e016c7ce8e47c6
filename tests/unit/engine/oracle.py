"""Due dates counted out day by day on a calendar, apart from the engine's own sums.

England's bank holidays are written down here from their rules and from the proclamations of
single days, not taken from the library that the engine uses.
"""

from collections.abc import Iterator
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
# Days moved or added by proclamation, 2011 to 2023.
MOVED_AWAY = {date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)}
ADDED = {
    date(2011, 4, 29),
    date(2012, 6, 4),
    date(2012, 6, 5),
    date(2020, 5, 8),
    date(2022, 6, 2),
    date(2022, 6, 3),
    date(2022, 9, 19),
    date(2023, 5, 8),
}


def easter(year: int) -> date:
    """Easter Sunday, by the tables of the Gregorian calendar."""
    golden = year % 19
    century = year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    since = moon - weekday
    month = 3 + (since + 40) // 44
    return date(year, month, since + 28 - 31 * (month // 4))


def monday(year: int, month: int, *, last: bool) -> date:
    """The first or last Monday of a month."""
    found = [d for d in days_of(date(year, month, 1), 31) if d.month == month and d.weekday() == 0]
    return found[-1 if last else 0]


def days_of(start: date, count: int) -> Iterator[date]:
    """So many days from a start."""
    for _ in range(count):
        yield start
        start += ONE_DAY


def bank_holidays(year: int) -> set[date]:
    """England's bank holidays of a year."""
    holidays = {easter(year) - 2 * ONE_DAY, easter(year) + ONE_DAY}
    holidays |= {monday(year, 5, last=False), monday(year, 5, last=True)}
    holidays |= {monday(year, 8, last=True)}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        # One that falls on a weekend is kept on the next day that isn't taken.
        following = days_of(fixed, 5)
        holidays.add(next(d for d in following if d.weekday() < 5 and d not in holidays))
    return (holidays | {d for d in ADDED if d.year == year}) - MOVED_AWAY


def is_working_day(day: date) -> bool:
    """Neither a weekend nor a bank holiday."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def due(start: date, count: int, unit: str, *, first: int = 0) -> date:
    """The last day of a period, ticking off one day after another.

    `first` is the number given to the event's own day: 0 or 1.
    """
    if unit in ("month", "year"):
        end = _same_day_later(start, count * (12 if unit == "year" else 1))
        return end - ONE_DAY if first else end
    wanted = count * (7 if unit == "week" else 1)
    day, ticked = start, 0
    if first and (unit != "working day" or is_working_day(start)):
        ticked = 1
    while ticked < wanted:
        day += ONE_DAY
        ticked += unit != "working day" or is_working_day(day)
    return day


def _same_day_later(start: date, months: int) -> date:
    """The day of the same number so many months on, or that month's last."""
    year, month = start.year, start.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    in_month = [d for d in days_of(date(year, month, 1), 31) if d.month == month]
    return next((d for d in in_month if d.day == start.day), in_month[-1])
