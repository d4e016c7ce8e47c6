"""Seats that nobody holds, and what waits for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from uplift.engine.spec import Role
from uplift.ground.access.reach import Reach
from uplift.ground.access.scope import held_by_anyone, roles_held
from uplift.ground.frameworks.models import Edition
from uplift.loop.assurance.models import ClauseStatus
from uplift.loop.assurance.queries import to_attest
from uplift.loop.cases.models import Member, Task

SEATS = ("board", "shared")  # held at the board or in a group, not in a case or an agency


@dataclass(slots=True)
class Empty:
    """A seat that nobody holds: its name, where somebody gets it, how many open steps of cases
    and how many statements wait for it."""

    name: str
    how: str
    steps: int = 0
    statements: int = 0

    @property
    def waits(self) -> int:
        """All that waits for it."""
        return self.steps + self.statements


def empty_seats(reach: Reach) -> list[Empty]:
    """The seats of the board's frameworks that nobody holds today, what most waits for first: at
    the board and in its groups; in cases and agencies only those for which something waits."""
    roles = _roles(reach)
    held = roles_held(reach.board, reach.today)
    empty = [key for key, role in roles.items() if role.held in SEATS and key not in held]
    in_case = [key for key, role in roles.items() if role.held == "case"]
    found = {key: Empty(roles[key].name, "board") for key in empty}
    for task in _tasks(reach, empty, in_case):
        role, agency = task["role"], task["who"]
        if agency:
            seat = found.setdefault(f"agency {agency}", Empty(agency, "agency"))
        else:
            seat = found.setdefault(role, Empty(roles[role].name, "case"))
        seat.steps += task["count"]
    for role, count in _statements(reach, empty):
        found[role].statements = count
    return sorted(found.values(), key=lambda one: (-one.waits, one.name))


def _roles(reach: Reach) -> dict[str, Role]:
    """The roles of all frameworks that the board has adopted, since cases stay on theirs; a role
    of several by what the latest says."""
    editions = Edition.objects.filter(
        adoptions__board=reach.board, adoptions__starts__lte=reach.today
    )
    ordered = editions.order_by("adoptions__starts")
    return {key: role for one in ordered for key, role in one.pack.roles.items()}


def _tasks(reach: Reach, empty: Iterable[str], in_case: Iterable[str]) -> Iterable[Any]:
    """How many open steps of the board's cases wait for each role, or for somebody to answer for
    an agency: numbers, whichever cases the person sees."""
    on = reach.today
    team = Member.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=on),
        case=OuterRef("case"),
        role=OuterRef("role"),
        starts__lte=on,
    )
    answers = held_by_anyone(on).filter(
        board=reach.board, agency=OuterRef("agency"), capability="answer_return"
    )
    waiting = Task.objects.filter(
        Q(agency__isnull=True, role__in=empty)
        | Q(agency__isnull=True, role__in=in_case) & ~Exists(team)
        | Q(agency__isnull=False) & ~Exists(answers),
        board=reach.board,
        state="open",
        optional=False,
    )
    return (
        waiting.order_by()
        .annotate(who=F("agency__name"))
        .values("role", "who")
        .annotate(count=Count("pk"))
    )


def _statements(reach: Reach, empty: Iterable[str]) -> "QuerySet[ClauseStatus, tuple[str, int]]":
    rows = to_attest(reach).filter(role__in=empty).order_by()
    return rows.values_list("role").annotate(Count("pk"))
