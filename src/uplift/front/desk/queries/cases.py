"""How many of the board's cases are open."""

from dataclasses import dataclass

from uplift.ground.access.reach import Reach
from uplift.loop.cases.models import Case, Member
from uplift.loop.cases.queries import cases_of

MOST = 1000  # counted; beyond that, it is many


@dataclass(frozen=True, slots=True)
class OpenCases:
    """How many cases someone sees that aren't closed, and of them those late and those paused;
    `MOST` means that many or more."""

    open: int
    late: int
    paused: int


def open_cases(reach: Reach) -> OpenCases:
    """Counted in three queries, each over no more than `MOST` cases."""
    seen = cases_of(reach).order_by()
    if not (reach.may("see_every_case") or reach.may("see_case")):  # then by their teams alone
        seen = seen.filter(pk__in=Member.objects.filter(user=reach.user).values("case"))
    paused, going = (seen.filter(status=s) for s in (Case.Status.PAUSED, Case.Status.OPEN))
    stopped = paused[:MOST].count()
    late = going.filter(due__lt=reach.today)[:MOST].count()
    return OpenCases(min(going[:MOST].count() + stopped, MOST), late, stopped)
