from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.boards.models import Agency, Board, Seat


class Grant(models.Model):
    """A seat, spread over the boards it counts at and the capabilities of its role.

    A projection of seats and powers, made anew whenever either changes, so that every scope is a
    plain EXISTS. A role without capabilities still has one row, with the capability `attend`.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="grants")
    board = models.ForeignKey(Board, models.CASCADE, related_name="grants")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="grants")
    role = models.CharField(max_length=60)
    capability = models.CharField(max_length=40)
    agency = models.ForeignKey(Agency, models.CASCADE, null=True, related_name="grants")
    starts = models.DateField()
    ends = models.DateField(null=True)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "user": "internal",
        "board": "internal",
        "seat": "internal",
        "role": "internal",
        "capability": "internal",
        "agency": "internal",
        "starts": "internal",
        "ends": "internal",
    }

    class Meta:
        indexes = (models.Index(fields=("user", "board", "capability", "role")),)
        constraints = (
            models.UniqueConstraint(fields=("seat", "board", "capability"), name="one_grant_each"),
        )

    def __str__(self) -> str:
        return f"{self.user} may {self.capability} at {self.board}"
