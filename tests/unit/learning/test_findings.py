"""Adding, changing and releasing findings."""

import datetime as dt

import pytest

from tests.support.thread import FINDING
from uplift.ground.boards.models import Agency
from uplift.ground.drafts.versions import Stale
from uplift.ground.history.models import Entry
from uplift.ground.ui.refusal import NotYours
from uplift.loop.cases import operations as cases
from uplift.loop.learning import operations, policies
from uplift.loop.learning.models import Finding
from uplift.loop.learning.operations import CaseNamed, FindingRefused, NameFound


def refused(field: str | None, says: str):
    return pytest.raises(FindingRefused, match=says, check=lambda error: error.field == field)


def test_a_finding_of_a_case_belongs_to_it_until_it_is_released(story, world):
    finding = story.finding(world.case(), agencies=[world.northmere.agencies["police"]])

    assert (finding.number, finding.released_on) == (1, None)
    assert [agency.slug for agency in finding.agencies.all()] == ["police"]
    entry = Entry.objects.get(operation="learning.finding_added")
    assert entry.about == "Finding 1"
    assert FINDING["title"] not in str(entry.detail)
    assert story.finding(title="Another").number == 2


def test_what_an_inspection_found_is_released_at_once(story, world):
    assert story.finding().released_on == world.today


@pytest.mark.parametrize(
    ("days", "says"),
    [(1, "in the future"), (-4000, "before the case")],
)
def test_the_day_lies_between_the_case_and_today(story, world, days, says):
    with refused("found_on", says):
        story.finding(world.case(), found_on=story.in_days(days))
    assert not Finding.objects.exists()


def test_the_day_is_not_before_the_inspection(story):
    with refused("found_on", "before the inspection"):
        story.finding(story.inspection(), found_on=story.in_days(-61))


def test_agencies_are_the_boards_own(story):
    stranger = Agency.objects.create(name="Elsewhere Trust", slug="elsewhere", kind="health")
    with refused("agencies", "doesn't belong"):
        story.finding(agencies=[stranger])


def test_a_change_over_a_newer_version_is_refused_with_both_texts(story, world):
    finding = story.finding(agencies=[world.northmere.agencies["police"]])
    wanted = {**FINDING, "found_on": finding.found_on, "agencies": [], "title": "First"}
    operations.change_finding(finding=finding, version=1, **wanted, **story.by)

    with pytest.raises(Stale) as stale:
        operations.change_finding(
            finding=finding, version=1, **{**wanted, "title": "Second"}, **story.by
        )

    assert (stale.value.stored["title"], stale.value.typed["title"]) == ("First", "Second")
    finding.refresh_from_db()
    assert (finding.title, finding.version, finding.agencies.count()) == ("First", 2, 0)


def test_a_voice_is_not_of_the_future(story):
    finding, said = story.finding(), {"whose": "child", "says": "I told it.", "source": "visit"}
    with refused("on", "in the future"):
        operations.add_voice(finding=finding, on=story.in_days(1), **said, **story.by)

    voice = operations.add_voice(finding=finding, on=story.in_days(0), **said, **story.by)

    assert str(voice) == "Child or young person, visit"


def test_released_once_and_for_all_readers(story, world):
    finding = story.finding(world.case())
    tom = world.northmere.people["tom"]
    assert not Finding.objects.visible_to(tom, world.today).exists()

    operations.release_finding(finding=finding, version=1, **story.by)

    assert Finding.objects.visible_to(tom, world.today).get() == finding
    with refused(None, "released already"):
        operations.release_finding(finding=finding, version=2, **story.by)


@pytest.mark.parametrize("field", ["title", "detail", "why", "evidence"])
def test_the_name_by_which_the_case_is_known_is_not_released(story, world, field):
    case = world.case("Child Heron")
    finding = story.finding(case, **{field: "It was CHILD HERON again"})
    with pytest.raises(CaseNamed, match="by which a case is known"):
        operations.release_finding(finding=finding, version=1, **story.by)


def test_a_word_that_is_a_sealed_name_stops_the_release_until_it_is_looked_at(story, world):
    case = world.case()
    person = case.people.first()
    person.sealed = {"name": "Hope Fairweather", "date_of_birth": "2020-01-01"}
    person.save()
    named = story.finding(case, detail="It was said that Hope waited.")
    unnamed = story.finding(case, detail="There was hope, and no Fair weather.")

    with pytest.raises(NameFound) as found:
        operations.release_finding(finding=named, version=1, **story.by)
    assert "Hope" not in found.value.sentence
    operations.release_finding(finding=unnamed, version=1, **story.by)
    operations.release_finding(finding=named, version=1, names_checked=True, **story.by)

    entry = Entry.objects.filter(operation="learning.finding_released").latest("number")
    assert entry.detail == {"names_checked": True}


def test_voices_are_looked_through_too(story, world):
    case = world.case("Child Heron")
    finding = story.finding(case)
    said = {"whose": "family", "says": "Child Heron waited.", "source": "meeting"}
    operations.add_voice(finding=finding, on=world.today, **said, **story.by)

    with pytest.raises(CaseNamed):
        operations.release_finding(finding=finding, version=1, **story.by)


def test_after_the_release_no_name_gets_in(story, world):
    finding = story.finding(world.case("Child Heron"))
    operations.release_finding(finding=finding, version=1, **story.by)
    wanted = {**FINDING, "found_on": finding.found_on, "why": "Child Heron waited."}
    with pytest.raises(CaseNamed):
        operations.change_finding(finding=finding, version=2, **wanted, **story.by)
    said = {"whose": "family", "says": "Child Heron waited.", "source": "meeting"}
    with pytest.raises(CaseNamed):
        operations.add_voice(finding=finding, on=world.today, **said, **story.by)
    finding.refresh_from_db()
    assert (finding.version, finding.why) == (2, FINDING["why"])


def test_who_may_write_release_and_import(story, world):
    case, people = world.case(), world.northmere.people
    finding = story.finding(case)
    reviewer = people["idris"]
    cases.add_member(
        case=case,
        user=reviewer,
        role="lead_reviewer",
        starts=world.today,
        ends=world.today + dt.timedelta(days=30),
        by=story.priya,
        now=story.now,
    )
    manager, lead, sam = (world.reach(user) for user in (story.priya, reviewer, people["sam"]))

    assert policies.may_manage(manager) is None
    assert policies.may_manage(lead, case) is None
    assert policies.may_change(lead, finding) is None
    assert isinstance(policies.may_manage(lead), NotYours)
    assert isinstance(policies.may_release(lead, finding), NotYours)
    assert isinstance(policies.may_import(sam), NotYours)
    assert policies.may_import(manager) is None
    assert policies.may_release(manager, finding) is None
    operations.release_finding(finding=finding, version=1, **story.by)
    assert isinstance(policies.may_change(lead, finding), NotYours)
    assert "already" in policies.may_release(manager, finding).sentence
