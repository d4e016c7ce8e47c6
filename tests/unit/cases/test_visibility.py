"""Who sees a case: the unit, the groups in its process, its team between dates; never others."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.world import World
from uplift.ground.identity.models import User
from uplift.loop.cases import operations
from uplift.loop.cases.models import Case, Task

DAY = dt.timedelta(days=1)


def sees(user: User, case: Case, on: dt.date) -> bool:
    return Case.objects.visible_to(user, on).filter(pk=case.pk).exists()


def test_the_unit_and_the_groups_in_the_process_see_a_case(world: World) -> None:
    case, people = world.case(), world.northmere.people
    for key in ("priya", "ann", "helen", "gareth", "lewis"):
        assert sees(people[key], case, world.today), key


def test_members_agencies_other_boards_and_shared_panels_do_not(world: World) -> None:
    case = world.case()
    people, others = world.northmere.people, world.southvale.people
    for user in (people["tom"], people["sam"], people["nadia"], others["priya"], others["ann"]):
        assert not sees(user, case, world.today), user


def test_a_seat_counts_between_its_dates_alone(world: World) -> None:
    case, priya = world.case(), world.northmere.people["priya"]
    seat = priya.seats.get()
    seat.ends = world.today + 2 * DAY
    seat.save()
    seat.grants.update(ends=seat.ends)
    assert sees(priya, case, world.today + 2 * DAY)
    assert not sees(priya, case, world.today + 3 * DAY)
    assert not sees(priya, case, seat.starts - DAY)


def test_a_lead_reviewer_sees_one_case_until_a_date(world: World) -> None:
    case = world.case("Child Linnet")
    other = world.case("Child Swift")
    ruth = world.northmere.people["ruth"]
    last = case.members.get(user=ruth).ends
    assert last is not None
    assert sees(ruth, case, world.today)
    assert sees(ruth, case, last)
    assert not sees(ruth, case, last + DAY)
    assert not sees(ruth, other, world.today)


def test_a_conflict_shuts_out_whatever_else_lets_in(world: World) -> None:
    case, helen = world.case(), world.northmere.people["helen"]
    operations.declare_conflict(
        case=case, user=helen, reason="Related to the family", by=helen, now=timezone.now()
    )
    assert not sees(helen, case, world.today)


def test_someone_who_was_switched_off_sees_nothing(world: World) -> None:
    case, priya = world.case(), world.northmere.people["priya"]
    priya.is_active = False
    priya.save()
    assert not sees(priya, case, world.today)


def test_an_agency_sees_what_it_is_asked_and_not_the_case(world: World) -> None:
    case = world.case("Child Linnet")
    meera, sam = world.northmere.people["meera"], world.northmere.people["sam"]
    assert not sees(meera, case, world.today)
    asked = Task.objects.for_hands_of(meera, world.today)
    assert [(task.step, task.item) for task in asked] == [("written", "health")]
    assert not Task.objects.for_hands_of(sam, world.today).exists()  # the police have answered
    seen = Task.objects.visible_to(sam, world.today)
    assert {task.item for task in seen} == {"police"}


@pytest.mark.parametrize(
    ("key", "step"), [("ann", "scr_decision"), ("priya", ""), ("helen", ""), ("tom", "")]
)
def test_open_tasks_are_in_the_right_hands(world: World, key: str, step: str) -> None:
    world.case("Child Heron")
    user = world.northmere.people[key]
    tasks = Task.objects.for_hands_of(user, world.today).filter(optional=False)
    assert [task.step for task in tasks] == ([step] if step else [])
