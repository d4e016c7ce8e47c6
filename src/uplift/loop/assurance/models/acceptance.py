from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from uplift.ground.boards.models import Agency
from uplift.ground.frameworks.models import Adoption


class Acceptance(models.Model):
    """An agency accepts the framework as the board has adopted it: `name`, who holds `post`,
    accepted for the agency. Another adoption asks again.

    Entered by mistake, it is taken back with a reason and stays on record.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="acceptances")
    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="acceptances")
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=200)
    on = models.DateField()
    evidence = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    taken_back_because = models.CharField(max_length=500, blank=True)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "agency": "internal",
        "adoption": "internal",
        "name": "internal",
        "post": "internal",
        "on": "internal",
        "evidence": "internal",
        "by": "internal",
        "at": "internal",
        "taken_back_at": "internal",
        "taken_back_by": "internal",
        "taken_back_because": "internal",
    }

    class Meta:
        ordering = ("-on", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("adoption", "agency"),
                condition=Q(taken_back_at__isnull=True),
                name="one_acceptance_an_agency",
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency}, {self.name}"
