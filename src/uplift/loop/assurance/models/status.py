from typing import ClassVar

from django.db import models

from uplift.ground.boards.models import Board


class ClauseStatus(models.Model):
    """How one clause of the edition in force stood when it was last counted (`counted_at`).

    A summary that `operations.count` writes anew, so that pages need one plain query. `says` is
    the sentence that explains the state: the figure, the attestation or what is missing; `wording`
    the clause itself in a line.
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
    clause = models.CharField(max_length=40)
    wording = models.CharField(max_length=120, blank=True)
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
        "wording": "public",
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
