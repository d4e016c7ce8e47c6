import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from uplift.ground.access.scope import held
from uplift.ground.boards.models import Agency, Board
from uplift.ground.identity.models import User
from uplift.loop.cases.models.case import Case
from uplift.loop.cases.models.team import Member


class TaskQuerySet(models.QuerySet["Task"]):
    """Tasks; every read starts from `visible_to`."""

    def visible_to(self, user: User, on: dt.date) -> Self:
        """Tasks of cases that `user` sees, and those asked of an agency that they answer for."""
        case = Case.objects.visible_to(user, on).filter(pk=OuterRef("case"))
        agency = held(user, on).filter(
            board=OuterRef("board"), agency=OuterRef("agency"), capability="answer_return"
        )
        return self.filter(Exists(case) | Exists(agency))

    def for_hands_of(self, user: User, on: dt.date) -> Self:
        """Open tasks that are this person's to do."""
        return self.in_hands_of(user, on).filter(state="open")

    def in_hands_of(self, user: User, on: dt.date) -> Self:
        """Tasks that are or were this person's to do: by seat, by membership or by agency."""
        seat = held(user, on).filter(board=OuterRef("board"), role=OuterRef("role"))
        team = Member.objects.filter(
            Q(ends__isnull=True) | Q(ends__gte=on),
            case=OuterRef("case"),
            user=user,
            role=OuterRef("role"),
            starts__lte=on,
        )
        agency = held(user, on).filter(
            board=OuterRef("board"), agency=OuterRef("agency"), capability="answer_return"
        )
        return self.visible_to(user, on).filter(
            Q(agency__isnull=True) & (Exists(seat) | Exists(team)) | Exists(agency)
        )


class Task(models.Model):
    """One step of one case as it stands: a projection of the facts, rewritten with each of them.

    Dropping all tasks and rebuilding them gives the same rows. `item` and `agency` are filled for
    a step that is asked of each of several agencies. Days are counted when the page is drawn.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="tasks")
    board = models.ForeignKey(Board, models.CASCADE, related_name="+")  # the case's, for the lists
    position = models.PositiveIntegerField()  # in the process
    step = models.CharField(max_length=60)
    item = models.CharField(max_length=60, blank=True)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    role = models.CharField(max_length=60)
    state = models.CharField(max_length=12)
    optional = models.BooleanField(default=False)
    due = models.DateField(null=True)
    done_on = models.DateField(null=True)
    outcome = models.CharField(max_length=60, blank=True)
    reason_needed = models.BooleanField(default=False)  # it is or was late
    reason_given = models.BooleanField(default=False)
    explanation = models.CharField(max_length=400, blank=True)

    objects = TaskQuerySet.as_manager()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "case": "internal",
        "board": "internal",
        "position": "internal",
        "step": "confidential",
        "item": "confidential",
        "agency": "confidential",
        "name": "confidential",
        "kind": "confidential",
        "role": "internal",
        "state": "confidential",
        "optional": "internal",
        "due": "confidential",
        "done_on": "confidential",
        "outcome": "confidential",
        "reason_needed": "confidential",
        "reason_given": "confidential",
        "explanation": "confidential",
    }

    class Meta:
        ordering = ("case", "position", "item")
        indexes = (
            models.Index(fields=("board", "state", "role", "due")),
            models.Index(fields=("board", "state", "agency", "due")),
            models.Index(
                fields=("board", "role", "due"),
                condition=Q(reason_needed=True, reason_given=False),
                name="task_reasons_asked",
            ),
            models.Index(
                fields=("board", "due"),
                condition=Q(state__in=("open", "waiting")),
                name="task_ahead",
            ),
        )
        constraints = (
            models.UniqueConstraint(fields=("case", "step", "item"), name="one_task_a_step"),
        )

    def __str__(self) -> str:
        return self.name
