"""What people hold on a day, as a query to build scopes from."""

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from uplift.ground.access.models import Grant
from uplift.ground.boards.models import Board
from uplift.ground.identity.models import User


def held(user: User, on: dt.date) -> QuerySet[Grant]:
    """The grants of this person that count on that day; use them inside EXISTS."""
    return held_by_anyone(on).filter(user=user)


def held_by_anyone(on: dt.date) -> QuerySet[Grant]:
    """The grants that count on that day, whoever has them."""
    return Grant.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=on), starts__lte=on, user__is_active=True
    )


def roles_held(board: Board, on: dt.date) -> frozenset[str]:
    """The roles in which somebody has a seat at the board on that day, in its groups too."""
    held = held_by_anyone(on).filter(board=board)
    return frozenset(held.values_list("role", flat=True).distinct())


def settled(rows: QuerySet[Any]) -> RawSQL:
    """The keys of these rows as SQL that is written once: for a query that asks for one scope in
    several places, `filter(pk__in=settled(scope))`."""
    sql, values = rows.order_by().values("pk").query.sql_with_params()
    return RawSQL(sql, values)  # noqa: S611 - Django's own SQL, its values apart
