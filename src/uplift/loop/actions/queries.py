"""Which actions someone sees, and which of them they ask for."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from uplift.ground.access.models import Grant
from uplift.ground.access.reach import Reach
from uplift.ground.boards.models import Agency
from uplift.ground.identity.models import User
from uplift.loop.actions.models import Action
from uplift.loop.cases.models import Case
from uplift.loop.learning.queries import findings_of

_S = Action.Status
OPEN = (_S.PROPOSED, _S.ACCEPTED)
FINISHED = (_S.DONE, _S.EMBEDDED)


def actions_of(reach: Reach) -> QuerySet[Action]:
    """The board's actions that this person sees, the next due first."""
    return (
        Action.objects.visible_to(reach.user, reach.today)
        .filter(board=reach.board)
        .select_related("agency", "owner")
        .order_by("due", "number")
    )


def late(actions: QuerySet[Action], reach: Reach) -> QuerySet[Action]:
    """Those past their day and not done yet."""
    return actions.filter(status__in=OPEN, due__lt=reach.today)


def matching(
    actions: QuerySet[Action], wanted: Mapping[str, Any], reach: Reach
) -> QuerySet[Action]:
    """Those that the filter of the list asks for: state (a status, `open` or `late`), agency and
    finding (its number)."""
    match wanted.get("state"):
        case "open":
            actions = actions.filter(status__in=OPEN)
        case "late":
            actions = late(actions, reach)
        case str(status) if status:
            actions = actions.filter(status=status)
    if agency := wanted.get("agency"):
        actions = actions.filter(agency=agency)
    if finding := wanted.get("finding"):
        there = findings_of(reach).filter(number=finding, actions=OuterRef("pk"))
        actions = actions.filter(Exists(there))
    return actions


def of_case(reach: Reach, case: Case) -> QuerySet[Action]:
    """What is done because of one case, for those who see what it taught."""
    there = findings_of(reach).filter(case=case, actions=OuterRef("pk"))
    return actions_of(reach).filter(Exists(there))


def to_do(reach: Reach) -> QuerySet[Action]:
    """What this person has to answer or to finish for the agencies they answer for; where an
    action has an owner, it is the owner's. The next due first."""
    own = reach.agencies.get("update_action", frozenset())
    return actions_of(reach).filter(
        Q(owner=reach.user) | Q(owner__isnull=True), agency__in=own, status__in=OPEN
    )


def agencies_with_actions(reach: Reach) -> QuerySet[Agency]:
    """The agencies that the list can be filtered by."""
    there = Action.objects.visible_to(reach.user, reach.today).filter(
        board=reach.board, agency=OuterRef("pk")
    )
    return Agency.objects.filter(Exists(there))


def owners(reach: Reach) -> QuerySet[User]:
    """Those who answer for an agency's actions at the board today."""
    seats = Grant.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=reach.today),
        board=reach.board,
        user=OuterRef("pk"),
        capability="update_action",
        agency__isnull=False,
        starts__lte=reach.today,
    )
    return User.objects.filter(Exists(seats), is_active=True).order_by("name")
