from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from uplift.engine.disclosure import Certainty
from uplift.ground.identity.sealed import SealedField
from uplift.loop.publishing.models.publication import Publication

#: How sure a find must be to hold the text back.
HOLDING = tuple(one.value for one in Certainty if one.holds_back)


class PassageQuerySet(models.QuerySet["Passage"]):
    """Passages of one or more publications."""

    def to_answer(self) -> Self:
        """Those that hold the text back: in it, surely or likely telling, and not answered."""
        return self.filter(standing=True, certainty__in=HOLDING, verdict="")


class Passage(models.Model):
    """A place in a publication that could tell who somebody is.

    The disclosure check finds it; nothing is approved until somebody says why it may stay, or it
    is out of the text (`standing` is false then; the answer is kept). The same words between the
    same words are the same passage, wherever they stand.
    """

    class Kind(models.TextChoices):
        NAME = "name", "Name"
        BIRTH = "birth", "Date of birth"
        ADDRESS = "address", "Address"
        POSTCODE = "postcode", "Postcode"
        PLACE = "place", "School or place"
        CONTACT = "contact", "Telephone or e-mail"
        NUMBER = "number", "Number or reference"
        TRAITS = "traits", "Rare combination"
        DATE = "date", "Exact date"
        DETAIL = "detail", "Telling detail"

    class Verdict(models.TextChoices):
        OUT = "out", "Taken out"
        OTHER = "other", "Not this person"
        STAYS = "stays", "May stay"

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="passages")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    certainty = models.CharField(max_length=10, default=Certainty.LIKELY.value)
    mark = models.CharField(max_length=64)  # keyed fingerprint of the words and those around them
    alike = models.CharField(max_length=64, blank=True)  # keyed fingerprint of the words alone
    words = SealedField()
    excerpt = SealedField()  # what stands before them, they themselves, what stands after
    place = models.CharField(max_length=80, blank=True)
    why = models.CharField(max_length=300, blank=True)
    suggestion = models.CharField(max_length=200, blank=True)
    number = models.PositiveIntegerField(default=0)  # its turn in the text
    standing = models.BooleanField(default=True)
    verdict = models.CharField(max_length=5, choices=Verdict.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)

    objects = PassageQuerySet.as_manager()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "publication": "internal",
        "kind": "confidential",
        "certainty": "confidential",
        "mark": "identity",
        "alike": "identity",
        "words": "identity",
        "excerpt": "identity",
        "place": "internal",
        "why": "confidential",
        "suggestion": "confidential",
        "number": "internal",
        "standing": "internal",
        "verdict": "confidential",
        "answer": "confidential",
        "answered_by": "internal",
        "answered_at": "internal",
    }

    class Meta:
        ordering = ("number", "pk")
        constraints = (
            models.UniqueConstraint(fields=("publication", "mark"), name="one_answer_a_passage"),
        )

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def holds_back(self) -> bool:
        """Whether it must be answered."""
        return self.certainty in HOLDING
