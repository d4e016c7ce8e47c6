"""Counting how every clause stands."""

import datetime as dt
from textwrap import shorten

from django.db import transaction
from django.utils.timezone import localdate

from uplift.ground.boards.models import Board
from uplift.loop.assurance.adoptions import adoption_on
from uplift.loop.assurance.models import Attestation, ClauseStatus
from uplift.loop.assurance.records import Records
from uplift.loop.assurance.status import standings

A_LINE = 110  # characters of a clause in lists


@transaction.atomic
def count(*, board: Board, now: dt.datetime) -> int:
    """Count anew how every clause stands today; returns how many there are."""
    today = localdate(now)
    ClauseStatus.objects.filter(board=board).delete()
    adoption = adoption_on(board, today)
    if adoption is None:
        return 0
    pack = adoption.edition.pack
    found = standings(pack, adoption, Records(board, pack, today), _latest(board))
    rows = ClauseStatus.objects.bulk_create(
        ClauseStatus(
            board=board,
            position=position,
            clause=standing.clause.id,
            wording=shorten(standing.clause.says, A_LINE, placeholder="…"),
            kind=standing.kind,
            state=standing.state,
            says=standing.says,
            role=standing.role,
            due=standing.due,
            counted_at=now,
        )
        for position, standing in enumerate(found)
    )
    return len(rows)


def _latest(board: Board) -> dict[str, Attestation]:
    """The last statement of each clause: what was stated under a later adoption comes after."""
    made = Attestation.objects.filter(board=board).select_related("by", "adoption__edition")
    return {one.clause: one for one in made.order_by("adoption__starts", "on", "pk")}


def count_all(*, now: dt.datetime) -> int:
    """Count for every board; the daily job."""
    return sum(count(board=board, now=now) for board in Board.objects.all())
