"""Requests for a report, and the answers to them."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.publishing import policies
from uplift.loop.publishing.models import CopyRequest, Publication
from uplift.loop.publishing.operations.telling import raise_if, tell


class RequestRefused(Refusal):
    """A request or its answer can't be written down so."""


@transaction.atomic
def log_request(
    *, publication: Publication, asked_on: dt.date, who: str, by: User, now: dt.datetime
) -> CopyRequest:
    """Write down that somebody asked for the report."""
    raise_if(policies.can_be_asked_for(publication))
    if asked_on > timezone.localdate(now):
        raise RequestRefused("That day hasn't come yet.", field="asked_on")
    asked = CopyRequest.objects.create(publication=publication, asked_on=asked_on, who=who, by=by)
    tell(publication, "requested", by, now, request=asked.pk)
    return asked


@transaction.atomic
def answer_request(
    *, asked: CopyRequest, answered_on: dt.date, reply: str, by: User, now: dt.datetime
) -> CopyRequest:
    """Write down what they were told, and when."""
    if asked.answered_on:
        raise RequestRefused("This request is answered already.")
    if answered_on > timezone.localdate(now):
        raise RequestRefused("That day hasn't come yet.", field="answered_on")
    if answered_on < asked.asked_on:
        raise RequestRefused("It can't be answered before it was asked.", field="answered_on")
    asked.answered_on, asked.reply = answered_on, reply
    asked.save(update_fields=["answered_on", "reply"])
    tell(asked.publication, "request_answered", by, now, request=asked.pk)
    return asked
