"""What is known of cases, and how they stand."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import F, QuerySet

from uplift.engine import process
from uplift.ground.access.reach import Reach
from uplift.loop.cases.models import Case, Fact, Person, Task


def engine_facts(case: Case) -> list[process.Fact]:
    """All facts of the case in the order in which they were recorded, in the engine's terms."""
    return [fact.as_engine() for fact in Fact.objects.filter(case=case).order_by("pk")]


def position_of(case: Case, today: dt.date) -> process.Position:
    """How the case stands on that day."""
    return process.position(
        case.pack, case.started_as, engine_facts(case), today, opened=case.opened_on
    )


def cases_of(reach: Reach) -> QuerySet[Case]:
    """The board's cases that this person sees, newest first."""
    return Case.objects.visible_to(reach.user, reach.today).filter(board=reach.board)


def tasks_of_hands(reach: Reach) -> QuerySet[Task]:
    """What is this person's to do in the board's cases: late first, then due, then undated."""
    return (
        Task.objects.for_hands_of(reach.user, reach.today)
        .filter(case__board=reach.board)
        .select_related("case", "agency")
        .order_by(F("due").asc(nulls_last=True), "case__reference", "position")
    )


def reasons_of_hands(reach: Reach) -> QuerySet[Task]:
    """Steps that were done late and whose doer hasn't said why, where that is this person."""
    return (
        Task.objects.in_hands_of(reach.user, reach.today)
        .filter(case__board=reach.board, state="done", reason_needed=True, reason_given=False)
        .select_related("case", "agency")
        .order_by("due", "case__reference", "position")
    )


def board_agencies(case: Case) -> frozenset[str]:
    """The slugs of the agencies that belong to the case's board."""
    return frozenset(case.board.agencies.values_list("slug", flat=True))


def same_people(reach: Reach, marks: Iterable[tuple[str, str]]) -> QuerySet[Person]:
    """People already in a case of the board with the same name and date of birth.

    `marks` are pairs of fingerprints. Asked across the whole board, so that a duplicate is noticed
    by someone who may not see the other case; the page then tells that there is one, not which.
    """
    found = Person.objects.none()
    for name_mark, birth_mark in marks:
        found = found | Person.objects.filter(
            case__board=reach.board, name_mark=name_mark, birth_mark=birth_mark
        )
    return found.distinct()
