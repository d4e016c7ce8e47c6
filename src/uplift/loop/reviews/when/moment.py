"""A moment of a chronology."""

import datetime as dt
from dataclasses import dataclass

from uplift.ground.ui.filters.dates import day


class NotADate(ValueError):
    """What was written isn't a date that can be read; the sentence says what to write."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The first and the last day it may have been. `words` are as written where no single day is
    known; `time` is the clock's where it is known."""

    earliest: dt.date
    latest: dt.date
    time: dt.time | None = None
    words: str = ""

    def __str__(self) -> str:
        return in_words(self.earliest, self.time, self.words)


def in_words(earliest: dt.date, time: dt.time | None, words: str) -> str:
    """The moment as a page says it: “3 March 2014, 2:30pm”, “early March 2014”."""
    if words:
        return words
    return f"{day(earliest)}, {clock(time)}" if time else day(earliest)


def clock(time: dt.time) -> str:
    """A time of the day: 2:30pm, 2pm, midday."""
    if (time.hour, time.minute) == (12, 0):
        return "midday"
    hour, half = time.hour % 12 or 12, "am" if time.hour < 12 else "pm"
    return f"{hour}:{time.minute:02}{half}" if time.minute else f"{hour}{half}"
