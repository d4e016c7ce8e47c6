"""What is known of cases, and how they stand."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from uplift.engine import process
from uplift.ground.access.reach import Reach
from uplift.ground.boards.models import Group, Seat
from uplift.ground.identity.models import User
from uplift.loop.cases.models import (
    Case,
    CaseRole,
    Conflict,
    Fact,
    JointBoard,
    Member,
    Person,
    Task,
)


def engine_facts(case: Case) -> list[process.Fact]:
    """All facts of the case in the order in which they were recorded, in the engine's terms."""
    return [fact.as_engine() for fact in Fact.objects.filter(case=case).order_by("pk")]


def position_of(case: Case, today: dt.date) -> process.Position:
    """How the case stands on that day."""
    return process.position(
        case.pack, case.started_as, engine_facts(case), today, opened=case.opened_on
    )


def cases_of(reach: Reach) -> QuerySet[Case]:
    """The board's cases that this person sees, newest first: `visible_to` at this board, written
    shorter for those who see every case of it."""
    cases = Case.objects.filter(board=reach.board)
    if not reach.may("see_every_case"):
        return cases.visible_to(reach.user, reach.today)
    return _unshut(reach, cases)


def _unshut(reach: Reach, cases: QuerySet[Case]) -> QuerySet[Case]:
    """Those in which this person has declared no interest."""
    return cases.exclude(Exists(Conflict.objects.filter(case=OuterRef("pk"), user=reach.user)))


def tasks_of(reach: Reach) -> QuerySet[Task]:
    """The steps of the board's cases that this person sees: `visible_to` at this board, written
    shorter for those who see every case of it."""
    tasks = Task.objects.filter(board=reach.board)
    if not reach.may("see_every_case"):
        return tasks.visible_to(reach.user, reach.today)
    conflict = Conflict.objects.filter(case=OuterRef("case"), user=reach.user)
    own = reach.agencies.get("answer_return", frozenset())
    return tasks.filter(Q(agency__in=own) | ~Exists(conflict))


def joint_cases(reach: Reach) -> QuerySet[Case]:
    """The reviews in which the board takes part and another leads, for its business unit."""
    if not reach.may("see_every_case"):
        return Case.objects.none()
    taking_part = JointBoard.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=reach.today), board=reach.board, since__lte=reach.today
    )
    return _unshut(reach, Case.objects.filter(pk__in=taking_part.values("case")))


def groups_of(user: User, on: dt.date) -> QuerySet[Group]:
    """The groups of several boards in which this person has a seat on that day."""
    seats = Seat.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=on), user=user, starts__lte=on, group=OuterRef("pk")
    )
    return Group.objects.filter(Exists(seats))


def cases_of_group(group: Group, user: User, on: dt.date) -> QuerySet[Case]:
    """The cases, of all the boards that the group serves, in which its seats have a part."""
    roles = Seat.objects.filter(group=group, user=user).values("role")
    part = CaseRole.objects.filter(case=OuterRef("pk"), role__in=roles)
    seen = Case.objects.visible_to(user, on).filter(board__in=group.boards.all())
    return seen.filter(Exists(part))


def tasks_of_hands(reach: Reach, wanted: Q, most: int) -> QuerySet[Task]:
    """What is this person's to do in the board's cases, as far as `wanted`: open steps, and late
    ones, done or waiting, whose reason is still asked of them. A step that may be left out counts
    only when it has a date.

    No more than `most` of each role and agency, the first due first, each read in the order of an
    index: so a list is as quick with 20,000 cases as with 10.
    """
    needed = wanted & (Q(optional=False) | Q(due__isnull=False))
    opened = Task.objects.filter(needed, board=reach.board, state="open")
    asked = Task.objects.filter(wanted, board=reach.board, reason_needed=True, reason_given=False)
    first = [
        part.order_by(F("due").asc(nulls_last=True)).values("pk")[:most]
        for rows in (opened, asked)
        for part in _by_hand(reach, rows)
    ]
    found = reduce(or_, (Q(pk__in=part) for part in first))
    return tasks_of(reach).filter(found)


def _by_hand(reach: Reach, rows: QuerySet[Task]) -> Iterator[QuerySet[Task]]:
    """Those of the tasks that fall to this person: by each seat, by team, by each agency."""
    team = Member.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=reach.today), user=reach.user, starts__lte=reach.today
    )
    in_team = Exists(team.filter(case=OuterRef("case"), role=OuterRef("role")))
    yield rows.filter(in_team, agency__isnull=True, case__in=team.values("case"))
    for role in sorted(reach.roles):
        yield rows.filter(agency__isnull=True, role=role)
    for agency in sorted(reach.agencies.get("answer_return", ())):
        yield rows.filter(agency=agency)


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
