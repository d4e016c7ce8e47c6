"""Dates that nobody knows exactly: early March, about 2012, between, before, the week of."""

import datetime as dt
import re
from collections.abc import Callable

from uplift.loop.reviews.when.moment import NotADate
from uplift.loop.reviews.when.spans import Span, month_number, span, whole_month, whole_year

_DAY = dt.timedelta(days=1)
_ABOUT = re.compile(
    r"^(circa |ca\.? |c\.? ?|about |around |approx(imately)?\.? |roughly |~ ?"
    r"|some ?time (in|during) |in |on |during |night |evening |morning |afternoon |overnight "
    r"|thought to be |possibly )+"
)
_DOUBT = re.compile(r" ?(\?|\(?(approx(imate)?(ly)?\.?|estimated|est\.?|tbc|about|ish)\)?)$")
_PART = re.compile(r"^(early|beginning|start|mid|middle|late|end)[ \-](in )?(.+)$")
_WEEK = re.compile(r"^(w/?c|week (commencing|beginning|starting)?|w/?b) ?(.+)$")
_WEEK_ENDING = re.compile(r"^(w/?e|week ending) (.+)$")
_WEEKS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3}
_NUMBERED = re.compile(r"^(first|second|third|fourth|last) week (in )?(.+)$")
_WEEKEND = re.compile(r"^weekend (.+)$")
_BEFORE = re.compile(r"^(before|prior to|by|up to|until) (.+)$")
_AFTER = re.compile(r"^(after|since|from|following) (.+)$")
_BETWEEN = re.compile(r"^(?:between |from )?(.+?) ?(?:-| to | and | until | till |/|&) ?(.+)$")


def approximate(text: str, today: dt.date) -> Span | None:
    """The first and the last day that such words may mean; None when they mean no date."""
    for read in _READERS:
        if found := read(text, today):
            return found
    return None


def _any(text: str, today: dt.date) -> Span | None:
    return span(text, today) or approximate(text, today)


def _about(text: str, today: dt.date) -> Span | None:
    plain = _DOUBT.sub("", _ABOUT.sub("", text)).strip()
    return _any(plain, today) if plain and plain != text else None


def _part(text: str, today: dt.date) -> Span | None:
    found = _PART.match(text)
    whole = _any(found[3], today) if found else None
    if found is None or whole is None:
        return None
    one, two = _cuts(whole)
    first, last = whole
    if found[1] in {"mid", "middle"}:
        return one + _DAY, two
    return (first, one) if found[1] in {"early", "beginning", "start"} else (two + _DAY, last)


def _cuts(whole: Span) -> Span:
    """The last days of the first and second third: a month's by tens, a year's by four months."""
    first, last = whole
    if whole == whole_month(first.year, first.month):
        return first.replace(day=10), first.replace(day=20)
    if whole == whole_year(first.year):
        return dt.date(first.year, 4, 30), dt.date(first.year, 8, 31)
    third = max((last - first).days // 3, 1)
    return first + third * _DAY, first + 2 * third * _DAY


def _week(text: str, today: dt.date) -> Span | None:
    if (found := _WEEK_ENDING.match(text)) and (days := span(found[2], today)):
        return days[1] - 6 * _DAY, days[1]
    if (found := _WEEK.match(text)) and (days := span(found[3], today)):
        return days[0], days[0] + 6 * _DAY
    if (found := _WEEKEND.match(text)) and (days := span(found[1], today)):
        return days[0], days[0] + _DAY
    if (found := _NUMBERED.match(text)) and (month := span(found[3], today)):
        start = month[0] + _WEEKS[found[1]] * 7 * _DAY
        return start, start + 6 * _DAY if _WEEKS[found[1]] < 3 else month[1]
    return None


def _open_ended(text: str, today: dt.date) -> Span | None:
    """Before and after a day: put right beside it, for nobody knows how far off."""
    if (found := _BEFORE.match(text)) and (days := _any(found[2], today)):
        return days[0] - _DAY, days[0] - _DAY
    if (found := _AFTER.match(text)) and (days := span(found[2], today)):
        return min(days[1] + _DAY, today), min(days[1] + _DAY, today)
    return None


def _between(text: str, today: dt.date) -> Span | None:
    for found in (_BETWEEN.match(text), re.match(r"^(.+)-(.+)$", text)):
        end = _any(found[2], today) if found else None
        if found is None or end is None:
            continue
        start = _completed(found[1], found[2], end, today)
        if start and start[0] <= end[1]:
            return start[0], end[1]
        if start:
            raise NotADate("The later date is written first. Check the order.")
    return None


def _completed(start: str, end: str, days: Span, today: dt.date) -> Span | None:
    """The first date of two, with the month and year that it leaves to the second."""
    last = days[1]
    tries = [f"{start} {last.year}"]
    if re.fullmatch(r"\d{1,2}", start):
        tries = [f"{start}/{last.month}/{last.year}"]
    elif not month_number(start.split()[-1]):
        tries = [start]
    for text in tries:
        if found := _any(text, today):
            return found
    return None


_READERS: tuple[Callable[[str, dt.date], Span | None], ...] = (
    _about,
    _between,
    _part,
    _week,
    _open_ended,
)
