from typing import ClassVar

from django.db import models

from uplift.ground.identity.sealed import SealedField


class Person(models.Model):
    """Someone in the case. Who they are is sealed; the pseudonym is what everyone reads.

    `sealed` holds name, date of birth (ISO), address and the like as one JSON object. `marks` are
    keyed fingerprints (of name and of date of birth) by which the same person entered twice is
    noticed without opening either record.
    """

    class Kind(models.TextChoices):
        CHILD = "child", "Child"
        ADULT = "adult", "Adult"
        SIBLING = "sibling", "Brother or sister"
        PARENT = "parent", "Parent or carer"
        OTHER = "other", "Someone else"

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="people")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    pseudonym = models.CharField(max_length=80)
    sealed = SealedField()
    name_mark = models.CharField(max_length=64, db_index=True)
    birth_mark = models.CharField(max_length=64, blank=True)

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "case": "internal",
        "kind": "confidential",
        "pseudonym": "confidential",
        "sealed": "identity",
        "name_mark": "identity",
        "birth_mark": "identity",
    }

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.pseudonym
