"""What this room does when rooms below tell of a change."""

from typing import Any

from django.db.models import QuerySet
from django.dispatch import receiver

from uplift.loop.impact.operations import note_impact
from uplift.loop.learning.models import Finding
from uplift.loop.learning.signals import regrouped


@receiver(regrouped, dispatch_uid="impact.follow")
def follow(findings: QuerySet[Finding], **_: Any) -> None:
    """Findings that change their themes change what has been shown of them."""
    note_impact(findings)
