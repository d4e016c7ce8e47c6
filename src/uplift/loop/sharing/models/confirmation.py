import datetime as dt
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from uplift.ground.access.scope import held
from uplift.ground.boards.models import Agency
from uplift.ground.identity.models import User
from uplift.loop.learning.models import overseen_by
from uplift.loop.sharing.models.briefing import Briefing


class ConfirmationQuerySet(models.QuerySet["Confirmation"]):
    """Confirmations; every read starts from `visible_to`."""

    def visible_to(self, user: User, on: dt.date) -> Self:
        """All of a briefing for those who follow every agency; an agency's own for its lead."""
        own = held(user, on).filter(
            board=OuterRef("briefing__board"),
            agency=OuterRef("agency"),
            capability="confirm_sharing",
        )
        return self.filter(Q(briefing__board__in=overseen_by(user, on)) | Exists(own))


class Confirmation(models.Model):
    """An agency is asked to pass a briefing on, and says when, how and to how many it did.

    `reached` and `staff` count people as the agency tells: so many of so many who should know.
    """

    briefing = models.ForeignKey(Briefing, models.PROTECT, related_name="confirmations")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="confirmations")
    asked_on = models.DateField()
    due = models.DateField()
    asked_again_on = models.DateField(null=True)
    confirmed_on = models.DateField(null=True)
    says = models.TextField(blank=True)
    reached = models.PositiveIntegerField(null=True)
    staff = models.PositiveIntegerField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)

    objects = ConfirmationQuerySet.as_manager()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "briefing": "internal",
        "agency": "internal",
        "asked_on": "internal",
        "due": "internal",
        "asked_again_on": "internal",
        "confirmed_on": "internal",
        "says": "internal",
        "reached": "internal",
        "staff": "internal",
        "by": "internal",
    }

    class Meta:
        ordering = ("agency__name",)
        constraints = (
            models.UniqueConstraint(fields=("briefing", "agency"), name="one_confirmation_each"),
        )

    def __str__(self) -> str:
        return f"{self.agency}: {self.briefing}"
