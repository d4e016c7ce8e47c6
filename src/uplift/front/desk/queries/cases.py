"""How many of the board's cases are open."""

from dataclasses import dataclass

from uplift.ground.access.reach import Reach
from uplift.loop.cases.models import Case, Member
from uplift.loop.cases.queries import cases_of

MOST = 1000  # counted; beyond that, it is many


@dataclass(frozen=True, slots=True)
class OpenCases:
    """How many cases someone sees that aren't closed, and of them those late and those paused;
    `MOST` means that many or more, and then only so many were looked at."""

    open: int
    late: int
    paused: int


def open_cases(reach: Reach) -> OpenCases:
    """Counted in one query, over no more than `MOST` cases."""
    seen = cases_of(reach).filter(status__in=(Case.Status.OPEN, Case.Status.PAUSED))
    if not (reach.may("see_every_case") or reach.may("see_case")):  # then by their teams alone
        seen = seen.filter(pk__in=Member.objects.filter(user=reach.user).values("case"))
    found = list(seen.order_by().values_list("status", "due")[:MOST])
    going = [due for status, due in found if status == Case.Status.OPEN]
    late = sum(1 for due in going if due and due < reach.today)
    return OpenCases(len(found), late, len(found) - len(going))
