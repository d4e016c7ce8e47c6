"""Dates and times in words, as people in Britain write them."""

from datetime import date, datetime

from django.utils import timezone

#: A deadline this many days away, or fewer, is marked as near.
NEAR_DAYS = 5

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def _date(value: date) -> date:
    """The calendar day in London of a date or of an instant."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def day(value: date | None) -> str:
    """3 November 2026; nothing for no date."""
    if value is None:
        return ""
    value = _date(value)
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def weekday(value: date | None, today: date | None = None) -> str:
    """Thursday 3 December; with the year when it isn't `today`'s."""
    if value is None:
        return ""
    value = _date(value)
    text = f"{value:%A} {value.day} {MONTHS[value.month - 1]}"
    return text if today and today.year == value.year else f"{text} {value.year}"


def short_day(value: date | None, today: date | None = None) -> str:
    """3 Nov; with the year when it isn't `today`'s, or when `today` isn't given."""
    if value is None:
        return ""
    value = _date(value)
    text = f"{value.day} {MONTHS[value.month - 1][:3]}"
    return text if today and today.year == value.year else f"{text} {value.year}"


def clock(value: datetime) -> str:
    """2:15pm, 9am, midnight, midday: London time."""
    value = timezone.localtime(value) if timezone.is_aware(value) else value
    if (value.hour, value.minute) in {(0, 0), (12, 0)}:
        return "midday" if value.hour else "midnight"
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'pm' if value.hour >= 12 else 'am'}"


def when(value: datetime | None) -> str:
    """3 November 2026 at 2:15pm; nothing for no time."""
    return f"{day(value)} at {clock(value)}" if value is not None else ""


def iso(value: date | None) -> str:
    """2026-11-03, for the `datetime` attribute of a time element."""
    return _date(value).isoformat() if value is not None else ""


def days_left(days: int | None) -> str:
    """How far a deadline is: `7 days late`, `due today`, `1 day left`, `3 weeks left`.

    `days` is counted to the due day; negative when it has passed.
    """
    if days is None:
        return "no date yet"
    if days == 0:
        return "due today"
    size, word = _span(abs(days))
    return f"{size} {word}{'' if size == 1 else 's'} {'late' if days < 0 else 'left'}"


def urgency(days: int | None) -> str:
    """The state of a deadline, for its colour: `late`, `soon`, `later` or `waiting`."""
    if days is None:
        return "waiting"
    if days < 0:
        return "late"
    return "soon" if days <= NEAR_DAYS else "later"


def _span(days: int) -> tuple[int, str]:
    if days < 21:
        return days, "day"
    return (days // 7, "week") if days < 92 else (days // 30, "month")
