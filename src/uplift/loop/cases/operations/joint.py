"""Letting another board take part in a review that this board leads."""

import datetime as dt

from django.db import transaction
from django.utils.timezone import localdate

from uplift.ground.boards.models import Board
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case, JointBoard


class JointRefused(Refusal):
    """A board can't take part in the review so."""


@transaction.atomic
def share_with(*, case: Case, board: Board, why: str, by: User, now: dt.datetime) -> JointBoard:
    """Let another board follow the review from today on; this board stays in the lead."""
    if board == case.board:
        raise JointRefused("This board leads the review already.", field="board")
    if case.joint_boards.filter(board=board, ends__isnull=True).exists():
        raise JointRefused(f"{board.name} takes part already.", field="board")
    joint = JointBoard.objects.create(case=case, board=board, why=why, since=localdate(now), by=by)
    _tell(joint, "cases.shared_with", by, now)
    return joint


@transaction.atomic
def end_sharing(*, joint: JointBoard, by: User, now: dt.datetime) -> JointBoard:
    """From tomorrow on the board no longer follows the review; what it has taken in, it keeps."""
    if joint.ends is not None:
        raise JointRefused("That board's part has ended already.")
    joint.ends = localdate(now)
    joint.save(update_fields=["ends"])
    _tell(joint, "cases.sharing_ended", by, now)
    return joint


def _tell(joint: JointBoard, operation: str, by: User, now: dt.datetime) -> None:
    """In the history of both boards."""
    for board in (joint.case.board, joint.board):
        history.append(
            board=board,
            by=by,
            now=now,
            operation=operation,
            subject=joint.case,
            detail={"lead": joint.case.board_id, "board": joint.board_id},
        )
