from typing import ClassVar

from django.conf import settings
from django.db import models

from uplift.ground.identity.sealed import SealedField


class Draft(models.Model):
    """What someone has typed into a form and not yet sent; only they get it back.

    `place` is the form's address; `fields` maps field names to lists of texts as typed.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    place = models.CharField(max_length=300)
    fields = SealedField()
    saved_at = models.DateTimeField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "user": "internal",
        "place": "confidential",
        "fields": "identity",
        "saved_at": "internal",
    }

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "place"), name="one_draft_a_form"),)

    def __str__(self) -> str:
        return self.place
