from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models


class Board(models.Model):
    """A safeguarding board or partnership; its data is apart from every other board's."""

    name = models.CharField(max_length=200, unique=True)
    short_name = models.CharField(max_length=60)
    slug = models.SlugField(max_length=40, unique=True)
    area = models.CharField(max_length=200)
    prefix = models.CharField(
        max_length=6, unique=True, validators=[RegexValidator(r"^[A-Z]{2,6}$")]
    )  # of case references: NM in NM-2026-014
    colour = models.CharField(
        max_length=7, default="#12436d", validators=[RegexValidator(r"^#[0-9a-f]{6}$")]
    )
    email = models.EmailField(blank=True)
    statement = models.TextField(blank=True)

    privacy: ClassVar[dict[str, str]] = {
        "id": "public",
        "name": "public",
        "short_name": "public",
        "slug": "public",
        "area": "public",
        "prefix": "public",
        "colour": "public",
        "email": "public",
        "statement": "public",
    }

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
