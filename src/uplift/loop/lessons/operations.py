"""Recording what inspectors found about the board."""

import datetime as dt

from django.db import transaction
from django.utils.timezone import localdate

from uplift.ground.boards.models import Board
from uplift.ground.drafts.versions import claim
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.lessons.models import Inspection


class InspectionRefused(Refusal):
    """An inspection can't be recorded so."""


@transaction.atomic
def record_inspection(
    *,
    board: Board,
    body: str,
    title: str,
    on: dt.date,
    judgement: str,
    factors: str,
    source: str,
    by: User,
    now: dt.datetime,
) -> Inspection:
    """Record an outside judgement of the board; the same one isn't recorded twice."""
    _check(Inspection(board=board, body=body, title=title, on=on), now)
    inspection = Inspection.objects.create(
        board=board,
        body=body,
        title=title,
        on=on,
        judgement=judgement,
        factors=factors,
        source=source,
        by=by,
        made_at=now,
    )
    _tell(inspection, "lessons.inspection_recorded", by, now)
    return inspection


@transaction.atomic
def change_inspection(
    *,
    inspection: Inspection,
    version: int,
    body: str,
    title: str,
    on: dt.date,
    judgement: str,
    factors: str,
    source: str,
    by: User,
    now: dt.datetime,
) -> Inspection:
    """Write over what was recorded of an inspection, as it stood at `version`."""
    _check(Inspection(pk=inspection.pk, board=inspection.board, body=body, title=title, on=on), now)
    claim(
        inspection,
        version,
        body=body,
        title=title,
        on=on,
        judgement=judgement,
        factors=factors,
        source=source,
    )
    _tell(inspection, "lessons.inspection_changed", by, now)
    return inspection


def _check(wanted: Inspection, now: dt.datetime) -> None:
    if wanted.on > localdate(now):
        raise InspectionRefused("The inspection can't be dated in the future.", field="on")
    Board.objects.select_for_update().get(pk=wanted.board_id)  # no other comes in between
    same = Inspection.objects.filter(
        board=wanted.board, body=wanted.body, on=wanted.on, title=wanted.title
    )
    if same.exclude(pk=wanted.pk).exists():
        raise InspectionRefused("This inspection is recorded already.", field="title")


def _tell(inspection: Inspection, operation: str, by: User, now: dt.datetime) -> None:
    history.append(
        board=inspection.board,
        by=by,
        now=now,
        operation=operation,
        subject=inspection,
        detail={"on": inspection.on.isoformat(), "version": inspection.version},
    )
