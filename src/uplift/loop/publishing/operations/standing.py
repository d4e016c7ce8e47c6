"""Taking a publication off the site: at once, or when its time is over."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from uplift.ground.drafts.versions import claim
from uplift.ground.identity.models import User
from uplift.loop.cases import operations as cases
from uplift.loop.publishing import policies
from uplift.loop.publishing.models import Publication
from uplift.loop.publishing.operations.steps import record_if_allowed
from uplift.loop.publishing.operations.telling import plan_for, raise_if, tell

Status, Standing = Publication.Status, Publication.Standing


@transaction.atomic
def withdraw(
    *,
    publication: Publication,
    reason: str,
    notice: str,
    by: User,
    roles: Collection[str],
    now: dt.datetime,
) -> Publication:
    """Take it off the site at once. `reason` is kept for the board; `notice`, if any, is all that
    the public is told besides the day. To come back, the text is approved and published again."""
    publication = Publication.objects.select_for_update().get(pk=publication.pk)
    raise_if(policies.can_withdraw(publication))
    publication = claim(
        publication,
        publication.version,
        typed={},
        standing=Standing.WITHDRAWN,
        withdrawn_on=timezone.localdate(now),
        withdrawal_reason=reason,
        withdrawal_notice=notice,
        status=Status.DRAFT,
        approved_by=None,
        approved_for="",
    )
    plan = plan_for(publication.case, now)
    record_if_allowed(
        plan,
        plan.rules.withdrawn,
        "down",
        by=by,
        roles=roles,
        now=now,
        values={"reasons": reason},
    )
    tell(publication, "withdrawn", by, now)
    return publication


@transaction.atomic
def remove(
    *,
    publication: Publication,
    version: int,
    by: User,
    roles: Collection[str],
    now: dt.datetime,
) -> Publication:
    """Take it off the site once its time is over; from then on it is given on request, where the
    framework says so. Raises NotAllowedYet with the day until which it stays."""
    today = timezone.localdate(now)
    raise_if(policies.can_remove(publication, today))
    plan = plan_for(publication.case, now)
    publication = claim(
        publication,
        version,
        typed={},
        standing=Standing.ON_REQUEST if plan.on_request else Standing.REMOVED,
    )
    if plan.rules.removed:
        cases.record(
            case=publication.case,
            step=plan.rules.removed,
            on=today,
            by=by,
            roles=roles,
            now=now,
            version=publication.case.version,
        )
    tell(publication, "removed", by, now)
    return publication
