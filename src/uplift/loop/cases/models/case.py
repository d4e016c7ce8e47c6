import datetime as dt
from functools import cached_property
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from modelsearch import index

from uplift.engine.spec import Pack, Process
from uplift.ground.access.scope import held
from uplift.ground.boards.models import Board
from uplift.ground.frameworks.models import Edition
from uplift.ground.identity.models import User
from uplift.loop.cases.models.joint import JointBoard
from uplift.loop.cases.models.team import CaseRole, Conflict, Member


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases; every read starts from `visible_to`."""

    def visible_to(self, user: User, on: dt.date) -> Self:
        """The cases that `user` needs to know of on that day.

        The business unit sees its board's cases; a group sees those whose process gives its role a
        part; a team member sees theirs between the dates of the membership; the business unit of
        another board that takes part sees the joint review. A declared conflict shuts out whatever
        else would let in (design §4).
        """
        unit = held(user, on).filter(board=OuterRef("board"), capability="see_every_case")
        part = CaseRole.objects.filter(
            Exists(
                held(user, on).filter(
                    board=OuterRef("board"), role=OuterRef("role"), capability="see_case"
                )
            ),
            case=OuterRef("pk"),
        )
        team = Member.objects.filter(
            Q(ends__isnull=True) | Q(ends__gte=on), case=OuterRef("pk"), user=user, starts__lte=on
        )
        joint = JointBoard.objects.filter(
            Q(ends__isnull=True) | Q(ends__gte=on),
            Exists(held(user, on).filter(board=OuterRef("board"), capability="see_every_case")),
            case=OuterRef("pk"),
            since__lte=on,
        )
        conflict = Conflict.objects.filter(case=OuterRef("pk"), user=user)
        seen = Exists(unit) | Exists(part) | Exists(team) | Exists(joint)
        return self.filter(seen).exclude(Exists(conflict))


class Case(index.Indexed, models.Model):
    """One incident and what the board does about it, known by its reference and a pseudonym.

    `process` is the review type it runs as now. `version` counts the writes: a form that was
    opened at an older version is not saved over a newer one.
    """

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        PAUSED = "paused", "Paused"
        CLOSED = "closed", "Closed"

    board = models.ForeignKey(Board, models.PROTECT, related_name="cases")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="cases")
    process = models.CharField(max_length=60)
    started_as = models.CharField(max_length=60)
    reference = models.CharField(max_length=20)
    pseudonym = models.CharField(max_length=80)
    opened_on = models.DateField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    due = models.DateField(null=True)  # the nearest due day among the open tasks
    next_step = models.CharField(max_length=200, blank=True)  # in words
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    made_at = models.DateTimeField()

    objects = CaseQuerySet.as_manager()
    search_fields = (index.SearchField("pseudonym"), index.SearchField("reference_words"))

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "internal",
        "edition": "internal",
        "process": "confidential",
        "started_as": "confidential",
        "reference": "internal",
        "pseudonym": "confidential",
        "opened_on": "confidential",
        "status": "confidential",
        "due": "confidential",
        "next_step": "confidential",
        "version": "internal",
        "by": "internal",
        "made_at": "confidential",
    }

    class Meta:
        ordering = ("-opened_on", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("board", "reference"), name="one_case_a_reference"),
        )
        indexes = (
            models.Index(fields=("board", "status", "-opened_on")),
            models.Index(fields=("board", "status", "due")),
            models.Index(fields=("board", "-opened_on", "-id")),
        )

    def __str__(self) -> str:
        return f"{self.pseudonym}, {self.reference}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("cases:page", args=(self.board.slug, self.reference))

    def reference_words(self) -> str:
        """The reference for the search index, which takes -2026 for a negative number."""
        return self.reference.replace("-", " ")

    @cached_property
    def pack(self) -> Pack:
        """The framework as the board had adopted it when the case opened."""
        return self.edition.pack

    @property
    def type(self) -> Process:
        """The review type that the case runs as now."""
        return self.pack.processes[self.process]
