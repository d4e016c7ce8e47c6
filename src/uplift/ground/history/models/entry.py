from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.boards.models import Board


class Chain(models.Model):
    """Where a board's history has got to; locked while an entry is added to it.

    `board` is empty for the instance's own chain. `head` is the last entry's seal, and `length`
    how many there are: so an entry cut off the end is missed too.
    """

    board = models.OneToOneField(Board, models.PROTECT, null=True, related_name="chain")
    head = models.CharField(max_length=64, blank=True)
    length = models.PositiveBigIntegerField(default=0)
    seal = models.CharField(max_length=64, blank=True)  # over head and length

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "internal",
        "head": "internal",
        "length": "internal",
        "seal": "internal",
    }

    def __str__(self) -> str:
        return f"history of {self.board or 'this instance'}"


class Entry(models.Model):
    """One change, as it was made. The database refuses to update or delete it.

    `operation` is `room.what_was_done`; `subject` is the kind and number of what it was done to;
    `detail` never holds what identifies a person.
    """

    chain = models.ForeignKey(Chain, models.PROTECT, related_name="entries")
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    operation = models.CharField(max_length=80)
    subject = models.CharField(max_length=80)
    about = models.CharField(max_length=200)  # the subject in words, as it was called then
    detail = models.JSONField(default=dict)
    seal = models.CharField(max_length=64)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "chain": "internal",
        "number": "internal",
        "at": "confidential",
        "by": "confidential",
        "operation": "confidential",
        "subject": "confidential",
        "about": "confidential",
        "detail": "confidential",
        "seal": "internal",
    }

    class Meta:
        ordering = ("-number",)
        indexes = (
            models.Index(fields=("subject", "-number")),
            models.Index(fields=("by", "-at")),
        )
        constraints = (
            models.UniqueConstraint(fields=("chain", "number"), name="one_entry_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.operation} {self.about}"
