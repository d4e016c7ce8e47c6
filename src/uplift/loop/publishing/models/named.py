from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.identity.sealed import SealedField
from uplift.loop.publishing.models.publication import Publication


class NamedWords(models.Model):
    """Words of a publication that also stand in the sealed identity of someone in the case.

    The check finds them; nothing is approved until somebody says why each may stay, or the text no
    longer holds them (`standing` is false then; the answer is kept).
    """

    class Kind(models.TextChoices):
        NAME = "name", "Part of a name"
        BIRTH = "birth", "A date of birth"
        ADDRESS = "address", "Part of an address"
        POSTCODE = "postcode", "A postcode"

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="named")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    mark = models.CharField(max_length=64)  # keyed fingerprint of kind and words
    words = SealedField()
    excerpt = SealedField()  # what stands before them, they themselves, what stands after
    times = models.PositiveIntegerField()
    standing = models.BooleanField(default=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "publication": "internal",
        "kind": "confidential",
        "mark": "identity",
        "words": "identity",
        "excerpt": "identity",
        "times": "internal",
        "standing": "internal",
        "answer": "confidential",
        "answered_by": "internal",
        "answered_at": "internal",
    }

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "named words"
        constraints = (
            models.UniqueConstraint(fields=("publication", "mark"), name="one_answer_a_word"),
        )

    def __str__(self) -> str:
        return self.get_kind_display()
