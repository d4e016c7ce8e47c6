from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.history.models.chain import Chain


class Entry(models.Model):
    """One change, as it was made. The database refuses to update or delete it.

    `operation` is `room.what_was_done`; `subject` is the kind and number of what it was done to;
    `detail` never holds what identifies a person. The seal, taken over all else and the seal of
    the entry before, is the key.
    """

    seal = models.CharField(max_length=64, primary_key=True)
    chain = models.ForeignKey(Chain, models.PROTECT, related_name="entries")
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    operation = models.CharField(max_length=80)
    subject = models.CharField(max_length=80)
    about = models.CharField(max_length=200)  # the subject in words, as it was called then
    detail = models.JSONField(default=dict)

    privacy: ClassVar[dict[str, str]] = {
        "seal": "internal",
        "chain": "internal",
        "number": "internal",
        "at": "confidential",
        "by": "confidential",
        "operation": "confidential",
        "subject": "confidential",
        "about": "confidential",
        "detail": "confidential",
    }

    class Meta:
        ordering = ("-number",)
        verbose_name_plural = "entries"
        indexes = (
            models.Index(fields=("subject", "-number")),
            models.Index(fields=("by", "-at")),
        )
        constraints = (
            models.UniqueConstraint(fields=("chain", "number"), name="one_entry_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.operation} {self.about}"
