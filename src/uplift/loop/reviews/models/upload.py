from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.boards.models import Agency
from uplift.ground.identity.sealed import SealedField
from uplift.loop.cases.models import Case


class Upload(models.Model):
    """A workbook that was brought as a chronology, sealed as it came: it may hold real names.

    `problems` are [cell, sentence]; a workbook with problems brings nothing in. `agency` is empty
    for an account of another source.
    """

    class State(models.TextChoices):
        WRONG = "wrong", "Holds mistakes"
        READY = "ready", "Waits to be confirmed"
        TAKEN = "taken", "In the chronology"
        DROPPED = "dropped", "Thrown away"

    case = models.ForeignKey(Case, models.CASCADE, related_name="uploads")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=150)
    content = SealedField()
    rows = models.PositiveIntegerField(default=0)
    hidden = models.PositiveIntegerField(default=0)  # real names that were taken out
    problems = models.JSONField(default=list)
    left_out = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "case": "internal",
        "agency": "internal",
        "name": "confidential",
        "content": "identity",
        "rows": "internal",
        "hidden": "internal",
        "problems": "confidential",
        "left_out": "confidential",
        "state": "internal",
        "by": "internal",
        "at": "internal",
    }

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"workbook {self.pk}"
