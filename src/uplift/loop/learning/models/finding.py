import datetime as dt
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from modelsearch import index

from uplift.ground.boards.models import Agency, Board
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case
from uplift.loop.learning.models.readers import read_at
from uplift.loop.learning.models.stages import STAGES, Stage
from uplift.loop.lessons.models import Inspection


class FindingQuerySet(models.QuerySet["Finding"]):
    """Findings; every read starts from `visible_to`."""

    def visible_to(self, user: User, on: dt.date) -> Self:
        """Findings of cases that this person sees, and released ones of their boards.

        A finding that isn't released yet belongs to its case and is seen with it alone.
        """
        case = Case.objects.visible_to(user, on).filter(pk=OuterRef("case"))
        released = Q(released_on__isnull=False, board__in=read_at(user, on))
        return self.filter(released | Exists(case))


class Finding(index.Indexed, models.Model):
    """One thing learnt: good practice or an improvement needed, and why it came about.

    It has exactly one source (WAR-1-03 … 09). `released_on` is the day from which the board's
    readers see it without seeing the case; its text must then name nobody.

    The days from `themed_on` to `shown_on` are a projection: the rooms above write them, through
    `learning.operations.set_reached`, when a finding first gets to a stage, so that lists and the
    board's numbers are plain queries.
    """

    class Kind(models.TextChoices):
        IMPROVEMENT = "improvement", "Improvement needed"
        GOOD_PRACTICE = "good_practice", "Good practice"

    class Reach(models.TextChoices):
        OWN = "own", "One agency"
        LOCAL = "local", "Local"
        REGIONAL = "regional", "Regional"
        NATIONAL = "national", "National"

    board = models.ForeignKey(Board, models.PROTECT, related_name="findings")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    detail = models.TextField(blank=True)
    why = models.TextField(blank=True)  # the reasons underneath, for people, teams, organisations
    evidence = models.TextField(blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    reach = models.CharField(max_length=20, choices=Reach.choices, default=Reach.LOCAL)
    early = models.BooleanField(default=False)  # before the report
    systemic = models.BooleanField(default=False)  # asks a system or organisation to change
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="findings")
    inspection = models.ForeignKey(Inspection, models.PROTECT, null=True, related_name="findings")
    # of a joint review: the finding of the lead board from which this one was taken in
    origin = models.ForeignKey("self", models.PROTECT, null=True, related_name="taken_in")
    paragraph = models.CharField(max_length=20, blank=True)  # its number in the source
    area = models.CharField(max_length=200, blank=True)  # the heading it has in the source
    agencies = models.ManyToManyField(Agency, related_name="findings", blank=True)
    found_on = models.DateField()
    released_on = models.DateField(null=True)
    themed_on = models.DateField(null=True)
    outcome_on = models.DateField(null=True)
    acted_on = models.DateField(null=True)
    shared_on = models.DateField(null=True)
    embedded_on = models.DateField(null=True)
    shown_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)

    objects = FindingQuerySet.as_manager()
    search_fields = (
        index.SearchField("title"),
        index.SearchField("detail"),
        index.SearchField("why"),
        index.SearchField("evidence"),
    )

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "board": "internal",
        "number": "internal",
        "title": "confidential",
        "detail": "confidential",
        "why": "confidential",
        "evidence": "confidential",
        "kind": "internal",
        "reach": "internal",
        "early": "confidential",
        "systemic": "internal",
        "case": "confidential",
        "inspection": "internal",
        "origin": "internal",
        "paragraph": "internal",
        "area": "internal",
        "found_on": "internal",
        "released_on": "internal",
        "themed_on": "internal",
        "outcome_on": "internal",
        "acted_on": "internal",
        "shared_on": "internal",
        "embedded_on": "internal",
        "shown_on": "internal",
        "version": "internal",
        "by": "internal",
    }

    class Meta:
        ordering = ("-found_on", "-number")
        indexes = (models.Index(fields=("board", "-found_on", "-number")),)
        constraints = (
            models.UniqueConstraint(fields=("board", "number"), name="one_finding_a_number"),
            models.UniqueConstraint(fields=("board", "origin"), name="taken_in_once"),
            models.CheckConstraint(
                condition=Q(case__isnull=False) ^ Q(inspection__isnull=False),
                name="finding_has_one_source",
            ),
            models.CheckConstraint(
                condition=Q(case__isnull=False) | Q(released_on__isnull=False),
                name="finding_of_no_case_is_released",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of its whole thread, which the room above all others draws."""
        return reverse("impact:thread", args=(self.board.slug, self.number))

    @property
    def reached(self) -> Stage | None:
        """The furthest stage that it has got to."""
        return next((stage for stage in reversed(STAGES) if self.has_reached(stage)), None)

    @property
    def lacking(self) -> Stage | None:
        """The first stage that it hasn't got to."""
        return next((stage for stage in STAGES if not self.has_reached(stage)), None)

    def has_reached(self, stage: Stage) -> bool:
        """Whether it has got to this stage."""
        return getattr(self, stage.column) is not None
