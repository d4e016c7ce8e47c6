"""Reviews of several boards: one leads and the others follow; a panel that serves them all."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from tests.support.casepages import at, browser, fill, person, problem, words
from tests.world import World
from uplift.ground.boards.models import Group
from uplift.ground.history.models import Entry, Reading
from uplift.loop.cases import operations
from uplift.loop.cases.models import Case
from uplift.loop.cases.operations.joint import JointRefused
from uplift.loop.cases.policies import roles_in
from uplift.loop.learning import operations as learning
from uplift.loop.learning.models import Finding


@pytest.fixture
def case(world):
    return world.case("Child Linnet")


@pytest.fixture
def joint(world, case):
    """A review that Northmere leads and Southvale follows."""
    return operations.share_with(
        case=case,
        board=world.southvale.board,
        why="The family lived in both areas.",
        by=world.northmere.people["priya"],
        now=timezone.now(),
    )


def south(world: World, key: str) -> Client:
    return browser(world.southvale.people[key])


def follow(case: Case, name: str = "follow") -> str:
    tail = f"{case.reference}/" if name == "follow" else ""
    return f"/b/southvale/cases/joint/{tail}"


def test_the_manager_lets_another_board_take_part_and_ends_it(world, case):
    priya = browser(person(world, "priya"))
    page = fill(priya, at("share", case), board="southvale", why="Both areas.")
    assert page.url == at("people", case)
    assert "Southvale Safeguarding Children Board" in words(priya.get(page.url))
    joint = case.joint_boards.get()
    for board in (world.northmere.board, world.southvale.board):
        assert Entry.objects.filter(chain__board=board, operation="cases.shared_with").exists()
    assert "Held together with Southvale" in words(priya.get(at("page", case)))
    assert fill(priya, at("end_share", case, number=joint.pk)).url == at("people", case)
    again = fill(priya, at("end_share", case, number=joint.pk))
    assert "has ended already" in problem(again)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"why": "x"}, "Choose an answer to “Which board takes part?”."),
        ({"board": "southvale"}, "Answer “Why does it need to know of this case?”."),
        ({"board": "northmere", "why": "x"}, "Choose one of the answers offered."),
    ],
)
def test_wrong_answers_share_nothing(world, case, answers, sentence):
    assert sentence in problem(fill(browser(person(world, "priya")), at("share", case), **answers))
    assert not case.joint_boards.exists()


def test_only_the_manager_shares(world, case):
    assert browser(person(world, "ann")).get(at("share", case)).status_code == 403


def test_it_is_shared_once_and_never_with_the_lead(world, joint):
    given = {"why": "x", "by": world.northmere.people["priya"], "now": timezone.now()}
    with pytest.raises(JointRefused, match="takes part already"):
        operations.share_with(case=joint.case, board=world.southvale.board, **given)
    with pytest.raises(JointRefused, match="leads the review already"):
        operations.share_with(case=joint.case, board=world.northmere.board, **given)


def test_the_other_board_follows_and_changes_nothing(world, joint):
    case, priya = joint.case, south(world, "priya")
    assert "1 review that other boards lead" in words(priya.get("/b/southvale/cases/"))
    assert "Child Linnet" in words(priya.get(follow(case, "joint")))
    page = words(priya.get(follow(case)))
    assert "Northmere Safeguarding Children Board leads this review." in page
    assert "Chair decides" in page
    read = Reading.objects.filter(about__contains="followed by Southvale").get()
    assert read.board == world.southvale.board
    for name in ("page", "people", "identity", "convert", "share"):
        assert priya.get(at(name, case)).status_code == 404
        assert priya.get(at(name, case).replace("northmere", "southvale")).status_code == 404


def test_others_at_the_other_board_see_nothing_of_it(world, joint):
    for key in ("tom", "sam", "helen"):
        assert south(world, key).get(follow(joint.case)).status_code == 404
        assert not Case.objects.visible_to(world.southvale.people[key], world.today).exists()


def test_when_its_part_has_ended_it_sees_nothing_more(world, joint):
    joint.since = joint.ends = world.today - dt.timedelta(1)
    joint.save()
    assert south(world, "priya").get(follow(joint.case)).status_code == 404


def test_a_seat_at_another_board_gives_no_part_in_the_case(world, joint):
    reach = world.reach(world.southvale.people["ann"], world.southvale)
    from_lead = world.reach(world.northmere.people["ann"])
    assert roles_in(reach, joint.case) == frozenset()
    assert "board_chair" in roles_in(from_lead, joint.case)


def test_what_the_lead_releases_is_taken_into_the_own_register(world, joint):
    given = {"by": world.northmere.people["priya"], "now": timezone.now()}
    finding = learning.add_finding(
        source=joint.case,
        found_on=world.today,
        title="Nobody asked the father",
        kind=Finding.Kind.IMPROVEMENT,
        agencies=[world.northmere.agencies["police"], world.northmere.agencies["council"]],
        **given,
    )
    priya, listed = south(world, "priya"), "/b/southvale/learning/joint/"
    assert "Nothing released so far" in words(priya.get(listed))
    assert priya.post(f"{listed}{finding.pk}/take/").status_code == 404
    learning.release_finding(finding=finding, version=1, **given)
    assert "Take it into our register" in words(priya.get(listed))
    assert priya.post(f"{listed}{finding.pk}/take/").url == listed
    taken = Finding.objects.get(origin=finding)
    assert (taken.board, taken.title, taken.number) == (
        world.southvale.board,
        finding.title,
        1,
    )
    assert [agency.slug for agency in taken.agencies.all()] == ["police"]
    assert "In your register." in words(priya.get(listed))
    thread = words(priya.get(taken.get_absolute_url()))
    assert "A joint review led by Northmere" in thread
    with pytest.raises(learning.FindingRefused, match="in your register already"):
        learning.take_in(finding=finding, board=world.southvale.board, **given)
    with pytest.raises(learning.FindingRefused, match="another board"):
        learning.take_in(finding=finding, board=world.northmere.board, **given)
    learning.change_finding(
        finding=taken,
        version=1,
        found_on=world.today,
        agencies=[world.southvale.agencies["council"]],
        title="Ask the father",
        by=world.southvale.people["priya"],
        now=timezone.now(),
    )


def test_a_panel_sees_the_deaths_of_all_its_boards_and_nothing_else(world):
    deaths = [world.case("Child Kestrel", cast) for cast in (world.northmere, world.southvale)]
    world.case("Child Linnet")
    group, nadia = Group.objects.get(), browser(person(world, "nadia"))
    address = f"/panels/{group.pk}/"
    assert address in nadia.get("/boards/").content.decode()
    page = words(nadia.get(address))
    assert "Northmere" in page
    assert "Southvale" in page
    assert "Child Linnet" not in page
    assert all(death.reference in page for death in deaths)
    assert browser(person(world, "priya")).get(address).status_code == 404
