"""What falls on which day: due days, meetings, publications and evaluations that someone sees."""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from uplift.front.desk.queries.say import Work
from uplift.front.desk.queries.sources import DIARY, STEPS_AHEAD, Source
from uplift.front.desk.queries.work import Row, in_words, listed
from uplift.ground.access.reach import Reach

A_DAY = 4  # shown of one day in the month; the day's own list has the rest
A_MONTH = 2000  # looked at for a month


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the month's table: its first events, and how many more there are."""

    on: dt.date
    inside: bool  # the month, not the week around its ends
    events: list[Work]
    more: int


def events(
    reach: Reach,
    first: dt.date,
    last: dt.date,
    most: int,
    sources: Sequence[Source] = DIARY,
) -> list[Row]:
    """What falls on the days from `first` to `last`, in order."""
    return listed(sources, reach, lambda column: Q(**{f"{column}__range": (first, last)}), most)


def month(reach: Reach, first: dt.date) -> list[list[Day]]:
    """The weeks, Monday to Sunday, of the month that begins on `first`."""
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    rows: dict[dt.date, list[Row]] = defaultdict(list)
    for row in events(reach, weeks[0][0], weeks[-1][-1], A_MONTH):
        rows[row[2]].append(row)
    shown: dict[dt.date | None, list[Work]] = defaultdict(list)
    for work in in_words((row for day in rows.values() for row in day[:A_DAY]), DIARY):
        shown[work.due].append(work)
    return [
        [Day(on, on.month == first.month, shown[on], max(0, len(rows[on]) - A_DAY)) for on in week]
        for week in weeks
    ]


def week(reach: Reach, most: int = 6) -> list[Work]:
    """The first steps of cases that fall on the next seven days."""
    last = reach.today + dt.timedelta(days=6)
    rows = events(reach, reach.today, last, most, (STEPS_AHEAD,))
    return list(in_words(rows, DIARY))
