"""Calendars for other programs: references and steps only, no name and no pseudonym."""

import datetime as dt
import hashlib
from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from icalendar import Calendar, Event

from uplift.front.desk.models import CalendarFeed
from uplift.front.desk.queries.boards import boards_of
from uplift.front.desk.queries.work import in_words, waiting
from uplift.ground.access.reach import reach
from uplift.ground.boards.models import Board
from uplift.ground.identity.models import User


def feed_of(token: str) -> CalendarFeed | None:
    """The feed that the token opens, if it still does and its person may sign in."""
    number, _, _ = token.partition("-")
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        return None
    feed = CalendarFeed.objects.filter(pk=number, user__is_active=True).select_related("user")
    found = feed.first()
    return found if found and constant_time_compare(found.token, token) else None


def written(user: User, today: dt.date, now: dt.datetime) -> bytes:
    """The calendar of what waits for someone today, at every board where they have a seat."""
    calendar = Calendar()
    calendar.add("prodid", "-//Uplift//Diary//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Uplift")
    for board in boards_of(user, today):
        for event in _events(user, board, today, now):
            calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _events(user: User, board: Board, today: dt.date, now: dt.datetime) -> Iterator[Event]:
    home = settings.SITE_URL + reverse("desk:home", args=(board.slug,))
    for work in in_words(waiting(reach(user, board, today), when="dated")):
        event = Event()
        # The same thing keeps its mark while it waits, so that calendars don't double it.
        event.add("uid", hashlib.sha256(f"{work.kind} {work.url}".encode()).hexdigest())
        event.add("dtstamp", now)
        event.add("dtstart", work.due)
        event.add("summary", work.code)
        event.add("url", home)
        yield event
