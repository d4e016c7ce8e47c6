"""At which boards somebody has a seat."""

import datetime as dt

from django.db.models import Exists, OuterRef, QuerySet

from uplift.ground.access.scope import held
from uplift.ground.boards.models import Board
from uplift.ground.identity.models import User


def boards_of(user: User, today: dt.date) -> QuerySet[Board]:
    """The boards at which this person has a seat today, by name."""
    return Board.objects.filter(Exists(held(user, today).filter(board=OuterRef("pk"))))
