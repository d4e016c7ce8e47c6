"""Did it make a difference?"""

import datetime as dt
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse

from uplift.ground.identity.models import User
from uplift.loop.learning.models import Outcome


class EvaluationQuerySet(models.QuerySet["Evaluation"]):
    """Evaluations; every read starts from `visible_to`."""

    def visible_to(self, user: User, on: dt.date) -> Self:
        """Those of the outcomes that this person sees."""
        return self.filter(
            Exists(Outcome.objects.visible_to(user, on).filter(pk=OuterRef("outcome")))
        )


class Evaluation(models.Model):
    """A named person's judgement whether an outcome came about, and on what it rests.

    It isn't changed afterwards: a later evaluation says what is known later.
    """

    class Difference(models.TextChoices):
        YES = "yes", "It made a difference"
        PARTLY = "partly", "It made some difference"
        NO = "no", "It made no difference"
        NOT_KNOWN = "not_known", "Not known"

    class Words(models.TextChoices):
        CHILD = "child", "A child's or young person's"
        ADULT = "adult", "Those of an adult who uses services"
        FAMILY = "family", "A family's"
        PRACTITIONER = "practitioner", "A practitioner's"
        OURS = "ours", "Our own"

    outcome = models.ForeignKey(Outcome, models.PROTECT, related_name="evaluations")
    on = models.DateField()
    method = models.CharField(max_length=200)  # re-audit, survey, indicator …
    result = models.CharField(max_length=200)  # the measure now, beside baseline and target
    difference = models.CharField(max_length=12, choices=Difference.choices)
    practice = models.TextField()  # what changed in practice
    children = models.TextField()  # what changed for children or adults
    words = models.CharField(max_length=12, choices=Words.choices)  # whose they are
    next_on = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    at = models.DateTimeField()

    objects = EvaluationQuerySet.as_manager()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "outcome": "internal",
        "on": "internal",
        "method": "internal",
        "result": "internal",
        "difference": "internal",
        "practice": "internal",
        "children": "internal",
        "words": "internal",
        "next_on": "internal",
        "by": "internal",
        "at": "internal",
    }

    class Meta:
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.get_difference_display()}: {self.outcome}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("impact:evaluation", args=(self.outcome.theme.board.slug, self.pk))
