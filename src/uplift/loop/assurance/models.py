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


class ClauseStatus(models.Model):
    """How one clause of the edition in force stood when it was last counted (`counted_at`).

    A summary that `operations.count` writes anew, so that pages need one plain query. `says` is
    the sentence that explains the state: the figure, the attestation or what is missing.
    """

    class Kind(models.TextChoices):
        BUILT_IN = "built in", "Built in"
        MEASURED = "measured", "Measured"
        ATTESTED = "attested", "Attested"
        PLANNED = "planned", "Planned"

    class State(models.TextChoices):
        HONOURED = "honoured", "Honoured"
        NOT_HONOURED = "not_honoured", "Not honoured"
        NO_RECORDS = "no_records", "No records yet"
        TO_ATTEST = "to_attest", "To attest"
        PLANNED = "planned", "Not yet in Uplift"

    board = models.ForeignKey(Board, models.CASCADE, related_name="clause_statuses")
    position = models.PositiveIntegerField()  # in the document
    clause = models.CharField(max_length=30)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    state = models.CharField(max_length=14, choices=State.choices)
    says = models.CharField(max_length=400)
    role = models.CharField(max_length=60, blank=True)  # who attests it
    due = models.DateField(null=True)  # when the attestation is due
    counted_at = models.DateTimeField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "internal",
        "position": "internal",
        "clause": "public",
        "kind": "internal",
        "state": "internal",
        "says": "internal",
        "role": "internal",
        "due": "internal",
        "counted_at": "internal",
    }

    class Meta:
        ordering = ("position",)
        verbose_name_plural = "clause statuses"
        constraints = (
            models.UniqueConstraint(fields=("board", "clause"), name="one_status_a_clause"),
        )

    def __str__(self) -> str:
        return f"{self.clause}: {self.get_state_display()}"
