"""Agencies accept the framework."""

import datetime as dt

from django.db import transaction
from django.utils.timezone import localdate

from uplift.ground.boards.models import Agency
from uplift.ground.frameworks.models import Adoption
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.assurance.models import Acceptance
from uplift.loop.assurance.operations.counting import count
from uplift.loop.assurance.policies import can_accept, can_take_back


class AcceptanceRefused(Refusal):
    """An acceptance can't be recorded so."""


@transaction.atomic
def accept(
    *,
    agency: Agency,
    adoption: Adoption,
    name: str,
    post: str,
    on: dt.date,
    evidence: str,
    on_behalf: bool,
    by: User,
    now: dt.datetime,
) -> Acceptance:
    """Record that an agency accepts the framework; entered `on_behalf` of it, what shows it is
    needed."""
    refusal = can_accept(agency, adoption)
    if refusal:
        raise refusal
    if on > localdate(now):
        raise AcceptanceRefused("The date can't be in the future.", field="on")
    if on_behalf and not evidence.strip():
        raise AcceptanceRefused(
            "Say what shows it, such as a letter or the minutes: you enter it for them.",
            field="evidence",
        )
    acceptance = Acceptance.objects.create(
        agency=agency,
        adoption=adoption,
        name=name,
        post=post,
        on=on,
        evidence=evidence,
        by=by,
        at=now,
    )
    _tell(acceptance, "assurance.accepted", by, now)
    return acceptance


@transaction.atomic
def take_back(*, acceptance: Acceptance, because: str, by: User, now: dt.datetime) -> Acceptance:
    """Take back an acceptance that was entered by mistake; it stays on record with the reason."""
    acceptance = Acceptance.objects.select_for_update().get(pk=acceptance.pk)
    refusal = can_take_back(acceptance)
    if refusal:
        raise refusal
    acceptance.taken_back_at, acceptance.taken_back_by = now, by
    acceptance.taken_back_because = because
    acceptance.save(update_fields=["taken_back_at", "taken_back_by", "taken_back_because"])
    _tell(acceptance, "assurance.acceptance_taken_back", by, now)
    return acceptance


def _tell(acceptance: Acceptance, operation: str, by: User, now: dt.datetime) -> None:
    board = acceptance.adoption.board
    history.append(
        board=board,
        by=by,
        now=now,
        operation=operation,
        subject=acceptance,
        about=str(acceptance.agency),
        detail={"agency": acceptance.agency_id, "adoption": acceptance.adoption_id},
    )
    count(board=board, now=now)
