import datetime as dt
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse

from uplift.ground.identity.models import User
from uplift.loop.learning.models.theme import Theme


class OutcomeQuerySet(models.QuerySet["Outcome"]):
    """Learning outcomes; every read starts from `visible_to`."""

    def visible_to(self, user: User, on: dt.date) -> Self:
        """Those of the themes that this person sees."""
        return self.filter(Exists(Theme.objects.visible_to(user, on).filter(pk=OuterRef("theme"))))


class Outcome(models.Model):
    """What will be different for children or adults, how it will be seen, from what to what.

    `next_on` is the day of the next evaluation, and empty once no more are planned; the room
    above keeps it, through `learning.operations.plan_evaluation`.
    """

    theme = models.ForeignKey(Theme, models.PROTECT, related_name="outcomes")
    statement = models.CharField(max_length=300)
    seen_by = models.CharField(max_length=300)  # the measure: how anyone will see it
    baseline = models.CharField(max_length=120)
    target = models.CharField(max_length=120)
    due = models.DateField()
    evaluate_on = models.DateField()  # planned before anything is delivered
    evaluate_how = models.CharField(max_length=300)
    next_on = models.DateField(null=True)
    made_on = models.DateField()
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)

    objects = OutcomeQuerySet.as_manager()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "theme": "internal",
        "statement": "internal",
        "seen_by": "internal",
        "baseline": "internal",
        "target": "internal",
        "due": "internal",
        "evaluate_on": "internal",
        "evaluate_how": "internal",
        "next_on": "internal",
        "made_on": "internal",
        "version": "internal",
        "by": "internal",
    }

    class Meta:
        ordering = ("due", "pk")
        indexes = (models.Index(fields=("next_on",)),)

    def __str__(self) -> str:
        return self.statement

    def get_absolute_url(self) -> str:
        """Its page, with actions and evaluations, which the room above draws."""
        return reverse("impact:outcome", args=(self.theme.board.slug, self.pk))
