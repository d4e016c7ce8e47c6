import datetime as dt
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef

from uplift.ground.access.scope import held
from uplift.ground.boards.models import Agency
from uplift.ground.identity.models import User
from uplift.loop.sharing.models.briefing import Briefing


class ConfirmationQuerySet(models.QuerySet["Confirmation"]):
    """Confirmations; every read starts from `visible_to`."""

    def visible_to(self, user: User, on: dt.date) -> Self:
        """All of a briefing for those who share; an agency's own for those who answer for it."""
        sharer = held(user, on).filter(board=OuterRef("briefing__board"), capability="share")
        own = held(user, on).filter(
            board=OuterRef("briefing__board"),
            agency=OuterRef("agency"),
            capability="confirm_sharing",
        )
        return self.filter(Exists(sharer) | Exists(own))


class Confirmation(models.Model):
    """An agency is asked to pass a briefing on, and says when and how it did."""

    briefing = models.ForeignKey(Briefing, models.PROTECT, related_name="confirmations")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="confirmations")
    asked_on = models.DateField()
    due = models.DateField()
    confirmed_on = models.DateField(null=True)
    says = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)

    objects = ConfirmationQuerySet.as_manager()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "briefing": "internal",
        "agency": "internal",
        "asked_on": "internal",
        "due": "internal",
        "confirmed_on": "internal",
        "says": "internal",
        "by": "internal",
    }

    class Meta:
        ordering = ("agency__name",)
        constraints = (
            models.UniqueConstraint(fields=("briefing", "agency"), name="one_confirmation_each"),
        )

    def __str__(self) -> str:
        return f"{self.agency}: {self.briefing}"
