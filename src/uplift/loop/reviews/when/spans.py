"""One day, month, season or year, read into its first and last day."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable

from uplift.ground.ui.filters.dates import MONTHS
from uplift.loop.reviews.when.moment import NotADate

Span = tuple[dt.date, dt.date]
_FIRST_YEAR = 1900
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SEP = r"[/.\- ]"
_UNKNOWN = re.compile(r"^(\?|x|0){1,2}$")


def span(text: str, today: dt.date) -> Span | None:
    """The days that the text means; None where it is nothing of the kind. Raises NotADate for
    what looks like a date and isn't one."""
    for pattern, read in _PATTERNS:
        found = pattern.fullmatch(text)
        if found and (days := read(found, today)):
            return days
    return None


def whole_month(year: int, month: int) -> Span:
    """That month, from its first day to its last."""
    return dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1])


def whole_year(year: int) -> Span:
    """That year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def month_number(name: str) -> int | None:
    """The month that the word begins like: mar, sept, march."""
    plain = name.rstrip(".")
    if plain == "sept":
        return 9
    found = (n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(plain))
    return next(found, None) if len(plain) >= 3 else None


def _year(text: str, today: dt.date) -> int:
    if len(text) == 2:
        near = 2000 + int(text)
        return near if near <= today.year + 1 else near - 100
    year = int(text)
    if not _FIRST_YEAR <= year <= today.year + 1:
        raise NotADate(f"The year {year} can't be right. Check it.")
    return year


def _month(text: str) -> int:
    month = month_number(text) if text[0].isalpha() else int(text)
    if month is None:
        raise NotADate(f"“{text}” isn't a month.")
    if not 1 <= month <= 12:
        raise NotADate(f"There is no month {month}. Write the day first, then the month.")
    return month


def _day(day: str, month: str, year: str, today: dt.date) -> Span:
    in_year = _year(year, today)
    if _UNKNOWN.match(month):
        return whole_year(in_year)
    in_month = _month(month)
    if _UNKNOWN.match(day):
        return whole_month(in_year, in_month)
    last = monthrange(in_year, in_month)[1]
    if not 1 <= int(day) <= last:
        raise NotADate(f"{int(day)} {MONTHS[in_month - 1]} {in_year} isn't a date.")
    one = dt.date(in_year, in_month, int(day))
    return one, one


def _named(found: re.Match[str], today: dt.date) -> Span | None:
    """A day written with the month's name, if the word is one."""
    return _day(found["d"], found["m"], found["y"], today) if month_number(found["m"]) else None


def _numbers(found: re.Match[str], today: dt.date) -> Span:
    return _day(found["d"], found["m"], found["y"], today)


def _only_month(found: re.Match[str], today: dt.date) -> Span | None:
    if found["m"][0].isalpha() and not month_number(found["m"]):
        return None
    return whole_month(_year(found["y"], today), _month(found["m"]))


def _season(found: re.Match[str], today: dt.date) -> Span:
    """Seasons by the weather's calendar; a winter begins in December of its (first) year."""
    year, month = _year(found["y"], today), _SEASONS[found["s"]]
    last = whole_month(year + (month == 12), (month + 1) % 12 + 1)[1]
    return dt.date(year, month, 1), last


def _quarter(found: re.Match[str], today: dt.date) -> Span:
    year, first = _year(found["y"], today), int(found["q"]) * 3 - 2
    return dt.date(year, first, 1), whole_month(year, first + 2)[1]


def _two_years(found: re.Match[str], today: dt.date) -> Span | None:
    year = _year(found["y"], today)
    if (year + 1) % 100 != int(found["z"]) % 100:
        return None
    return dt.date(year, 1, 1), dt.date(year + 1, 12, 31)


def _decade(found: re.Match[str], today: dt.date) -> Span:
    year = _year(f"{found['y']}0", today)
    return dt.date(year, 1, 1), dt.date(year + 9, 12, 31)


def _christmas(found: re.Match[str], today: dt.date) -> Span:
    year = _year(found["y"], today)
    first, last = {" day": (25, 25), " eve": (24, 24)}.get(found["w"] or "", (24, 26))
    return dt.date(year, 12, first), dt.date(year, 12, last)


_D, _M, _Y = r"(?P<d>\d{1,2})", r"(?P<m>[a-z]{3,9}\.?)", r"(?P<y>\d{4}|\d{2})"
_READERS: tuple[tuple[str, Callable[[re.Match[str], dt.date], Span | None]], ...] = (
    (rf"(?P<d>\d{{1,2}}|[x?]{{1,2}}){_SEP}(?P<m>\d{{1,2}}|[x?]{{1,2}}){_SEP}{_Y}", _numbers),
    (rf"(?P<y>\d{{4}}){_SEP}(?P<m>\d{{1,2}}){_SEP}{_D}", _numbers),
    (r"(?P<y>(19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)", _numbers),
    (rf"{_D}[ /\-]?{_M}[ /\-']*{_Y}", _named),
    (rf"[x?]{{1,2}}[ /\-]{_M}[ /\-']*{_Y}", _only_month),
    (rf"{_M} {_D} (?P<y>\d{{4}})", _named),
    (rf"(?P<y>\d{{4}}) {_M} {_D}", _named),
    (r"(?P<y>\d{4})/(?P<z>\d{4}|\d{2})", _two_years),
    (rf"{_M}[ /\-']*{_Y}", _only_month),
    (r"(?P<m>\d{1,2}) ?[/.\-] ?(?P<y>\d{4})", _only_month),
    (r"(?P<y>\d{4}) ?[/.\-] ?(?P<m>\d{1,2})", _only_month),
    (rf"(?P<y>\d{{4}}) {_M}", _only_month),
    (r"(?P<y>\d{4})", lambda found, today: whole_year(_year(found["y"], today))),
    (r"(?P<s>spring|summer|autumn|fall|winter) (?P<y>\d{4})(/\d{2,4})?", _season),
    (r"q(?P<q>[1-4])[ /\-]?(?P<y>\d{4})", _quarter),
    (r"(?P<y>(19|20)\d)0'?s", _decade),
    (r"christmas(?P<w> day| eve)? (?P<y>\d{4})", _christmas),
)
_PATTERNS = tuple((re.compile(pattern), read) for pattern, read in _READERS)
