from typing import ClassVar

from django.db import models

from uplift.ground.documents.models import File


class CaseFile(models.Model):
    """A file of a case; whoever sees the case may have it."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="files")
    file = models.OneToOneField(File, models.PROTECT, related_name="case_file")
    title = models.CharField(max_length=200)
    step = models.CharField(max_length=60, blank=True)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "case": "internal",
        "file": "internal",
        "title": "confidential",
        "step": "confidential",
    }

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.title
