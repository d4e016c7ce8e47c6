"""Seats at a board, one's own calendar address and digest."""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from uplift.engine.spec import Role
from uplift.front.desk.models import CalendarFeed
from uplift.front.desk.queries.seats import seats_at
from uplift.ground.access import operations as access
from uplift.ground.access.models import Grant
from uplift.ground.boards.models import Agency, Board, Group, Seat
from uplift.ground.history import operations as history
from uplift.ground.identity import operations as identity
from uplift.ground.identity.models import User
from uplift.ground.ui.filters.dates import day
from uplift.ground.ui.refusal import Refusal


class SeatRefused(Refusal):
    """A seat can't be given or ended so."""


@transaction.atomic
def give_seat(
    *,
    board: Board,
    email: str,
    name: str,
    role_id: str,
    role: Role,
    starts: dt.date,
    by: User,
    now: dt.datetime,
    agency: Agency | None = None,
    group: Group | None = None,
    ends: dt.date | None = None,
) -> Seat:
    """Give someone a seat in a role of the framework, and an account if they have none; they are
    invited by e-mail."""
    _fits(role, agency, group)
    _free(board, role_id, role, starts, ends)
    user = identity.invite(by=by, now=now, email=email, name=name)
    if _sits(user, role_id, board, group, agency, starts):
        raise SeatRefused(f"{user} has that seat already.", field="email")
    return access.give_seat(
        user=user,
        role=role_id,
        board=None if group else board,
        group=group,
        agency=agency,
        starts=starts,
        ends=ends,
        by=by,
        now=now,
    )


def _fits(role: Role, agency: Agency | None, group: Group | None) -> None:
    if role.held == "agency" and agency is None:
        raise SeatRefused(f"Choose the agency for which they are {role.name}.", field="agency")
    if role.held == "shared" and group is None:
        raise SeatRefused(f"Choose the group in which they are {role.name}.", field="group")


def _free(board: Board, role_id: str, role: Role, starts: dt.date, ends: dt.date | None) -> None:
    """A role with one seat is held by one person at a time."""
    if role.seats != "one" or role.held == "agency":
        return
    others = seats_at(board).filter(Q(ends__isnull=True) | Q(ends__gte=starts), role=role_id)
    other = others.filter(starts__lte=ends).first() if ends else others.first()
    if other:
        until = f"until {day(other.ends)}" if other.ends else "until further notice"
        raise SeatRefused(
            f"{other.user} is {role.name} {until}: end that seat first.", field="role"
        )


def _sits(
    user: User,
    role_id: str,
    board: Board,
    group: Group | None,
    agency: Agency | None,
    starts: dt.date,
) -> bool:
    same = Seat.objects.filter(user=user, role=role_id, agency=agency, group=group)
    same = same.filter(board=None if group else board).exclude(ends__lt=starts)
    return same.exists()


@transaction.atomic
def end_seat(*, board: Board, seat: Seat, on: dt.date, by: User, now: dt.datetime) -> Seat:
    """End a seat on a day, the last on which it counts. Somebody must remain who gives seats."""
    if seat.ends and seat.ends < on:
        raise SeatRefused(f"The seat ended on {day(seat.ends)} already.", field="on")
    ended = access.end_seat(seat=seat, on=on, by=by, now=now)
    left = Grant.objects.filter(board=board, capability="manage_board", user__is_active=True)
    if not left.filter(Q(ends__isnull=True) | Q(ends__gt=on)).exists():
        raise SeatRefused(
            "Then nobody could give seats any more. Give someone else a seat that does, first.",
            field="on",
        )
    return ended


@transaction.atomic
def new_feed(*, by: User, now: dt.datetime) -> CalendarFeed:
    """Give someone a calendar address; the one they had stops working."""
    CalendarFeed.objects.filter(user=by).delete()
    feed = CalendarFeed.objects.create(user=by, made_at=now)
    history.append(
        board=None, by=by, now=now, operation="desk.calendar_made", subject=feed, about="calendar"
    )
    return feed


@transaction.atomic
def end_feed(*, by: User, now: dt.datetime) -> None:
    """Make someone's calendar address stop working."""
    feed = CalendarFeed.objects.filter(user=by).first()
    if feed is None:
        raise Refusal("You have no calendar address.")
    history.append(
        board=None, by=by, now=now, operation="desk.calendar_ended", subject=feed, about="calendar"
    )
    feed.delete()


@transaction.atomic
def set_digest(*, wanted: bool, by: User, now: dt.datetime) -> None:
    """Send someone the daily e-mail, or no longer."""
    User.objects.filter(pk=by.pk).update(digest=wanted)
    operation = "desk.digest_on" if wanted else "desk.digest_off"
    history.append(board=None, by=by, now=now, operation=operation, subject=by, about="digest")
