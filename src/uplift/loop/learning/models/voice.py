from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.loop.learning.models.finding import Finding


class Voice(models.Model):
    """What somebody says of a finding, in their words or in ours where they must stay unknown.

    Whoever sees the finding reads it; so it must name nobody once the finding is released.
    """

    class Whose(models.TextChoices):
        CHILD = "child", "Child or young person"
        ADULT = "adult", "Adult who uses services"
        FAMILY = "family", "Family"
        PRACTITIONER = "practitioner", "Practitioner"
        MANAGER = "manager", "Manager"
        DATA = "data", "Data"
        AUDIT = "audit", "Audit"
        RESEARCH = "research", "Research"

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="voices")
    whose = models.CharField(max_length=20, choices=Whose.choices)
    says = models.TextField()
    source = models.CharField(max_length=200)  # meeting, survey, audit …
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "finding": "internal",
        "whose": "confidential",
        "says": "confidential",
        "source": "confidential",
        "on": "confidential",
        "by": "internal",
    }

    class Meta:
        ordering = ("whose", "on", "pk")

    def __str__(self) -> str:
        return f"{self.get_whose_display()}, {self.source}"
