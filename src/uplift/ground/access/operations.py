"""Who holds which seat, and the grants that follow from it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from uplift.ground.access.models import Grant, Power
from uplift.ground.access.reach import ATTEND
from uplift.ground.boards.models import Agency, Board, Group, Seat
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal


class SeatRefused(Refusal):
    """A seat can't be given or ended so."""


@dataclass(frozen=True, slots=True)
class RolePowers:
    """A role's name, what it may do, and whether only in the cases of its holder's teams."""

    name: str
    may: Iterable[str]
    in_case: bool


@transaction.atomic
def set_powers(*, board: Board, roles: Mapping[str, RolePowers]) -> None:
    """Say what each role may do at the board, as its framework has it; the grants of every seat
    there follow. The caller's own entry in the history covers it."""
    Power.objects.filter(board=board).delete()
    Power.objects.bulk_create(
        Power(
            board=board,
            role=key,
            role_name=role.name,
            capability=capability,
            in_case=role.in_case,
        )
        for key, role in roles.items()
        for capability in {*role.may, ATTEND}
    )
    for seat in _seats_counting_at(board):
        _spread(seat)


@transaction.atomic
def give_seat(
    *,
    user: User,
    role: str,
    starts: dt.date,
    by: User | None,
    now: dt.datetime,
    board: Board | None = None,
    group: Group | None = None,
    agency: Agency | None = None,
    ends: dt.date | None = None,
) -> Seat:
    """Give someone a seat at a board, or in a group and so at each of its boards."""
    if ends is not None and ends < starts:
        raise SeatRefused("The seat can't end before it starts.", field="ends")
    seat = Seat.objects.create(
        user=user, role=role, board=board, group=group, agency=agency, starts=starts, ends=ends
    )
    _spread(seat)
    _record(seat, "access.seat_given", by, now)
    return seat


@transaction.atomic
def end_seat(*, seat: Seat, on: dt.date, by: User | None, now: dt.datetime) -> Seat:
    """End a seat on a day, which is the last on which it counts."""
    if on < seat.starts:
        raise SeatRefused("The seat can't end before it starts.", field="ends")
    seat.ends = on
    seat.save(update_fields=["ends"])
    _spread(seat)
    _record(seat, "access.seat_ended", by, now)
    return seat


def rebuild() -> int:
    """Make every grant anew from seats and powers; returns how many there are."""
    Grant.objects.all().delete()
    for seat in Seat.objects.all():
        _spread(seat)
    return Grant.objects.count()


def _seats_counting_at(board: Board) -> Iterable[Seat]:
    return Seat.objects.filter(Q(board=board) | Q(group__boards=board)).distinct()


def boards_of(seat: Seat) -> list[Board]:
    """The boards at which the seat counts."""
    if seat.group is not None:
        return list(seat.group.boards.all())
    return [seat.board] if seat.board else []


def _spread(seat: Seat) -> None:
    boards = boards_of(seat)
    Grant.objects.filter(seat=seat).delete()
    powers = Power.objects.filter(board__in=boards, role=seat.role, in_case=False)
    given = {(power.board_id, power.capability) for power in powers}
    Grant.objects.bulk_create(
        Grant(
            user_id=seat.user_id,
            board_id=board_id,
            seat=seat,
            role=seat.role,
            capability=capability,
            agency_id=seat.agency_id,
            starts=seat.starts,
            ends=seat.ends,
        )
        for board_id, capability in sorted(given | {(board.pk, ATTEND) for board in boards})
    )


def _record(seat: Seat, operation: str, by: User | None, now: dt.datetime) -> None:
    for board in boards_of(seat):
        history.append(
            board=board,
            by=by,
            now=now,
            operation=operation,
            subject=seat,
            detail={
                "user": seat.user_id,
                "role": seat.role,
                "starts": seat.starts.isoformat(),
                "ends": seat.ends.isoformat() if seat.ends else None,
            },
        )
