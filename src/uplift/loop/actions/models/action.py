import datetime as dt
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from modelsearch import index

from uplift.ground.access.scope import held
from uplift.ground.boards.models import Agency, Board
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case
from uplift.loop.learning.models import Finding, Outcome, overseen_by


class ActionQuerySet(models.QuerySet["Action"]):
    """Actions; every read starts from `visible_to`."""

    def visible_to(self, user: User, on: dt.date) -> Self:
        """For those who follow the whole board, all of its actions; those of an agency that the
        person answers for; and those because of a case that they see.

        An action names nobody (`actions.operations.propose` sees to that), so it is read without
        its case.
        """
        agency = held(user, on).filter(
            board=OuterRef("board"), agency=OuterRef("agency"), capability="update_action"
        )
        case = Case.objects.visible_to(user, on).filter(findings__actions=OuterRef("pk"))
        return self.filter(Q(board__in=overseen_by(user, on)) | Exists(agency) | Exists(case))


class Action(index.Indexed, models.Model):
    """What an agency will do because of findings, towards an outcome.

    The agency accepts or declines it; done needs evidence, and done is not yet embedded: that it
    lasts in daily practice is told apart, with what it is seen by.
    """

    class Status(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"
        DONE = "done", "Done"
        EMBEDDED = "embedded", "Embedded"

    board = models.ForeignKey(Board, models.PROTECT, related_name="actions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    success = models.CharField(max_length=300)  # how anyone will see that it is done
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="actions")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="actions"
    )
    findings = models.ManyToManyField(Finding, related_name="actions")
    outcome = models.ForeignKey(Outcome, models.PROTECT, null=True, related_name="actions")
    due = models.DateField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.PROPOSED)
    reason = models.TextField(blank=True)  # of a decline
    evidence = models.TextField(blank=True)
    embedding = models.TextField(blank=True)  # by what it is seen that it lasts
    answered_on = models.DateField(null=True)  # accepted or declined
    done_on = models.DateField(null=True)
    embedded_on = models.DateField(null=True)
    made_on = models.DateField()
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = ActionQuerySet.as_manager()
    search_fields = (
        index.SearchField("title"),
        index.SearchField("success"),
        index.SearchField("evidence"),
    )

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "internal",
        "number": "internal",
        "title": "internal",
        "success": "internal",
        "agency": "internal",
        "owner": "internal",
        "outcome": "internal",
        "due": "internal",
        "status": "internal",
        "reason": "confidential",
        "evidence": "confidential",
        "embedding": "confidential",
        "answered_on": "internal",
        "done_on": "internal",
        "embedded_on": "internal",
        "made_on": "internal",
        "version": "internal",
        "by": "internal",
    }

    class Meta:
        ordering = ("due", "number")
        indexes = (
            models.Index(fields=("board", "status", "due")),
            models.Index(fields=("agency", "status", "due")),
        )
        constraints = (
            models.UniqueConstraint(fields=("board", "number"), name="one_action_a_number"),
            models.CheckConstraint(
                condition=~Q(status__in=("done", "embedded")) | ~Q(evidence=""),
                name="done_has_evidence",
            ),
            models.CheckConstraint(
                condition=~Q(status="embedded") | ~Q(embedding=""),
                name="embedded_says_by_what_it_is_seen",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("actions:action", args=(self.board.slug, self.number))
