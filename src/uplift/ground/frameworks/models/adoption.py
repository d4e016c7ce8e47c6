from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.boards.models import Board
from uplift.ground.frameworks.models.edition import Edition


class Adoption(models.Model):
    """From `starts` on, new work of the board follows this edition; open cases keep theirs."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="adoptions")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="adoptions")
    starts = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    at = models.DateTimeField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "public",
        "edition": "public",
        "starts": "public",
        "by": "internal",
        "at": "internal",
    }

    class Meta:
        ordering = ("-starts", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("board", "starts"), name="one_adoption_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.board} from {self.starts}"
