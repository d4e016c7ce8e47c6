"""Which adoption of a framework a board works by, and which it worked by before."""

import datetime as dt

from django.db.models import QuerySet

from uplift.ground.boards.models import Board
from uplift.ground.frameworks.models import Adoption


def adoptions_by(board: Board, day: dt.date) -> QuerySet[Adoption]:
    """The board's adoptions that had begun by that day, the one in force first."""
    found = Adoption.objects.filter(board=board, starts__lte=day)
    return found.select_related("edition", "board").order_by("-starts")


def adoption_on(board: Board, day: dt.date) -> Adoption | None:
    """The adoption in force at the board on that day."""
    return adoptions_by(board, day).first()


def adoption_before(adoption: Adoption) -> Adoption | None:
    """What the board worked by before it."""
    found = Adoption.objects.filter(board=adoption.board_id, starts__lt=adoption.starts)
    return found.select_related("edition", "board").order_by("-starts").first()
