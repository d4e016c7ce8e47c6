"""Scopes at one board are the scopes of the models, however short they are written."""

from django.utils import timezone

from uplift.loop.cases import operations
from uplift.loop.cases.models import Case, Task
from uplift.loop.cases.queries import cases_of, tasks_of


def test_they_show_each_person_the_same(world):
    shut = world.case("Child Heron")
    world.case("Child Linnet")
    world.case("Child Wren", world.southvale)
    people = world.northmere.people
    for name in ("priya", "helen", "sam"):
        operations.declare_conflict(
            case=shut, user=people[name], reason="Kin", by=people[name], now=timezone.now()
        )
    counts = {}
    for name, user in people.items():
        reach = world.reach(user)
        at_board = {"board": world.northmere.board}
        cases = Case.objects.visible_to(user, world.today).filter(**at_board)
        tasks = Task.objects.visible_to(user, world.today).filter(**at_board)
        assert set(cases_of(reach)) == set(cases), name
        assert set(tasks_of(reach)) == set(tasks), name
        counts[name] = (cases.count(), tasks.count() > 0)
    assert (counts["ann"], counts["priya"]) == ((2, True), (1, True))
    assert (counts["tom"], counts["sam"]) == ((0, False), (0, True))


def test_a_manager_who_answers_for_an_agency_keeps_its_returns(world):
    case = world.case("Child Linnet")
    user = world.northmere.people["priya"]
    operations.declare_conflict(case=case, user=user, reason="Kin", by=user, now=timezone.now())
    user.grants.update(agency=world.northmere.agencies["police"])
    user.grants.filter(capability="export").update(capability="answer_return")
    reach = world.reach(user)
    seen = Task.objects.visible_to(user, world.today).filter(board=world.northmere.board)
    assert set(tasks_of(reach)) == set(seen)
    assert seen
