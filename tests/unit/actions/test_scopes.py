"""Who sees which actions."""

import pytest

from tests.support.thread import Story
from uplift.ground.identity.models import User
from uplift.loop.actions import operations, queries
from uplift.loop.actions.models import Action
from uplift.loop.cases.operations import add_member
from uplift.loop.learning.operations import release_finding


@pytest.fixture
def seen(world):
    """The numbers of the actions that somebody sees."""

    def see(key: str, cast=None) -> list[int]:
        user = (cast or world.northmere).people[key]
        rows = Action.objects.visible_to(user, world.today)
        return sorted(rows.values_list("number", flat=True))

    return see


def test_an_agency_lead_sees_their_own_agencys_actions_alone(story, seen):
    finding = story.finding()
    story.action(finding)
    story.action(finding, agency="health")

    assert seen("sam") == [1]
    assert seen("meera") == [2]
    assert seen("jo") == []
    assert seen("priya") == seen("tom") == seen("ann") == [1, 2]


def test_those_who_follow_the_board_see_actions_without_their_case(story, world, seen):
    finding = story.finding(world.case())
    story.action(finding)
    assert (seen("sam"), seen("tom"), seen("priya"), seen("meera")) == ([1], [1], [1], [])
    tom = world.reach(world.northmere.people["tom"])
    assert not queries.of_case(tom, finding.case).exists()
    assert not queries.matching(queries.actions_of(tom), {"finding": 1}, tom).exists()
    release_finding(finding=finding, version=1, **story.by)
    assert queries.matching(queries.actions_of(tom), {"finding": 1}, tom).exists()


def test_a_reviewer_sees_the_actions_of_their_case(story, world):
    case = world.case()
    story.action(story.finding(case))
    story.action(story.finding())
    reviewer = User.objects.create_user("rae@reviews.example", "Rae Holt")
    add_member(
        case=case,
        user=reviewer,
        role="lead_reviewer",
        starts=world.today,
        ends=story.in_days(9),
        by=story.priya,
        now=story.now,
    )
    assert Action.objects.visible_to(reviewer, story.in_days(9)).get().number == 1
    assert not Action.objects.visible_to(reviewer, story.in_days(10)).exists()


def test_another_board_sees_none(story, world, seen):
    story.action(story.finding())
    assert seen("priya", world.southvale) == seen("sam", world.southvale) == []


def test_lists(story, world):
    finding = story.finding(world.case())
    proposed = story.action(finding, owner=story.sam)
    accepted = story.accepted(finding, due=story.in_days(5))
    done = story.done(finding)
    late = story.action(finding, agency="health")
    Action.objects.filter(pk=late.pk).update(due=story.in_days(-1))
    manager, sam = world.reach(story.priya), world.reach(story.sam)

    def shown(**wanted):
        rows = queries.matching(queries.actions_of(manager), wanted, manager)
        return list(rows)

    assert shown() == [late, accepted, proposed, done]
    assert shown(state="open") == [late, accepted, proposed]
    assert shown(state="late") == [late]
    assert shown(state="done") == [done]
    assert shown(agency=world.northmere.agencies["health"]) == [late]
    assert shown(finding=finding.number) == shown()
    assert shown(finding=99) == []
    assert list(queries.to_do(sam)) == [accepted, proposed]
    assert not queries.to_do(manager).exists()
    assert list(queries.of_case(manager, finding.case)) == shown()
    assert {agency.slug for agency in queries.agencies_with_actions(manager)} == {
        "police",
        "health",
    }
    assert [user.name for user in queries.owners(manager)] == sorted(
        ["Jo Whitfield", "Meera Nair", "Sam Doyle"]
    )


def test_an_action_with_another_owner_is_not_mine_to_do(story, world):
    finding = story.finding()
    story.action(finding, agency="health", owner=world.northmere.people["meera"])
    mine = story.action(finding)
    assert list(queries.to_do(world.reach(story.sam))) == [mine]
    operations.answer(
        action=mine, version=1, accept=False, reason="No.", by=story.sam, now=story.now
    )
    assert not queries.to_do(world.reach(story.sam)).exists()


def test_the_other_boards_actions_are_not_listed(story, world):
    south = Story(world, world.southvale)
    south.action(south.finding())
    assert not queries.actions_of(world.reach(story.priya)).exists()
