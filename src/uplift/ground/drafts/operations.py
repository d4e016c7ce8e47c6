"""Keeping what is typed, and doing once what is sent twice."""

import datetime as dt
import json
import re
import secrets
from collections.abc import Callable, Mapping, Sequence

from django.db import transaction
from django.http import QueryDict

from uplift.ground.drafts.models import Draft, Submission
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal

LARGEST = 500_000  # characters of one draft, all its fields together
MOST = 50  # drafts that one person has at a time; the oldest make room
KEPT = dt.timedelta(days=90)
REMEMBERED = dt.timedelta(days=30)  # how long a submission key is known again
# What a form carries besides the person's own words, and what must never be kept.
NOT_KEPT = ("csrfmiddlewaretoken", "password")
_PLACE = re.compile(r"/[\w/.~-]{0,299}")


class DraftRefused(Refusal):
    """This can't be kept as a draft."""


def is_place(place: str) -> bool:
    """Whether this is the address of a page of ours, to which a draft may belong."""
    return bool(_PLACE.fullmatch(place)) and not place.startswith("//")


def new_key() -> str:
    """A key for one sending of a form."""
    return secrets.token_urlsafe(24)


def texts(sent: QueryDict) -> dict[str, list[str]]:
    """The fields of a form as they were sent."""
    return {name: [str(text) for text in texts] for name, texts in sent.lists()}


@transaction.atomic
def once(*, user: User, key: str, now: dt.datetime, make: Callable[[], str]) -> str:
    """Call `make` for the first sending with this key, and give the address that it returns.

    Every other sending with the key, also at the same moment, waits for the first and is given
    the same address. When `make` refuses, nothing is kept and the key can be used again.
    """
    sent, first = Submission.objects.get_or_create(user=user, key=key, defaults={"at": now})
    if first:
        sent.outcome = make()
        sent.save(update_fields=["outcome"])
    return sent.outcome


@transaction.atomic
def keep(
    *, user: User, place: str, fields: Mapping[str, Sequence[str]], now: dt.datetime
) -> Draft | None:
    """Keep what this person has typed into the form at `place` in the stead of what was kept.

    Nothing is kept (None) of a form that has been sent meanwhile. Raises DraftRefused.
    """
    if not is_place(place):
        raise DraftRefused("A draft belongs to a page of Uplift.")
    typed = {name: list(texts) for name, texts in fields.items() if not name.endswith(NOT_KEPT)}
    if len(json.dumps(typed, ensure_ascii=False)) > LARGEST:
        raise DraftRefused("This is too long to be kept as a draft. Shorten it, or save it now.")
    keys = typed.get("submission", [])
    if Submission.objects.filter(user=user, key__in=keys).exists():
        return None
    draft, made = Draft.objects.update_or_create(
        user=user, place=place, defaults={"fields": typed, "saved_at": now}
    )
    if made:
        extra = Draft.objects.filter(user=user).order_by("-saved_at", "-pk")[MOST:]
        Draft.objects.filter(pk__in=[old.pk for old in extra]).delete()
    return draft


def discard(*, user: User, place: str) -> None:
    """Forget what this person had typed at `place`."""
    Draft.objects.filter(user=user, place=place).delete()


@transaction.atomic
def clean(*, now: dt.datetime) -> int:
    """Delete drafts and submission keys past their time; returns how many drafts."""
    Submission.objects.filter(at__lt=now - REMEMBERED).delete()
    old, _ = Draft.objects.filter(saved_at__lt=now - KEPT).delete()
    return old
