"""Which edition a board works by."""

import datetime as dt

from uplift.ground.boards.models import Board
from uplift.ground.frameworks.models import Edition


def edition_on(board: Board, day: dt.date) -> Edition | None:
    """The edition in force at the board on that day, if it had adopted one by then."""
    return (
        Edition.objects.filter(adoptions__board=board, adoptions__starts__lte=day)
        .order_by("-adoptions__starts")
        .first()
    )
