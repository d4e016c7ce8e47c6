from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.boards.models import Board


class File(models.Model):
    """A file as uploaded, under a name of our own on the disk; who may have it, the room that
    links to it says."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="files")
    name = models.CharField(max_length=150)  # safe, as shown and downloaded
    content_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()  # bytes
    sha256 = models.CharField(max_length=64)
    stored = models.CharField(max_length=100, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    at = models.DateTimeField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "internal",
        "name": "confidential",
        "content_type": "internal",
        "size": "internal",
        "sha256": "internal",
        "stored": "internal",
        "by": "internal",
        "at": "internal",
    }

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.name
