from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.boards.models import Agency
from uplift.loop.sharing.models.briefing import Briefing


class Delivery(models.Model):
    """A briefing reached some people by one of the framework's routes on a day.

    `route` is a key of the pack's routes; `reach` counts people, as told by who delivered it.
    """

    briefing = models.ForeignKey(Briefing, models.PROTECT, related_name="deliveries")
    route = models.CharField(max_length=60)
    audience = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="deliveries")
    on = models.DateField()
    reach = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "briefing": "internal",
        "route": "internal",
        "audience": "internal",
        "agency": "internal",
        "on": "internal",
        "reach": "internal",
        "by": "internal",
    }

    class Meta:
        ordering = ("-on", "-pk")
        verbose_name_plural = "deliveries"

    def __str__(self) -> str:
        return f"{self.briefing} to {self.audience}"
