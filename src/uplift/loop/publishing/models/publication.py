import datetime as dt
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef

from uplift.ground.boards.models import Board
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Publications; every read starts from `visible_to`."""

    def visible_to(self, user: User, on: dt.date) -> Self:
        """Those of the cases that this person sees."""
        return self.filter(Exists(Case.objects.visible_to(user, on).filter(pk=OuterRef("case"))))


class Publication(models.Model):
    """What the board publishes of one case, from draft to the end of its time on the site.

    Two different people prepare and approve it. What the public reads is the frozen copy.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        READY = "ready", "Waiting for approval"
        APPROVED = "approved", "Approved"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"
        ON_REQUEST = "on_request", "On request"

    board = models.ForeignKey(Board, models.PROTECT, related_name="publications")
    case = models.OneToOneField(Case, models.PROTECT, related_name="publication")
    slug = models.SlugField(max_length=80)
    form = models.CharField(max_length=30)  # the outcome of the case's publication decision
    title = models.CharField(max_length=200)
    body = models.TextField(blank=True)  # Markdown
    response = models.TextField(blank=True)  # of the board: done, impact, more to do (Markdown)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DRAFT)
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    published_on = models.DateField(null=True)
    keep_until = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = PublicationQuerySet.as_manager()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "public",
        "case": "confidential",
        "slug": "public",
        "form": "confidential",
        "title": "confidential",
        "body": "confidential",
        "response": "confidential",
        "status": "confidential",
        "prepared_by": "internal",
        "approved_by": "internal",
        "published_on": "public",
        "keep_until": "public",
        "withdrawn_at": "public",
        "withdrawal_reason": "confidential",
        "version": "internal",
    }

    class Meta:
        ordering = ("-published_on", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("board", "slug"), name="one_publication_a_slug"),
        )

    def __str__(self) -> str:
        return self.title
