"""What one person reaches at one board today; made once a request."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from uplift.ground.access.models import Power
from uplift.ground.access.scope import held
from uplift.ground.boards.models import Board
from uplift.ground.identity.models import User

ATTEND = "attend"  # the capability of every seat, however little else its role may do


@dataclass(frozen=True, slots=True)
class Reach:
    """`roles` are keys of the pack's roles; `agencies` the ids of agencies answered for, by
    capability; `powers` what each role of the board may do."""

    user: User
    board: Board
    today: dt.date
    roles: frozenset[str]
    capabilities: frozenset[str]
    agencies: dict[str, frozenset[int]]
    powers: dict[str, frozenset[str]]

    def may(self, capability: str) -> bool:
        """Whether any seat held today gives this capability at this board."""
        return capability in self.capabilities

    def may_for(self, capability: str, agency_id: int | None) -> bool:
        """Whether a seat gives this capability on behalf of that agency."""
        return agency_id in self.agencies.get(capability, frozenset())

    def may_as(self, capability: str, roles: Iterable[str]) -> bool:
        """Whether any of these roles would give the capability (for roles held in a case)."""
        return any(capability in self.powers.get(role, ()) for role in roles)


def reach(user: User, board: Board, today: dt.date) -> Reach:
    """Read this person's grants at the board and what the board's roles may do: two queries."""
    roles, capabilities = set(), set()
    agencies: dict[str, set[int]] = defaultdict(set)
    for grant in held(user, today).filter(board=board):
        roles.add(grant.role)
        capabilities.add(grant.capability)
        if grant.agency_id:
            agencies[grant.capability].add(grant.agency_id)
    powers: dict[str, set[str]] = defaultdict(set)
    for power in Power.objects.filter(board=board):
        powers[power.role].add(power.capability)
    return Reach(
        user=user,
        board=board,
        today=today,
        roles=frozenset(roles),
        capabilities=frozenset(capabilities),
        agencies={key: frozenset(ids) for key, ids in agencies.items()},
        powers={key: frozenset(values) for key, values in powers.items()},
    )
