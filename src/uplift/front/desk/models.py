"""A person's calendar address, and what e-mail has gone out."""

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.crypto import salted_hmac


def _nonce() -> str:
    return secrets.token_urlsafe(24)


class CalendarFeed(models.Model):
    """Somebody's own calendar address. Nothing that is stored opens it: the token is signed over
    the row with the instance's secret key, and a new row has another."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="feed")
    nonce = models.CharField(max_length=40, default=_nonce)
    made_at = models.DateTimeField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "user": "internal",
        "nonce": "internal",
        "made_at": "internal",
    }

    def __str__(self) -> str:
        return f"calendar of {self.user}"

    @property
    def token(self) -> str:
        """What stands in the address; whoever has it reads the calendar."""
        said = f"{self.pk} {self.nonce}"
        return f"{self.pk}-{salted_hmac('desk.calendar', said, algorithm='sha256').hexdigest()}"


class Letter(models.Model):
    """Somebody was sent this e-mail: however often its job is tried, it goes out once.

    `key` tells which one it was: a day's digest, or work that opened on a day.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="letters")
    key = models.CharField(max_length=100)
    at = models.DateTimeField()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "user": "internal",
        "key": "internal",
        "at": "internal",
    }

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "key"), name="one_letter_a_key"),)

    def __str__(self) -> str:
        return f"{self.key} to {self.user}"
