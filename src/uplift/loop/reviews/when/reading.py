"""Reading a date as somebody wrote it, or as a spreadsheet keeps it."""

import datetime as dt
import re
import unicodedata
from dataclasses import replace

from openpyxl.utils.datetime import from_excel

from uplift.ground.ui.filters.dates import day
from uplift.loop.reviews.when import clock
from uplift.loop.reviews.when.approximate import approximate
from uplift.loop.reviews.when.moment import Moment, NotADate
from uplift.loop.reviews.when.spans import span, whole_year

LONGEST = 100
HELP = (
    "Write it like 3 March 2014, 03/03/2014 14:30, March 2014, early 2014, spring 2014 "
    "or between 3 and 5 March 2014."
)
_SERIALS = range(20_000, 80_000)  # days since 1900 as Excel counts: from 1954 to 2119
_HALF_A_MINUTE = 1 / 24 / 60 / 2  # a time in a spreadsheet is a fraction, a little off
_WEEKDAY = re.compile(r"\b(mon|tues?|wed(nes)?|thur?s?|fri|sat(ur)?|sun)(day)?\b[,.]?\s*")
_ORDINAL = re.compile(r"\b(\d{1,2})(st|nd|rd|th)\b")
_ISO = re.compile(r"(\d)t(\d\d:)")
_ZONE = re.compile(r"(:\d\d)(z|[+-]\d\d:\d\d)$")
_NOTHING = {"", "?", "-", "unknown", "not known", "n/k", "nk", "n/a", "not recorded", "undated"}


def read(value: object, today: dt.date) -> Moment:
    """What was written or kept in a cell, as a moment. Raises NotADate with a sentence."""
    moment = _cell(value, today)
    if moment.earliest > today:
        raise NotADate(f"{day(moment.earliest)} is still to come. Check the year.")
    return moment


def with_time(moment: Moment, time: dt.time | None) -> Moment:
    """The moment at that time, if it is of one day; a time that it has already stays."""
    if time is None or moment.time or moment.earliest != moment.latest:
        return moment
    return replace(moment, time=time)


def _cell(value: object, today: dt.date) -> Moment:
    if isinstance(value, dt.datetime):
        time = value.time().replace(second=0, microsecond=0)
        return Moment(value.date(), value.date(), time if time != dt.time(0) else None)
    if isinstance(value, dt.date):
        return Moment(value, value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value, today)
    return _text(str(value or ""), today)


def _number(value: float, today: dt.date) -> Moment:
    if int(value) in _SERIALS:
        return _cell(from_excel(value + _HALF_A_MINUTE), today)
    if value == int(value) and 1900 <= value <= today.year:
        return Moment(*whole_year(int(value)), words=str(int(value)))
    if value == int(value):
        return _text(str(int(value)), today)
    raise NotADate(f"The number {value:g} isn't a date. {HELP}")


def _text(written: str, today: dt.date) -> Moment:
    words = " ".join(unicodedata.normalize("NFKC", written).split())
    text = _plain(words)
    if text in _NOTHING:
        raise NotADate(f"The date is missing. {HELP}")
    if len(words) > LONGEST:
        raise NotADate(f"The date is {len(words)} characters long. {HELP}")
    if re.fullmatch(r"\d{5}(\.\d+)?", text):
        return _number(float(text), today)
    rest, time = clock.taken_out(text)
    rest = rest.removeprefix("on ")
    found = span(rest, today)
    sure = found is not None
    found = found or approximate(rest, today)
    if found is None:
        raise NotADate(f"“{words[:60]}” isn't a date that can be read. {HELP}")
    first, last = found
    exact = sure and first == last
    return Moment(first, last, time if first == last else None, "" if exact else words)


def _plain(words: str) -> str:
    text = words.lower().replace("\u2013", "-").replace("\u2014", "-").replace("\u2019", "'")
    text = _ZONE.sub(r"\1", _ISO.sub(r"\1 \2", text))
    text = _ORDINAL.sub(r"\1", _WEEKDAY.sub("", text))
    text = re.sub(r"\b(the|of)\b|,", " ", text)
    return " ".join(text.split()).strip(" .;").removeprefix("on ")
