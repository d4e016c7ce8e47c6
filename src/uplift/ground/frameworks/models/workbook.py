import json
from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.boards.models import Board
from uplift.ground.frameworks.models.edition import Edition


class Workbook(models.Model):
    """A framework that a board is making: plain data, with faults until it is ready to adopt.

    `trials` holds what was tried out with it, by process; no case knows of it. Once it is adopted
    (`edition`) it stays as it is.
    """

    board = models.ForeignKey(Board, models.PROTECT, related_name="workbooks")
    name = models.CharField(max_length=300)
    begun_from = models.CharField(max_length=400)
    content = models.TextField()
    trials = models.TextField(default="{}")
    version = models.PositiveIntegerField(default=1)
    edition = models.ForeignKey(
        Edition, models.PROTECT, null=True, blank=True, related_name="workbooks"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "internal",
        "name": "internal",
        "begun_from": "internal",
        "content": "internal",
        "trials": "internal",
        "version": "internal",
        "edition": "internal",
        "by": "internal",
        "begun_at": "internal",
        "changed_at": "internal",
    }

    class Meta:
        ordering = ("-changed_at", "-pk")

    def __str__(self) -> str:
        return self.name

    @property
    def raw(self) -> dict[str, Any]:
        """The framework as plain data, the caller's own to change."""
        raw: dict[str, Any] = json.loads(self.content)
        return raw
