import datetime as dt
import hashlib
import json
from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.engine import process


class Fact(models.Model):
    """Something recorded of a case. The database refuses to change it: a later fact corrects it.

    Fields as the engine reads them (see `uplift.engine.process.Fact`); `signed` tells that the
    person entered their password for this very record.
    """

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="facts")
    step = models.CharField(max_length=60)
    item = models.CharField(max_length=60, blank=True)
    on = models.DateField()
    outcome = models.CharField(max_length=60, blank=True)
    values = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    as_role = models.CharField(max_length=60, blank=True)
    recorded_at = models.DateTimeField()
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrected_by")
    void = models.BooleanField(default=False)
    signed = models.BooleanField(default=False)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "case": "internal",
        "step": "confidential",
        "item": "confidential",
        "on": "confidential",
        "outcome": "confidential",
        "values": "confidential",
        "by": "confidential",
        "as_role": "confidential",
        "recorded_at": "confidential",
        "corrects": "internal",
        "void": "internal",
        "signed": "internal",
    }

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.step} on {self.on}"

    def digest(self) -> str:
        """A digest over what was recorded; the history keeps it, so that tampering shows."""
        said = [
            self.case_id,
            self.step,
            self.item,
            self.on.isoformat(),
            self.outcome,
            self.values,
            self.by_id,
            self.as_role,
            self.recorded_at.astimezone(dt.UTC).isoformat(),
            self.corrects_id,
            self.void,
            self.signed,
        ]
        text = json.dumps(said, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def as_engine(self) -> process.Fact:
        """The same fact in the engine's terms."""
        return process.Fact(
            step=self.step,
            on=self.on,
            item=self.item or None,
            outcome=self.outcome or None,
            values=self.values,
            by=self.as_role,
            recorded_at=self.recorded_at,
            id=str(self.pk),
            corrects=str(self.corrects_id) if self.corrects_id else None,
            void=self.void,
        )
