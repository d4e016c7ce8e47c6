"""The diary: a month, a day, and the calendar that other programs read."""

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from uplift.front.desk.feeds import feed_of, written
from uplift.front.desk.queries.diary import events, month
from uplift.front.desk.queries.sources import DIARY
from uplift.front.desk.queries.work import MOST, in_words
from uplift.front.desk.views.paging import page_of
from uplift.ground.access.gate import BoardRequest


@require_GET
def diary(request: BoardRequest, board: str) -> HttpResponse:
    """A month of what is due and what is planned; this one unless another is asked for."""
    first = _month(request.GET.get("month", ""), request.reach.today)
    context = {
        "first": first,
        "weeks": month(request.reach, first),
        "before": (first - dt.timedelta(days=1)).replace(day=1),
        "after": (first + dt.timedelta(days=31)).replace(day=1),
    }
    return render(request, "desk/diary.html", context)


@require_GET
def day(request: BoardRequest, board: str, on: str) -> HttpResponse:
    """Everything of one day."""
    try:
        which = dt.date.fromisoformat(on)
    except ValueError as error:
        raise Http404("No such day.") from error
    page = page_of(request, events(request.reach, which, which, MOST))
    context = {"on": which, "page": page, "events": list(in_words(page.object_list, DIARY))}
    return render(request, "desk/day.html", context)


@require_GET
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """Someone's calendar, for the programs to which they gave its address."""
    feed = feed_of(token)
    if feed is None:
        raise Http404("No such calendar.")
    content = written(feed.user, timezone.localdate(), timezone.now())
    headers = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def _month(asked: str, today: dt.date) -> dt.date:
    try:
        first = dt.datetime.strptime(asked, "%Y-%m").date()  # noqa: DTZ007 - a month, no time
    except ValueError:
        return today.replace(day=1)
    return first if 2000 <= first.year <= 2100 else today.replace(day=1)
