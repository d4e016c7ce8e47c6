"""Keeps a form that was sent after the session had ended."""

import contextlib
from typing import Any

from django.dispatch import receiver
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from uplift.ground.drafts import operations
from uplift.ground.identity.models import User
from uplift.ground.identity.signals import work_interrupted
from uplift.ground.ui.refusal import Refusal


@receiver(work_interrupted)
def keep_interrupted(user: User, request: HttpRequest, **_: Any) -> None:
    """The person finds it filled in when they come back to the page; nobody else does."""
    autosaved = request.path == reverse("drafts:save")
    place = request.GET.get("place", "") if autosaved else request.path
    if "submission" in request.POST:
        with contextlib.suppress(Refusal):  # too long: the page itself would have refused it
            operations.keep(
                user=user, place=place, fields=operations.texts(request.POST), now=timezone.now()
            )
