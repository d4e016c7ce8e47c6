"""Who sits at a board, and in which roles somebody can be given a seat there."""

from django.db.models import Q, QuerySet

from uplift.engine.spec import Role
from uplift.ground.access.reach import Reach
from uplift.ground.boards.models import Board, Seat
from uplift.ground.frameworks.queries import edition_on

HELD = ("board", "agency", "shared")  # the others are given in a case, or held outside


def seats_at(board: Board) -> QuerySet[Seat]:
    """Every seat that counts at the board, also in its groups, by name."""
    return (
        Seat.objects.filter(Q(board=board) | Q(group__boards=board))
        .select_related("user", "agency", "group", "board")
        .order_by("user__name", "role", "pk")
    )


def seats(reach: Reach, *, state: str = "", role: str = "") -> QuerySet[Seat]:
    """Those that someone who manages the board looks for: `ended`, `later` still to begin, or
    `held` today."""
    found = seats_at(reach.board)
    if role:
        found = found.filter(role=role)
    ended, later = Q(ends__lt=reach.today), Q(starts__gt=reach.today)
    wanted = {"ended": ended, "later": later, "held": ~ended & ~later}
    return found.filter(wanted[state]) if state else found


def roles_of(reach: Reach) -> dict[str, Role]:
    """The roles of the board's framework in which a seat can be given, in its order."""
    edition = edition_on(reach.board, reach.today)
    every = edition.pack.roles if edition else {}
    return {key: role for key, role in every.items() if role.held in HELD}


def role_names(reach: Reach) -> dict[str, str]:
    """What each role of the board's framework is called."""
    edition = edition_on(reach.board, reach.today)
    return {key: role.name for key, role in edition.pack.roles.items()} if edition else {}
