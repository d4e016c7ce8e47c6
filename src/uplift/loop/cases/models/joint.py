from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from uplift.ground.boards.models import Board


class JointBoard(models.Model):
    """Another board that takes part in the review, between two dates; the case's own board leads.

    Its business unit and its chair follow how the review stands, and its register takes in what
    the lead board releases. Who is to work on the case joins its team.
    """

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="joint_boards")
    board = models.ForeignKey(Board, models.PROTECT, related_name="joint_cases")
    why = models.CharField(max_length=500)
    since = models.DateField()
    ends = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "case": "internal",
        "board": "internal",
        "why": "confidential",
        "since": "internal",
        "ends": "internal",
        "by": "internal",
    }

    class Meta:
        ordering = ("since", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("case", "board"), condition=Q(ends__isnull=True), name="joint_once"
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("since")),
                name="joint_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.board} in {self.case_id}"
