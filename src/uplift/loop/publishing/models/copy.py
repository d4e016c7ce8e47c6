import datetime as dt
from typing import ClassVar, Self

from django.db import models

from uplift.ground.boards.models import Board
from uplift.loop.publishing.models.publication import Publication


class FrozenCopyQuerySet(models.QuerySet["FrozenCopy"]):
    """Frozen copies; the public's reads start from `current` or `on_show`."""

    def current(self) -> Self:
        """The last copy of each publication, wherever that stands now."""
        return self.filter(replaced_by__isnull=True)

    def on_show(self, on: dt.date) -> Self:
        """What anyone may read on that day."""
        return self.current().filter(
            publication__standing=Publication.Standing.PUBLISHED, from_day__lte=on
        )


class FrozenCopy(models.Model):
    """A publication exactly as the public reads it; the database refuses to change it.

    `html` is cleaned and holds body and response; `sha256` is taken over it. A later copy names
    the one that it replaces.
    """

    class Form(models.TextChoices):
        REPORT = "report", "Full report"
        SUMMARY = "summary", "Executive summary"
        LEARNING = "learning", "Learning"

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="copies")
    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=80)
    review = models.CharField(max_length=300)  # the type of review, in the framework's words
    form = models.CharField(max_length=10, choices=Form.choices)
    title = models.CharField(max_length=200)
    html = models.TextField()
    text = models.TextField()  # the same words without mark-up, for search
    sha256 = models.CharField(max_length=64)
    from_day = models.DateField()
    on_request = models.BooleanField()  # given to who asks, once its time on the site is over
    at = models.DateTimeField()
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")

    objects = FrozenCopyQuerySet.as_manager()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "publication": "internal",
        "board": "public",
        "slug": "public",
        "review": "public",
        "form": "public",
        "title": "public",
        "html": "public",
        "text": "public",
        "sha256": "public",
        "from_day": "public",
        "on_request": "public",
        "at": "public",
        "replaces": "public",
    }

    class Meta:
        ordering = ("-from_day", "-pk")
        verbose_name_plural = "frozen copies"
        indexes = (models.Index(fields=("board", "-from_day", "-id")),)

    def __str__(self) -> str:
        return self.title
