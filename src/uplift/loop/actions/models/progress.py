from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.loop.actions.models.action import Action


class Progress(models.Model):
    """What an owner said of an action on a day; kept as it was said."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="progress")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    says = models.TextField()
    status = models.CharField(max_length=12, choices=Action.Status.choices)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "action": "internal",
        "at": "internal",
        "by": "internal",
        "says": "confidential",
        "status": "internal",
    }

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.action} on {self.at:%d %B %Y}"
