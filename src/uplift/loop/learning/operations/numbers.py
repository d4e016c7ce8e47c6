"""Running numbers of a board."""

from typing import Protocol

from django.db.models import Max, QuerySet

from uplift.ground.boards.models import Board


class Numbered(Protocol):
    """A record that its board knows by a number."""

    number: int


def next_number(rows: QuerySet[Numbered], board: Board) -> int:  # type: ignore[type-var]  # models
    """The board's next free number among `rows`; call it inside the operation's transaction.

    The board is locked until that ends, so that nobody else is given the same number.
    """
    Board.objects.select_for_update().get(pk=board.pk)
    last = rows.filter(board=board).aggregate(last=Max("number"))["last"]
    return int(last or 0) + 1
