from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from uplift.ground.boards.models.agency import Agency
from uplift.ground.boards.models.board import Board
from uplift.ground.boards.models.group import Group


class Seat(models.Model):
    """Someone's place at a board, or in a group and so at each of its boards, between two dates.

    `role` is a key of the pack's roles. Both dates belong to the seat; no end means until further
    notice.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="seats")
    role = models.CharField(max_length=60)
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="seats")
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="seats")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="seats")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "user": "internal",
        "role": "internal",
        "board": "internal",
        "group": "internal",
        "agency": "internal",
        "starts": "internal",
        "ends": "internal",
    }

    class Meta:
        ordering = ("-starts", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(board__isnull=False) ^ Q(group__isnull=False),
                name="seat_at_a_board_or_in_a_group",
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="seat_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} as {self.role}"
