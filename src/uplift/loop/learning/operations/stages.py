"""Keeping the days on which findings got to each stage; see `learning.models.stages`."""

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Greatest

from uplift.loop.learning.models import Finding, Grouping
from uplift.loop.learning.signals import regrouped


def set_reached(findings: QuerySet[Finding], **days: Combinable) -> None:
    """Write when these findings first got to a stage, as an expression over `OuterRef("pk")`.

    It is the rooms' above too: what they know about a finding lies on the finding itself.
    """
    findings.order_by().update(**days)


def note_grouping(findings: QuerySet[Finding]) -> None:
    """Count anew since when these findings have had a theme and, by it, an outcome."""
    groupings = Grouping.objects.filter(finding=OuterRef("pk"))
    aims = groupings.filter(theme__outcomes__isnull=False).annotate(
        day=Greatest("on", "theme__outcomes__made_on")
    )
    set_reached(
        findings,
        themed_on=Subquery(groupings.order_by("on").values("on")[:1]),
        outcome_on=Subquery(aims.order_by("day").values("day")[:1]),
    )
    regrouped.send(sender=Finding, findings=findings)
