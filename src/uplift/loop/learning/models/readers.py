import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from uplift.ground.access.models import Grant, Power
from uplift.ground.access.scope import held
from uplift.ground.identity.models import User

# A role that has one of these answers for an agency, and sees of the others' work what is shared.
FOR_AN_AGENCY = ("update_action", "confirm_sharing", "answer_return")
FOR_THE_BOARD = ("manage_learning", "manage_actions", "share", "evaluate")


def readers(user: User, on: dt.date, board: str = "board") -> QuerySet[Grant]:
    """The grants by which this person reads the learning of the outer row's board.

    `board` is the path from the outer row to its board. Use it inside EXISTS.
    """
    return held(user, on).filter(board=OuterRef(board), capability="read_learning")


def overseers(user: User, on: dt.date, board: str = "board") -> QuerySet[Grant]:
    """The grants by which this person follows what every agency of that board does about it."""
    one_agency = Power.objects.filter(
        board=OuterRef("board"), role=OuterRef("role"), capability__in=FOR_AN_AGENCY
    )
    return held(user, on).filter(
        Q(capability__in=FOR_THE_BOARD) | Q(capability="read_learning") & ~Exists(one_agency),
        board=OuterRef(board),
    )
