"""What somebody did and read at a board."""

import datetime as dt
from typing import TypeVar

from django.db.models import Model, QuerySet

from uplift.ground.access.reach import Reach
from uplift.ground.history.models import Entry, Reading

Row = TypeVar("Row", bound=Model)


def changes_of(
    reach: Reach, *, since: dt.date | None = None, until: dt.date | None = None
) -> QuerySet[Entry]:
    """This person's own changes at the board, newest first."""
    found = Entry.objects.filter(by=reach.user, chain__board=reach.board)
    return _between(found, since, until)


def readings_of(
    reach: Reach, *, since: dt.date | None = None, until: dt.date | None = None
) -> QuerySet[Reading]:
    """What this person has read, searched, opened and taken away at the board, newest first."""
    return _between(Reading.objects.filter(by=reach.user, board=reach.board), since, until)


def _between(rows: QuerySet[Row], since: dt.date | None, until: dt.date | None) -> QuerySet[Row]:
    if since:
        rows = rows.filter(at__date__gte=since)
    if until:
        rows = rows.filter(at__date__lte=until)
    return rows.order_by("-at", "-number")
