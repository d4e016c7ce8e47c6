from typing import ClassVar

from django.db import models

from uplift.ground.boards.models.board import Board


class Agency(models.Model):
    """An organisation that works with children or adults; it may belong to many boards."""

    class Kind(models.TextChoices):
        COUNCIL = "council", "Council"
        POLICE = "police", "Police"
        HEALTH = "health", "Health"
        EDUCATION = "education", "School or college"
        PROBATION = "probation", "Probation"
        VOLUNTARY = "voluntary", "Voluntary sector"
        OTHER = "other", "Other"

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    boards = models.ManyToManyField(Board, related_name="agencies")

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "name": "public",
        "slug": "public",
        "kind": "public",
    }

    class Meta:
        ordering = ("name",)
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name
