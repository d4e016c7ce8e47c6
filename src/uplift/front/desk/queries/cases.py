"""How many of the board's cases are open."""

from typing import TypedDict

from django.db.models import Count, Q

from uplift.ground.access.reach import Reach
from uplift.loop.cases.models import Case
from uplift.loop.cases.queries import cases_of


class OpenCases(TypedDict):
    """Counts of cases that someone sees."""

    open: int
    late: int
    paused: int


def open_cases(reach: Reach) -> OpenCases:
    """Those that aren't closed, and of them those with a step late and those paused: one query."""
    late, paused = Q(due__lt=reach.today), Q(status=Case.Status.PAUSED)
    counts = cases_of(reach).exclude(status=Case.Status.CLOSED)
    return counts.aggregate(  # type: ignore[return-value]  # the three names
        open=Count("pk"), late=Count("pk", filter=late), paused=Count("pk", filter=paused)
    )
