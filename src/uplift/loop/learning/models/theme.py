import datetime as dt
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.urls import reverse

from uplift.ground.boards.models import Board
from uplift.ground.identity.models import User
from uplift.loop.learning.models.finding import Finding
from uplift.loop.learning.models.readers import read_at


class ThemeQuerySet(models.QuerySet["Theme"]):
    """Themes; every read starts from `visible_to`."""

    def visible_to(self, user: User, on: dt.date) -> Self:
        """Those of the boards at which this person reads the learning."""
        return self.filter(board__in=read_at(user, on))


class Theme(models.Model):
    """Findings that say the same, from wherever they came; a priority of the year with reasons."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="themes")
    name = models.CharField(max_length=200)
    says = models.TextField(blank=True)
    priority_year = models.PositiveIntegerField(null=True)  # the year it is a priority in
    reason = models.TextField(blank=True)
    findings = models.ManyToManyField(Finding, related_name="themes", through="learning.Grouping")
    made_on = models.DateField()
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)

    objects = ThemeQuerySet.as_manager()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "internal",
        "name": "internal",
        "says": "internal",
        "priority_year": "internal",
        "reason": "internal",
        "made_on": "internal",
        "version": "internal",
        "by": "internal",
    }

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("board", "name"), name="one_theme_a_name"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("learning:theme", args=(self.board.slug, self.pk))


class Grouping(models.Model):
    """A finding has stood in a theme since a day."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="groupings")
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="groupings")
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "theme": "internal",
        "finding": "internal",
        "on": "internal",
        "by": "internal",
    }

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("theme", "finding"), name="once_in_a_theme"),
        )

    def __str__(self) -> str:
        return f"{self.finding} in {self.theme}"
