from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.loop.publishing.models.publication import Publication


class CopyRequest(models.Model):
    """Somebody asked for a report, on the site or after its time there; and what they were told."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="requests")
    asked_on = models.DateField()
    who = models.CharField(max_length=200)  # "a member of the public" is enough
    answered_on = models.DateField(null=True)
    reply = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "publication": "internal",
        "asked_on": "internal",
        "who": "confidential",
        "answered_on": "internal",
        "reply": "confidential",
        "by": "internal",
    }

    class Meta:
        ordering = ("-asked_on", "-pk")

    def __str__(self) -> str:
        return f"request of {self.asked_on}"
