"""Letting agencies read the merged chronology."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from uplift.ground.boards.models import Agency
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case
from uplift.loop.reviews.models import Shared
from uplift.loop.reviews.operations.telling import ChronologyRefused, tell
from uplift.loop.reviews.queries import asked_agencies


@transaction.atomic
def share_with(*, case: Case, agencies: Iterable[Agency], by: User, now: dt.datetime) -> None:
    """Let these agencies read what all sources told, and no others any more."""
    chosen = {agency.pk: agency for agency in agencies}
    if set(chosen) - set(asked_agencies(case).values_list("pk", flat=True)):
        raise ChronologyRefused("Only agencies that are asked in this case can read it.")
    Shared.objects.filter(case=case).exclude(agency__in=chosen).delete()
    there = set(Shared.objects.filter(case=case).values_list("agency", flat=True))
    Shared.objects.bulk_create(
        Shared(case=case, agency_id=pk, by=by, at=now) for pk in chosen if pk not in there
    )
    slugs = sorted(agency.slug for agency in chosen.values())
    tell(case, "chronology_shared", by, now, agencies=slugs)
