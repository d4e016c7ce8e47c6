import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from uplift.ground.boards.models import Board
from uplift.loop.publishing.models.publication import Publication


class FrozenCopyQuerySet(models.QuerySet["FrozenCopy"]):
    """Frozen copies; the public's reads start from `on_show`."""

    def on_show(self, on: dt.date) -> Self:
        """What anyone may read: the latest copy of each publication that is published."""
        return self.filter(
            Q(replaced_by__isnull=True), publication__status="published", from_day__lte=on
        )


class FrozenCopy(models.Model):
    """A publication exactly as the public reads it; the database refuses to change it.

    `html` is cleaned; `sha256` is taken over it. A later copy names the one that it replaces.
    """

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="copies")
    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=80)
    form_name = models.CharField(max_length=60)  # in words: full report, learning only …
    title = models.CharField(max_length=200)
    html = models.TextField()
    text = models.TextField()  # the same words without mark-up, for search
    sha256 = models.CharField(max_length=64)
    from_day = models.DateField()
    keep_until = models.DateField()
    at = models.DateTimeField()
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaced_by"
    )

    objects = FrozenCopyQuerySet.as_manager()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "publication": "internal",
        "board": "public",
        "slug": "public",
        "form_name": "public",
        "title": "public",
        "html": "public",
        "text": "public",
        "sha256": "public",
        "from_day": "public",
        "keep_until": "public",
        "at": "public",
        "replaces": "public",
    }

    class Meta:
        ordering = ("-from_day", "-pk")
        verbose_name_plural = "frozen copies"

    def __str__(self) -> str:
        return self.title
