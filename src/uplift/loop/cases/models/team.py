from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.boards.models import Agency, Board


class CaseRole(models.Model):
    """A role of `board` has a part in the case: whoever holds it there sees the case.

    Written when the case opens or changes its type, from the steps of the process.
    """

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="roles")
    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    role = models.CharField(max_length=60)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "case": "internal",
        "board": "internal",
        "role": "internal",
    }

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "board", "role"), name="one_part_a_role"),
        )

    def __str__(self) -> str:
        return self.role


class Member(models.Model):
    """Someone who works on this case, in a role of the pack, between two dates.

    `invited_for` is the step that appointed them, where one did.
    """

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=60)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "case": "internal",
        "user": "internal",
        "role": "internal",
        "agency": "internal",
        "starts": "internal",
        "ends": "internal",
    }

    class Meta:
        ordering = ("starts", "pk")
        indexes = (models.Index(fields=("user", "case")),)

    def __str__(self) -> str:
        return f"{self.user} as {self.role}"


class Conflict(models.Model):
    """Someone has declared an interest in the case, and so no longer sees it."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="conflicts")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="conflicts")
    reason = models.CharField(max_length=500)
    declared_on = models.DateField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "case": "internal",
        "user": "confidential",
        "reason": "confidential",
        "declared_on": "confidential",
    }

    class Meta:
        constraints = (models.UniqueConstraint(fields=("case", "user"), name="one_conflict_each"),)

    def __str__(self) -> str:
        return f"{self.user} has an interest"
