from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from uplift.loop.cases.models import Case
from uplift.loop.reviews.models.entry import Entry


class PairQuerySet(models.QuerySet["Pair"]):
    """Pairs of a case's chronology, for those who see the whole of it."""

    def standing(self) -> Self:
        """Those whose entries both stand by themselves."""
        both = {
            f"{side}__{name}": value
            for side in ("first", "second")
            for name, value in (("standing", Entry.Standing.IN), ("merged_into", None))
        }
        return self.filter(**both)

    def to_look_at(self) -> Self:
        """Those that nobody has judged."""
        return self.standing().filter(verdict="")

    def contradicting(self) -> Self:
        """Those that tell it differently: found by their dates, or said by somebody."""
        said = Q(verdict=Pair.Verdict.CONTRADICTION)
        return self.standing().filter(said | Q(verdict="", kind=Pair.Kind.DATES))


class Pair(models.Model):
    """Two entries that may tell the same event, or that contradict each other.

    Found when entries come in or change; a person says what it is. `score` is how alike the words
    are, of 100.
    """

    class Kind(models.TextChoices):
        LIKE = "like", "The words are alike"
        DATES = "dates", "One record, two dates"
        MARKED = "marked", "Pointed out by somebody"

    class Verdict(models.TextChoices):
        SAME = "same", "The same event"
        DIFFERENT = "different", "Two different events"
        CONTRADICTION = "contradict", "They contradict each other"

    case = models.ForeignKey(Case, models.CASCADE, related_name="pairs")
    first = models.ForeignKey(Entry, models.CASCADE, related_name="+")
    second = models.ForeignKey(Entry, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    score = models.PositiveSmallIntegerField(default=0)
    verdict = models.CharField(max_length=10, choices=Verdict.choices, blank=True)
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(null=True)

    objects = PairQuerySet.as_manager()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "case": "internal",
        "first": "internal",
        "second": "internal",
        "kind": "confidential",
        "score": "internal",
        "verdict": "confidential",
        "note": "confidential",
        "by": "internal",
        "at": "internal",
    }

    class Meta:
        ordering = ("-score", "pk")
        constraints = (models.UniqueConstraint(fields=("first", "second"), name="one_pair_of_two"),)

    def __str__(self) -> str:
        return f"{self.first} and {self.second}"
