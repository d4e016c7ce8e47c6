from typing import ClassVar

from django.db import models

from uplift.ground.boards.models import Board


class Power(models.Model):
    """A role of the board's framework may do this. Written when the board adopts an edition.

    A role held `in_case` may do it only in the cases whose team someone belongs to.
    """

    board = models.ForeignKey(Board, models.CASCADE, related_name="powers")
    role = models.CharField(max_length=60)
    role_name = models.CharField(max_length=200)
    capability = models.CharField(max_length=40)
    in_case = models.BooleanField(default=False)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "internal",
        "role": "internal",
        "role_name": "internal",
        "capability": "internal",
        "in_case": "internal",
    }

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("board", "role", "capability"), name="one_power_a_role"
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} may {self.capability}"
