"""What every operation of the room does at its beginning and end."""

import datetime as dt

from django.utils import timezone

from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case
from uplift.loop.publishing.models import Publication
from uplift.loop.publishing.plan import Plan, plan_of


class NothingToPublish(Refusal):
    """The case's type of review publishes nothing."""


def raise_if(refusal: Refusal | None) -> None:
    """Raise the refusal, if there is one."""
    if refusal:
        raise refusal


def plan_for(case: Case, now: dt.datetime) -> Plan:
    """The case's plan of publication on that day. Raises NothingToPublish."""
    plan = plan_of(case, timezone.localdate(now))
    if plan is None:
        raise NothingToPublish("Reviews of this type don't lead to a publication.")
    return plan


def tell(
    publication: Publication, operation: str, by: User, now: dt.datetime, **detail: object
) -> None:
    """Append what was done to the history."""
    history.append(
        board=publication.board,
        by=by,
        now=now,
        operation=f"publishing.{operation}",
        subject=publication,
        about=f"publication of {publication.case.reference}",
        detail={"case": publication.case_id, **detail},
    )
