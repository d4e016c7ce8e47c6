"""Delivering briefings, and having agencies pass them on."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils.timezone import localdate

from uplift.ground.boards.models import Agency
from uplift.ground.frameworks.queries import edition_on
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.learning.models import Finding
from uplift.loop.sharing.models import Briefing, Confirmation, Delivery
from uplift.loop.sharing.operations.briefings import tell
from uplift.loop.sharing.operations.stages import note_sharing
from uplift.loop.sharing.policies import can_confirm, can_spread


class SharingRefused(Refusal):
    """The learning can't be shared, or confirmed to be, so."""


@transaction.atomic
def deliver(
    *,
    briefing: Briefing,
    route: str,
    audience: str,
    on: dt.date,
    reach: int,
    by: User,
    now: dt.datetime,
    agency: Agency | None = None,
) -> Delivery:
    """Record that the briefing reached so many people, by one of the framework's routes."""
    _can_spread(briefing)
    edition = edition_on(briefing.board, localdate(now))
    if edition is None or route not in edition.pack.routes:
        raise SharingRefused("The board's framework has no such route.", field="route")
    _check_day(on, briefing, now)
    if agency and not briefing.board.agencies.filter(pk=agency.pk).exists():
        raise SharingRefused("This agency doesn't belong to the board.", field="agency")
    delivery = Delivery.objects.create(
        briefing=briefing, route=route, audience=audience, agency=agency, on=on, reach=reach, by=by
    )
    note_sharing(Finding.objects.filter(briefings=briefing))
    tell(briefing, "sharing.delivered", by, now, route=route, reach=reach, on=on.isoformat())
    return delivery


@transaction.atomic
def ask(
    *, briefing: Briefing, agencies: Iterable[Agency], due: dt.date, by: User, now: dt.datetime
) -> list[Confirmation]:
    """Ask agencies to pass the briefing on to their teams and to confirm it by a day. Those asked
    before aren't asked twice; returns the new requests."""
    _can_spread(briefing)
    wanted = {agency.pk for agency in agencies}
    if due < localdate(now):
        raise SharingRefused("The answer can't be due in the past.", field="due")
    own = set(briefing.board.agencies.filter(pk__in=wanted).values_list("pk", flat=True))
    if own != wanted:
        raise SharingRefused("One of the agencies doesn't belong to the board.", field="agencies")
    Briefing.objects.select_for_update().get(pk=briefing.pk)  # nobody else asks meanwhile
    new = own - set(briefing.confirmations.values_list("agency", flat=True))
    if not new:
        raise SharingRefused("All of these agencies have been asked already.", field="agencies")
    asked = Confirmation.objects.bulk_create(
        Confirmation(briefing=briefing, agency_id=pk, asked_on=localdate(now), due=due)
        for pk in sorted(new)
    )
    tell(briefing, "sharing.asked", by, now, agencies=sorted(new), due=due.isoformat())
    return asked


@transaction.atomic
def ask_again(*, confirmation: Confirmation, by: User, now: dt.datetime) -> Confirmation:
    """Ask an agency again that hasn't confirmed; at most once a day."""
    confirmation = _locked(confirmation)
    if localdate(now) in (confirmation.asked_on, confirmation.asked_again_on):
        raise SharingRefused("The agency has been asked today already.")
    confirmation.asked_again_on = localdate(now)
    confirmation.save(update_fields=["asked_again_on"])
    tell(confirmation.briefing, "sharing.asked_again", by, now, agency=confirmation.agency.slug)
    return confirmation


@transaction.atomic
def confirm(
    *,
    confirmation: Confirmation,
    on: dt.date,
    says: str,
    by: User,
    now: dt.datetime,
    reached: int | None = None,
    staff: int | None = None,
) -> Confirmation:
    """Confirm for an agency on which day and how the briefing was passed on, and to how many of
    how many people where that is known."""
    confirmation = _locked(confirmation)
    _check_day(on, confirmation.briefing, now)
    if not says.strip():
        raise SharingRefused("Say how it was passed on.", field="says")
    if reached is not None and staff is not None and reached > staff:
        raise SharingRefused("More people can't have read it than there are.", field="reached")
    confirmation.confirmed_on, confirmation.says, confirmation.by = on, says, by
    confirmation.reached, confirmation.staff = reached, staff
    confirmation.save(update_fields=["confirmed_on", "says", "by", "reached", "staff"])
    note_sharing(Finding.objects.filter(briefings=confirmation.briefing))
    tell(confirmation.briefing, "sharing.confirmed", by, now, agency=confirmation.agency.slug)
    return confirmation


def _can_spread(briefing: Briefing) -> None:
    if refusal := can_spread(briefing):
        raise refusal


def _locked(confirmation: Confirmation) -> Confirmation:
    """The request as it stands, locked, and not answered yet: two people may answer at once."""
    fresh = Confirmation.objects.select_for_update().get(pk=confirmation.pk)
    if refusal := can_confirm(fresh):
        raise refusal
    return fresh


def _check_day(on: dt.date, briefing: Briefing, now: dt.datetime) -> None:
    if on > localdate(now):
        raise SharingRefused("The day can't lie in the future.", field="on")
    if briefing.issued_on and on < briefing.issued_on:
        raise SharingRefused("The briefing wasn't issued yet on that day.", field="on")
