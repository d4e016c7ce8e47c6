"""Dates, typed never only picked: exact, approximate, and periods from one day to another."""

import calendar
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from uplift.engine.answers.kinds import AnswerError, as_text
from uplift.engine.clock import FIRST_DAY, LAST_DAY
from uplift.engine.spec import NO_PERIODS, Question
from uplift.engine.text import say_date, say_list

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name} | {
    name.lower(): n for n, name in enumerate(calendar.month_abbr) if name
}
ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
WRITTEN = re.compile(r"(?:([0-9]{1,2})[ /.-]+)?(?:([0-9]{1,2}|[a-z]+)[ /.-]+)?([0-9]{1,4})")
HOW = "Write the date as day, month and year, such as 31 1 2014."
FUTURE = "The date can't be in the future."
PAST = "The date can't be in the past."
MOST_PERIODS = 100

Parts = tuple[int | None, int | None, int]


class Day:
    """An exact date. Stored as 2014-01-31."""

    def read(self, question: Question, raw: Any) -> str:
        """The date typed as day, month and year, or as text."""
        day, month, year = _parts(raw)
        missing = [name for name, part in (("day", day), ("month", month)) if part is None]
        if day is None or month is None:
            raise AnswerError(f"The date must include a {say_list(missing)}.")
        return _exact(day, month, year).isoformat()

    def check(self, question: Question, value: Any, today: date) -> None:
        """Refuses what is no date, and a date on the wrong side of today."""
        day = _stored(value)
        if question.must_be == "past" and day > today:
            raise AnswerError(FUTURE)
        if question.must_be == "future" and day < today:
            raise AnswerError(PAST)

    def show(self, question: Question, value: Any) -> str:
        """31 January 2014."""
        return say_date(_stored(value))

    def edit(self, question: Question, value: Any) -> dict[str, str]:
        """The day, month and year as typed."""
        return _typed(str(value))


class About:
    """A date of which the day, or the month too, may be missing. Stored as 2014-01 or 2014."""

    def read(self, question: Question, raw: Any) -> str:
        """As much of the date as is known; the year is needed."""
        day, month, year = _parts(raw)
        if day is not None and month is None:
            raise AnswerError("The date must include a month if it has a day.")
        if month is None:
            return f"{_year(year):04}"
        exact = _exact(day or 1, month, year)
        return exact.isoformat() if day is not None else f"{exact:%Y-%m}"

    def check(self, question: Question, value: Any, today: date) -> None:
        """Refuses what is no date, and what can't but lie on the wrong side of today."""
        if self.read(question, value) != value:
            raise AnswerError(HOW)
        as_known = today.isoformat()[: len(value)]  # today, no more exactly than the answer
        if question.must_be == "past" and value > as_known:
            raise AnswerError(FUTURE)
        if question.must_be == "future" and value < as_known:
            raise AnswerError(PAST)

    def show(self, question: Question, value: Any) -> str:
        """31 January 2014; January 2014; 2014."""
        year, month, day = (*str(value).split("-"), "", "")[:3]
        if day:
            return say_date(date.fromisoformat(str(value)))
        return f"{calendar.month_name[int(month)]} {year}" if month else year

    def edit(self, question: Question, value: Any) -> dict[str, str]:
        """The parts that are known, as typed."""
        return _typed(str(value))


class Periods:
    """Spells from one day to another, or still running; or none. Stored as from and to."""

    def read(self, question: Question, raw: Any) -> str | list[dict[str, str | None]]:
        """The spells typed; rows left empty are passed over."""
        if isinstance(raw, str) and raw.strip().lower() == NO_PERIODS:
            return NO_PERIODS
        rows = raw if isinstance(raw, list | tuple) else [raw]
        return [
            {"from": self._day(row.get("from")), "to": self._day(row.get("to"))}
            for row in rows
            if isinstance(row, Mapping) and not (_blank(row.get("from")) and _blank(row.get("to")))
        ]

    def _day(self, raw: Any) -> str | None:
        if _blank(raw):
            return None
        day, month, year = _parts(raw)
        if day is None or month is None:
            raise AnswerError(HOW)
        return _exact(day, month, year).isoformat()

    def check(self, question: Question, value: Any, today: date) -> None:
        """Refuses a spell without a start, and an end before the start."""
        if value == NO_PERIODS:
            return
        if not isinstance(value, list | tuple) or len(value) > MOST_PERIODS:
            raise AnswerError(f"Give a list of periods, {MOST_PERIODS} at most.")
        for spell in value:
            if not isinstance(spell, Mapping) or not spell.get("from"):
                raise AnswerError("Each period needs the day on which it began.")
            began = _stored(spell["from"])
            if spell.get("to") and _stored(spell["to"]) < began:
                raise AnswerError("A period can't end before it began.")

    def show(self, question: Question, value: Any) -> str:
        """1 May 2013 to 3 June 2013; from 1 May 2013."""
        if value == NO_PERIODS:
            return "None"
        return "; ".join(
            f"{say_date(_stored(spell['from']))} to {say_date(_stored(spell['to']))}"
            if spell.get("to")
            else f"from {say_date(_stored(spell['from']))}"
            for spell in value
        )

    def edit(self, question: Question, value: Any) -> str | list[dict[str, dict[str, str]]]:
        """The spells as typed."""
        if value == NO_PERIODS:
            return NO_PERIODS
        return [
            {end: _typed(spell[end]) if spell.get(end) else {} for end in ("from", "to")}
            for spell in value
        ]


def read_day(raw: Any) -> date:
    """A date typed as text or in parts; raises AnswerError."""
    day, month, year = _parts(raw)
    if day is None or month is None:
        raise AnswerError(HOW)
    return _exact(day, month, year)


def _blank(raw: Any) -> bool:
    if isinstance(raw, Mapping):
        return not any(as_text(part) for part in raw.values())
    return not as_text(raw)


def _parts(raw: Any) -> Parts:
    """Day, month and year as numbers, from three fields or from text."""
    if isinstance(raw, Mapping):
        day, month, year = (as_text(raw.get(name)).lower() for name in ("day", "month", "year"))
    else:
        text = as_text(raw).lower()
        if found := ISO.fullmatch(text):
            year, month, day = found[1], found[2], found[3] or ""
        elif found := WRITTEN.fullmatch(text):
            first, second, year = (part or "" for part in found.groups())
            # “January 2014” and “1/2014” hold no day: their first word is the month.
            day, month = (first, second) if second else ("", first)
        else:
            raise AnswerError(HOW)
    if not year:
        raise AnswerError("The date must include a year.")
    return _number(day), _month(month), _number(year) or 0


def _number(text: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,4}", text):
        raise AnswerError(HOW)
    return int(text)


def _month(text: str) -> int | None:
    return MONTHS[text] if text in MONTHS else _number(text)


def _year(year: int) -> int:
    if year < 100:
        raise AnswerError("Write the year with four figures, such as 2014.")
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        raise AnswerError(f"The year must be from {FIRST_DAY.year} to {LAST_DAY.year}.")
    return year


def _exact(day: int, month: int, year: int) -> date:
    _year(year)
    if not 1 <= month <= 12:
        raise AnswerError("The month must be from 1 to 12.")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        named = f"{calendar.month_name[month]} {year}"
        raise AnswerError(f"There is no {day} {named}: the month has {days} days.")
    return date(year, month, day)


def _stored(value: Any) -> date:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        raise AnswerError(HOW)
    return day


def _typed(value: str) -> dict[str, str]:
    year, month, day = (*value.split("-"), "", "")[:3]
    return {"day": day.lstrip("0"), "month": month.lstrip("0"), "year": year}
