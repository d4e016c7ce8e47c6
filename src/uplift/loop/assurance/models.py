"""Is each clause of the board's own framework honoured?"""

from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.boards.models import Board


class Attestation(models.Model):
    """A named person states, with evidence and a date, how a clause is honoured.

    It counts until `again_on`; then it is asked for again. A later one stands beside it, never in
    its place.
    """

    board = models.ForeignKey(Board, models.PROTECT, related_name="attestations")
    clause = models.CharField(max_length=30)
    honoured = models.BooleanField()
    says = models.TextField()
    evidence = models.TextField()
    on = models.DateField()
    again_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    at = models.DateTimeField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "internal",
        "clause": "public",
        "honoured": "internal",
        "says": "internal",
        "evidence": "internal",
        "on": "internal",
        "again_on": "internal",
        "by": "internal",
        "at": "internal",
    }

    class Meta:
        ordering = ("-on", "-pk")
        indexes = (models.Index(fields=("board", "clause", "-on")),)

    def __str__(self) -> str:
        return f"{self.clause} on {self.on}"
