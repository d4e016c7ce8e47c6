from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.boards.models import Board


class Reading(models.Model):
    """Someone read, searched, opened or took away something. Never updated or deleted.

    Readings are not chained one by one, so that readers don't wait for each other: a job seals
    them in batches, each batch an entry of its board's chain.
    """

    class Kind(models.TextChoices):
        PAGE = "page", "read"
        IDENTITY = "identity", "opened the identity"
        SEARCH = "search", "searched"
        EXPORT = "export", "exported"
        FILE = "file", "downloaded"

    board = models.ForeignKey(Board, models.PROTECT, related_name="readings")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="readings")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    subject = models.CharField(max_length=80)
    about = models.CharField(max_length=200)
    reason = models.CharField(max_length=500, blank=True)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "internal",
        "at": "confidential",
        "by": "confidential",
        "kind": "confidential",
        "subject": "confidential",
        "about": "confidential",
        "reason": "confidential",
    }

    class Meta:
        ordering = ("-at", "-pk")
        indexes = (
            models.Index(fields=("subject", "-at")),
            models.Index(fields=("by", "-at")),
            models.Index(fields=("board", "id")),
        )

    def __str__(self) -> str:
        return f"{self.by} {self.get_kind_display()} {self.about}"
