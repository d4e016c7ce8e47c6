from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.boards.models import Agency
from uplift.loop.cases.models import Case


class Shared(models.Model):
    """An agency that was asked in the case may read the merged chronology too."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="chronology_shared")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "case": "internal",
        "agency": "internal",
        "by": "internal",
        "at": "internal",
    }

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "agency"), name="shared_once_an_agency"),
        )

    def __str__(self) -> str:
        return self.agency.name
