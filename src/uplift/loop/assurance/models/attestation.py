from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.boards.models import Board
from uplift.ground.documents.models import File
from uplift.ground.frameworks.models import Adoption


class Attestation(models.Model):
    """A named person states, with evidence and a date, how a clause is honoured.

    It counts until `again_on`, as long as the board works by the same adoption; then it is asked
    for again. A later one stands beside it, never in its place.
    """

    board = models.ForeignKey(Board, models.PROTECT, related_name="attestations")
    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="attestations")
    clause = models.CharField(max_length=40)
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
        "adoption": "internal",
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


class Evidence(models.Model):
    """A file that shows what a statement says; whoever reads the statement may have it."""

    attestation = models.ForeignKey(Attestation, models.PROTECT, related_name="files")
    file = models.OneToOneField(File, models.PROTECT, related_name="evidence")

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "attestation": "internal",
        "file": "internal",
    }

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return str(self.file)
