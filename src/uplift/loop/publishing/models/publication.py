import datetime as dt
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from uplift.ground.boards.models import Board
from uplift.ground.identity.models import User
from uplift.ground.identity.sealed import SealedField
from uplift.loop.cases.models import Case


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Publications; every read starts from `visible_to`."""

    def visible_to(self, user: User, on: dt.date) -> Self:
        """Those of the cases that this person sees."""
        return self.filter(Exists(Case.objects.visible_to(user, on).filter(pk=OuterRef("case"))))


class Publication(models.Model):
    """What the board publishes of one case, from the first draft to the last day on the site.

    The text fields are the board's working copy, in Markdown; `status` says how far it has come.
    What the public reads is the last frozen copy, and `standing` says whether it is on the site.
    Nobody who has written on the text approves it.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        READY = "ready", "Waiting for approval"
        APPROVED = "approved", "Approved"
        FROZEN = "frozen", "As published"

    class Standing(models.TextChoices):
        UNPUBLISHED = "unpublished", "Not published yet"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"
        ON_REQUEST = "on_request", "On request"
        REMOVED = "removed", "No longer published"

    board = models.ForeignKey(Board, models.PROTECT, related_name="publications")
    case = models.OneToOneField(Case, models.PROTECT, related_name="publication")
    slug = models.SlugField(max_length=80, blank=True)  # its public address, once published
    title = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    done = models.TextField(blank=True)  # the board's response: what has been done,
    impact = models.TextField(blank=True)  # what difference that made,
    more = models.TextField(blank=True)  # and what more will be done
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    standing = models.CharField(
        max_length=12, choices=Standing.choices, default=Standing.UNPUBLISHED
    )
    writers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    approved_for = models.CharField(max_length=60, blank=True)  # outcome of the case's decision
    sent_back = models.TextField(blank=True)  # why it wasn't approved
    published_on = models.DateField(null=True)  # for the first time
    keep_until = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    withdrawal_reason = models.TextField(blank=True)  # for the board
    withdrawal_notice = models.TextField(blank=True)  # for the public
    also = SealedField(default=list)  # other words that could tell who it is about
    version = models.PositiveIntegerField(default=1)

    objects = PublicationQuerySet.as_manager()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "public",
        "case": "confidential",
        "slug": "public",
        "title": "confidential",
        "body": "confidential",
        "done": "confidential",
        "impact": "confidential",
        "more": "confidential",
        "status": "confidential",
        "standing": "public",
        "prepared_by": "internal",
        "approved_by": "internal",
        "approved_for": "confidential",
        "sent_back": "confidential",
        "published_on": "public",
        "keep_until": "public",
        "withdrawn_on": "public",
        "withdrawal_reason": "confidential",
        "withdrawal_notice": "public",
        "also": "identity",
        "version": "internal",
    }

    class Meta:
        ordering = ("-published_on", "-pk")
        indexes = (models.Index(fields=("board", "-published_on", "-id")),)
        constraints = (
            models.UniqueConstraint(
                fields=("board", "slug"), condition=~Q(slug=""), name="one_publication_a_slug"
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("prepared_by")),
                name="prepared_and_approved_by_two",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("approved", "frozen")) | Q(approved_by__isnull=False),
                name="approved_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def look(self) -> str:
        """The state whose colour the text's status has."""
        return {"ready": "open", "approved": "done", "frozen": "published"}.get(
            self.status, "draft"
        )
