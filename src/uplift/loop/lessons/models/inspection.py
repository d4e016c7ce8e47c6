import datetime as dt
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.urls import reverse

from uplift.ground.access.scope import held
from uplift.ground.boards.models import Board
from uplift.ground.identity.models import User


class InspectionQuerySet(models.QuerySet["Inspection"]):
    """Inspections; every read starts from `visible_to`."""

    def visible_to(self, user: User, on: dt.date) -> Self:
        """Those of the boards at which this person reads the learning."""
        read_at = held(user, on).filter(capability="read_learning").values("board")
        return self.filter(board__in=read_at)


class Inspection(models.Model):
    """An outside judgement of the board: who inspected, when, what they concluded and why."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="inspections")
    body = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    on = models.DateField()
    judgement = models.CharField(max_length=200, blank=True)
    factors = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)  # where the whole text can be read
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    made_at = models.DateTimeField()

    objects = InspectionQuerySet.as_manager()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "internal",
        "body": "internal",
        "title": "internal",
        "on": "internal",
        "judgement": "internal",
        "factors": "internal",
        "source": "internal",
        "version": "internal",
        "by": "internal",
        "made_at": "internal",
    }

    class Meta:
        ordering = ("-on", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("board", "body", "on", "title"), name="one_inspection_a_title"
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("lessons:page", args=(self.board.slug, self.pk))
