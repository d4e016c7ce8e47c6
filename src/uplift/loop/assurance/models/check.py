from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.frameworks.models import Adoption


class Check(models.Model):
    """What the board found of something that its framework asks it to check: `item` is an element
    of the pack or a clause that isn't verified. A later answer stands beside it."""

    class Holds(models.TextChoices):
        YES = "yes", "Yes, it is right as it stands"
        NO = "no", "No, it has to be changed"

    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="checks")
    item = models.CharField(max_length=200)
    holds = models.CharField(max_length=3, choices=Holds.choices)
    says = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "adoption": "internal",
        "item": "public",
        "holds": "internal",
        "says": "internal",
        "by": "internal",
        "at": "internal",
    }

    class Meta:
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=("adoption", "item", "-at")),)

    def __str__(self) -> str:
        return f"{self.item}: {self.get_holds_display()}"
