from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.boards.models import Board
from uplift.ground.history.models.chain import Chain


class Reading(models.Model):
    """Someone read, searched, opened or took away something. Never updated or deleted.

    Readings are links of their reader's chain; the seal is the key, as an entry's.
    """

    class Kind(models.TextChoices):
        PAGE = "page", "read"
        IDENTITY = "identity", "opened the identity"
        SEARCH = "search", "searched"
        EXPORT = "export", "exported"
        FILE = "file", "downloaded"

    seal = models.CharField(max_length=64, primary_key=True)
    chain = models.ForeignKey(Chain, models.PROTECT, related_name="readings")
    number = models.PositiveBigIntegerField()
    board = models.ForeignKey(Board, models.PROTECT, related_name="readings")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="readings")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    subject = models.CharField(max_length=80)
    about = models.CharField(max_length=200)
    reason = models.CharField(max_length=500, blank=True)

    privacy: ClassVar[dict[str, str]] = {
        "seal": "internal",
        "chain": "internal",
        "number": "internal",
        "board": "internal",
        "at": "confidential",
        "by": "confidential",
        "kind": "confidential",
        "subject": "confidential",
        "about": "confidential",
        "reason": "confidential",
    }

    class Meta:
        ordering = ("-at", "-number")
        indexes = (
            models.Index(fields=("subject", "-at")),
            models.Index(fields=("by", "-at")),
            models.Index(fields=("board", "-at")),
        )
        constraints = (
            models.UniqueConstraint(fields=("chain", "number"), name="one_reading_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.by} {self.get_kind_display()} {self.about}"
