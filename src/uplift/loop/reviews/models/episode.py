from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.loop.cases.models import Case
from uplift.loop.reviews.names import plain


class Episode(models.Model):
    """A key practice episode: a stretch of the work with the family that the review looks into."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="episodes")
    name = models.CharField(max_length=120)
    starts = models.DateField()
    ends = models.DateField()
    says = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "case": "internal",
        "name": "confidential",
        "starts": "confidential",
        "ends": "confidential",
        "says": "confidential",
        "version": "internal",
        "by": "internal",
    }

    class Meta:
        ordering = ("starts", "pk")

    def __str__(self) -> str:
        return plain(self.name)

    @property
    def text(self) -> str:
        """Why it matters, with made-up names."""
        return plain(self.says)
