"""Seats that nobody holds, and what waits for them."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value

from uplift.engine.spec import Role
from uplift.ground.access.reach import ATTEND, Reach
from uplift.ground.access.scope import held_by_anyone
from uplift.ground.frameworks.models import Edition
from uplift.loop.assurance.queries import to_attest
from uplift.loop.cases.models import Member, Task

SEATS = ("board", "shared")  # held at the board or in a group, not in a case or an agency
ANSWERS = "answer_return"  # the capability of whoever answers for an agency
MOST = 1000  # open steps looked at that wait for somebody in their case


@dataclass(slots=True)
class Empty:
    """A seat that nobody holds: its name, where it is held, how many open steps of cases and how
    many statements wait for it."""

    name: str
    held: str
    steps: int = 0
    statements: int = 0

    @property
    def waits(self) -> int:
        """All that waits for it."""
        return self.steps + self.statements


def empty_seats(reach: Reach) -> list[Empty]:
    """The seats of the board's frameworks that nobody holds today, what most waits for first: at
    the board and in its groups; in cases and agencies only those for which something waits.

    How many steps wait is counted over all of the board's cases, whichever the person sees.
    """
    roles, (held, answered) = _roles(reach), _held(reach)
    empty = [key for key, role in roles.items() if role.held in SEATS and key not in held]
    waiting = _waiting(reach, empty, answered)
    found = [
        Empty(roles[key].name, roles[key].held, waiting["step", key], waiting["statement", key])
        for key in empty
    ]
    found += [Empty(who, "agency", n) for (of, who), n in waiting.items() if of == "return"]
    in_case = [key for key, role in roles.items() if role.held == "case"]
    parts = _in_cases(reach, in_case)
    found += [Empty(roles[key].name, "case", count) for key, count in parts.items()]
    return sorted(found, key=lambda one: (-one.waits, one.name))


def _roles(reach: Reach) -> dict[str, Role]:
    """The roles of all frameworks that the board has adopted, since cases stay on theirs; a role
    of several by what the latest says."""
    editions = Edition.objects.filter(
        adoptions__board=reach.board, adoptions__starts__lte=reach.today
    )
    ordered = editions.order_by("adoptions__starts")
    return {key: role for one in ordered for key, role in one.pack.roles.items()}


def _held(reach: Reach) -> tuple[set[str], set[int]]:
    """The roles that somebody holds at the board, and the agencies for which somebody answers."""
    grants = held_by_anyone(reach.today).filter(board=reach.board, capability__in=(ATTEND, ANSWERS))
    rows = set(grants.values_list("role", "capability", "agency"))
    answered = {agency for _, capability, agency in rows if capability == ANSWERS and agency}
    return {role for role, _, _ in rows}, answered


def _open(reach: Reach) -> QuerySet[Task]:
    tasks = Task.objects.filter(board=reach.board, state="open", optional=False)
    return tasks.order_by()


def _waiting(
    reach: Reach, roles: Collection[str], answered: Collection[int]
) -> Counter[tuple[str, str]]:
    """How many steps and statements wait for each of the roles, and how many returns for an agency
    for which nobody answers: one query."""
    of_agencies = _open(reach).filter(agency__isnull=False).exclude(agency__in=answered)
    of_roles = _open(reach).filter(agency__isnull=True, role__in=roles)
    statements = to_attest(reach).filter(role__in=roles).order_by()
    counts = _counted(of_agencies, "return", "agency__name").union(
        _counted(of_roles, "step", "role"), _counted(statements, "statement", "role"), all=True
    )
    return Counter({(of, name): count for of, name, count in counts})


def _counted(rows: QuerySet[Any], of: str, column: str) -> QuerySet[Any, Any]:
    named: QuerySet[Any, Any] = rows.values(of=Value(of, CharField()), named=F(column))
    counted: QuerySet[Any, Any] = named.annotate(n=Count("pk")).values_list("of", "named", "n")
    return counted


def _in_cases(reach: Reach, roles: Collection[str]) -> Counter[str]:
    """Steps of cases in which nobody has the part."""
    team = Member.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=reach.today),
        case=OuterRef("case"),
        role=OuterRef("role"),
        starts__lte=reach.today,
    )
    rows = _open(reach).filter(~Exists(team), agency__isnull=True, role__in=roles)
    return Counter(rows.values_list("role", flat=True)[:MOST])
