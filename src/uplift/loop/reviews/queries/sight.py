"""Which of a case's chronology one person sees."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef, QuerySet

from uplift.ground.access.reach import Reach
from uplift.ground.boards.models import Agency
from uplift.loop.cases.models import Case, Conflict, Task
from uplift.loop.cases.policies import roles_in
from uplift.loop.cases.queries import cases_of
from uplift.loop.reviews.models import Shared


@dataclass
class Sight:
    """`member`: the person sees the case itself. `own` are the agencies that they answer for and
    that were asked in it. `shared`: one of those may read the merged chronology."""

    case: Case
    reach: Reach
    member: bool
    own: tuple[Agency, ...]
    shared: bool

    @property
    def whole(self) -> bool:
        """Whether they see what all sources told."""
        return self.member or self.shared

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles in which they act in the case."""
        return roles_in(self.reach, self.case) if self.member else frozenset()


def asked_agencies(case: Case) -> QuerySet[Agency]:
    """The agencies that a return of the case is asked of, by name."""
    asked = Task.objects.filter(case=case, agency=OuterRef("pk"), kind="return")
    return Agency.objects.filter(Exists(asked)).order_by("name")


def sight_of(reach: Reach, reference: str) -> Sight | None:
    """What this person sees of the chronology of the board's case; None: nothing.

    Starts from the cases that they see. Of another case an agency sees what it told itself, from
    when it was asked; a declared conflict shuts out here too.
    """
    case = (
        Case.objects.filter(board=reach.board, reference=reference)
        .select_related("edition", "board")
        .annotate(
            is_seen=Exists(cases_of(reach).filter(pk=OuterRef("pk"))),
            is_shut=Exists(Conflict.objects.filter(case=OuterRef("pk"), user=reach.user)),
        )
        .first()
    )
    if case is None or case.is_shut:
        return None
    answers_for = reach.agencies.get("answer_return", frozenset())
    own = tuple(asked_agencies(case).filter(pk__in=answers_for)) if answers_for else ()
    if not (case.is_seen or own):
        return None
    shared = bool(own) and Shared.objects.filter(case=case, agency__in=own).exists()
    return Sight(case=case, reach=reach, member=case.is_seen, own=own, shared=shared)
