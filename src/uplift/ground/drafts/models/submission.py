from typing import ClassVar

from django.conf import settings
from django.db import models


class Submission(models.Model):
    """The key of a form that was sent: the same key has its effect once.

    `outcome` is the address that the first sending led to; a repeat is led there too.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="submissions")
    key = models.CharField(max_length=64)
    outcome = models.CharField(max_length=300)
    at = models.DateTimeField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "user": "internal",
        "key": "internal",
        "outcome": "internal",
        "at": "internal",
    }

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "key"), name="one_effect_a_key"),)

    def __str__(self) -> str:
        return self.key
