"""What all operations of this room share: the case's history, its numbers, its lock."""

import datetime as dt
from typing import Any

from django.db.models import Max

from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case
from uplift.loop.reviews.models import Entry


class ChronologyRefused(Refusal):
    """The chronology can't be changed so."""


def locked(case: Case) -> Case:
    """The case, whose chronology nobody else changes until the transaction ends. Refused once it
    is closed."""
    case = Case.objects.select_for_update().select_related("board").get(pk=case.pk)
    if case.status == Case.Status.CLOSED:
        raise ChronologyRefused("The case is closed: its chronology doesn't change any more.")
    return case


def last_number(case: Case) -> int:
    """The highest number of an entry in the case; it is never used again."""
    return int(Entry.objects.filter(case=case).aggregate(last=Max("number"))["last"] or 0)


def tell(case: Case, operation: str, by: User, now: dt.datetime, **detail: Any) -> None:
    """Append to the case's history; `detail` says nothing of what an entry holds."""
    history.append(
        board=case.board,
        by=by,
        now=now,
        operation=f"reviews.{operation}",
        subject=case,
        detail=detail,
    )
