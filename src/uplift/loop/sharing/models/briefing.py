import datetime as dt
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from modelsearch import index

from uplift.ground.access.scope import held
from uplift.ground.boards.models import Board
from uplift.ground.identity.models import User
from uplift.loop.learning.models import Finding, read_at


class BriefingQuerySet(models.QuerySet["Briefing"]):
    """Briefings; every read starts from `visible_to`."""

    def visible_to(self, user: User, on: dt.date) -> Self:
        """Issued ones for every reader of the board's learning; drafts for those who share."""
        shared_at = held(user, on).filter(capability="share").values("board")
        issued = Q(issued_on__isnull=False, board__in=read_at(user, on))
        return self.filter(issued | Q(board__in=shared_at))


class Briefing(index.Indexed, models.Model):
    """The learning of some findings, written for practitioners (Markdown)."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="briefings")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    body = models.TextField()
    findings = models.ManyToManyField(Finding, related_name="briefings")
    issued_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    made_on = models.DateField()

    objects = BriefingQuerySet.as_manager()
    search_fields = (index.SearchField("title"), index.SearchField("body"))

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "internal",
        "number": "internal",
        "title": "internal",
        "body": "internal",
        "issued_on": "internal",
        "version": "internal",
        "by": "internal",
        "made_on": "internal",
    }

    class Meta:
        ordering = ("-made_on", "-number")
        constraints = (
            models.UniqueConstraint(fields=("board", "number"), name="one_briefing_a_number"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("sharing:briefing", args=(self.board.slug, self.number))
