"""The case's own record of what happens to its publication."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from django.utils import timezone

from uplift.engine.process import Fact
from uplift.ground.identity.models import User
from uplift.loop.cases import operations as cases
from uplift.loop.cases.models import Case
from uplift.loop.cases.operations.recording import refusals
from uplift.loop.publishing.plan import Plan


def record_if_allowed(
    plan: Plan,
    step: str | None,
    outcome: str,
    *,
    by: User,
    roles: Collection[str],
    now: dt.datetime,
    values: Mapping[str, Any] | None = None,
) -> bool:
    """Record the step in the case if the framework has it and lets this person; tells whether.

    What is urgent isn't held up by whose seat it is: the history has it in any case.
    """
    if step is None:
        return False
    today = timezone.localdate(now)
    case = Case.objects.get(pk=plan.case.pk)
    fact = Fact(step=step, on=today, outcome=outcome, values=values or {}, recorded_at=now)
    if refusals(case, fact, roles=roles, today=today):
        return False
    cases.record(
        case=case,
        step=step,
        on=today,
        outcome=outcome,
        values=values,
        by=by,
        roles=roles,
        now=now,
        version=case.version,
    )
    return True
