"""Keeping on each finding since when it has an action, and since when all of them last."""

from django.db.models import Case, Exists, OuterRef, QuerySet, Subquery, When

from uplift.loop.actions.models import Action
from uplift.loop.learning.models import Finding
from uplift.loop.learning.operations import set_reached


def note_actions(findings: QuerySet[Finding]) -> None:
    """Count anew when these findings first had an action that wasn't declined, and on which day
    the last of their actions was embedded, if all are."""
    live = Action.objects.filter(findings=OuterRef("pk")).exclude(status=Action.Status.DECLINED)
    pending = live.exclude(status=Action.Status.EMBEDDED)
    set_reached(
        findings,
        acted_on=Subquery(live.order_by("made_on").values("made_on")[:1]),
        embedded_on=Case(
            When(
                ~Exists(pending),
                then=Subquery(live.order_by("-embedded_on").values("embedded_on")[:1]),
            ),
            default=None,
        ),
    )
