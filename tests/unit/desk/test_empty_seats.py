"""Seats that nobody holds: cases go on, and whoever gives seats is told what waits for them."""

import pytest
from django.utils import timezone

from tests.unit.desk.conftest import HOME
from uplift.front.desk.queries.empty import empty_seats
from uplift.ground.boards.models import Seat
from uplift.ground.frameworks import operations as frameworks
from uplift.ground.frameworks.models import Edition
from uplift.loop.assurance import operations as assurance
from uplift.loop.cases.models import Task


@pytest.fixture
def empty(world, people):
    """The empty seats by their names, as the manager is told of them."""

    def empty():
        return {one.name: one for one in empty_seats(world.reach(people["priya"]))}

    return empty


def leave(world, name):
    """That person has no seat at Northmere any more."""
    Seat.objects.filter(user=world.northmere.people[name]).delete()


def test_a_seat_with_nothing_waiting_comes_last(empty, world):
    leave(world, "helen")
    world.case("Child Wren")
    names = list(empty())
    assert names[0] == "Chair of the Case Review Criteria Panel"
    seat = empty()["Pan-Cheshire Section 11 panel"]
    assert (seat.waits, seat.held) == (0, "shared")


def test_open_steps_wait_for_it(empty, world):
    leave(world, "ann")
    case = world.case("Child Heron")
    assert empty()["Chair of the Board"].steps == _open(case, "board_chair") > 0


def _open(case, role):
    return Task.objects.filter(case=case, role=role, state="open", optional=False).count()


def test_statements_wait_for_it(empty, world):
    leave(world, "ann")
    assurance.count(board=world.northmere.board, now=timezone.now())
    seat = empty()["Chair of the Board"]
    assert (seat.steps, seat.statements) == (0, 5)


def test_an_agency_for_which_nobody_answers(empty, world):
    case = world.case("Child Linnet")
    asked = Task.objects.filter(case=case, agency__isnull=False, state="open").first()
    assert asked
    assert asked.agency.name not in empty()
    Seat.objects.filter(agency=asked.agency).delete()
    seat = empty()[asked.agency.name]
    assert (seat.held, seat.steps) == ("agency", 1)


def test_a_part_in_a_case_that_nobody_has_yet(empty, world):
    case = world.case("Child Linnet")
    assert "Lead reviewer" not in empty()
    task = Task.objects.filter(case=case, role="lead_reviewer", optional=False).first()
    Task.objects.filter(pk=task.pk).update(state="open")
    case.members.all().delete()
    assert empty()["Lead reviewer"].held == "case"


def test_an_earlier_editions_roles_still_count(empty, world, people):
    """Cases stay on their edition, and so do the roles in it."""
    pack = world.northmere.edition.pack
    roles = {key: role for key, role in pack.roles.items() if key != "section_11_panel"}
    later = pack.model_copy(update={"roles": roles})
    edition = Edition.objects.create(
        pack_key=pack.pack,
        number=2,
        name=pack.name,
        digest="2" * 64,
        content=later.model_dump_json(),
        loaded_at=timezone.now(),
    )
    frameworks.adopt(
        board=world.northmere.board,
        edition=edition,
        starts=world.today,
        by=None,
        now=timezone.now(),
    )
    assert "Pan-Cheshire Section 11 panel" in empty()


def test_another_boards_work_is_not_counted(empty, world):
    leave(world, "ann")
    world.case("Child Heron", world.southvale)
    assert empty()["Chair of the Board"].steps == 0


def test_the_manager_is_told_at_home_and_among_people(world, signed_in):
    assert "Seats that nobody holds" not in signed_in().get(HOME).content.decode()
    leave(world, "helen")
    world.case("Child Wren")
    page = signed_in().get(HOME).content.decode()
    assert "Seats that nobody holds" in page
    assert "1 open step waits" in page
    assert "Section 11 panel" not in page  # nothing waits for it
    assert "Section 11 panel" in signed_in().get(f"{HOME}people/").content.decode()


def test_nobody_else_is_told(world, signed_in):
    leave(world, "helen")
    world.case("Child Wren")
    assert "Seats that nobody holds" not in signed_in("ann").get(HOME).content.decode()


def test_the_case_page_says_that_no_one_holds_the_seat(world, signed_in):
    leave(world, "helen")
    case = world.case("Child Wren")
    page = signed_in().get(case.get_absolute_url()).content.decode()
    assert "No one holds this seat: Chair of the Case Review Criteria Panel" in page


def test_the_queries_are_as_many_with_more_cases(world, people, django_assert_num_queries):
    leave(world, "helen")
    for pseudonym in ("Child Wren", "Child Heron"):
        world.case(pseudonym)
        reach = world.reach(people["priya"])
        with django_assert_num_queries(4):
            empty_seats(reach)
