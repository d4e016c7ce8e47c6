"""The time of the day within what was written."""

import datetime as dt
import re

from uplift.loop.reviews.when.moment import NotADate

_HALF = r"(?P<half>a\.?m\.?|p\.?m\.?)"
_TIMES = tuple(
    re.compile(rf"(?:\s|^|,)(?:at |around |about |c\.? ?|approx\.? )*{pattern}(?=\s|$|,)")
    for pattern in (
        rf"(?P<h>\d{{1,2}})[:.](?P<m>\d\d)(?::\d\d(?:\.\d+)?)?\s*{_HALF}",
        r"(?P<h>\d{1,2})[:.](?P<m>\d\d)\s*(?:hrs?|hours|h)",
        r"(?P<h>\d{1,2}):(?P<m>\d\d)(?::\d\d(?:\.\d+)?)?",
        rf"(?P<h>\d{{1,2}})\s*{_HALF}",
        r"(?P<h>\d\d)(?P<m>\d\d)\s*(?:hrs?|hours|h)",
        r"(?P<word>noon|midday|midnight)",
    )
)
#: 0900 stands before a date that is written in numbers.
_LEADING = re.compile(r"^(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?= \d{1,2}[/.\-]\d)")
#: 14.30 may be a time only where a date has ended before it: 3.2.14 is none.
_DOTTED = re.compile(r"(?:(?<=\d{4}\s)|(?<=\bat\s))(?P<h>\d{1,2})\.(?P<m>\d\d)$")
_BARE = re.compile(r"^(?P<h>\d{1,2})[.:]?(?P<m>\d\d)$")
_WORDS = {"noon": dt.time(12), "midday": dt.time(12), "midnight": dt.time(0)}


def taken_out(text: str) -> tuple[str, dt.time | None]:
    """The text without its time, and the time. Raises NotADate for 25:70."""
    for pattern in (*_TIMES, _DOTTED, _LEADING):
        if found := pattern.search(text):
            rest = f"{text[: found.start()]} {text[found.end() :]}".strip(" ,")
            return re.sub(r"\b(at|@)$", "", rest).strip(" ,"), _time(found.groupdict())
    return text, None


def alone(value: object) -> dt.time | None:
    """The time in a cell of its own; None for an empty one. Raises NotADate."""
    if isinstance(value, dt.datetime):
        return value.time().replace(second=0, microsecond=0)
    if isinstance(value, dt.time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, float) and 0 <= value < 1:
        minutes = round(value * 24 * 60) % (24 * 60)
        return dt.time(minutes // 60, minutes % 60)
    text = str(value if value is not None else "").strip().lower()
    if not text:
        return None
    if bare := _BARE.match(text):
        return _time(bare.groupdict())
    rest, time = taken_out(text)
    if rest or time is None:
        raise NotADate(f"“{text[:40]}” isn't a time. Write it like 14:30 or 2:30pm.")
    return time


def _time(parts: dict[str, str | None]) -> dt.time:
    if word := parts.get("word"):
        return _WORDS[word]
    hour, minute, half = int(parts["h"] or 0), int(parts.get("m") or 0), parts.get("half")
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0) if hour <= 12 else 99
    if hour > 23 or minute > 59:
        raise NotADate("There is no such time. Write it like 14:30 or 2:30pm.")
    return dt.time(hour, minute)
