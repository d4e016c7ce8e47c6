"""Briefings, deliveries and confirmations: what is allowed, and what a finding learns of it."""

import pytest

from tests.support.thread import Story
from uplift.ground.boards.models import Agency
from uplift.ground.drafts.versions import Stale
from uplift.ground.frameworks.models import Adoption
from uplift.ground.ui.refusal import NotYours, Refusal
from uplift.loop.learning.models import Finding
from uplift.loop.learning.operations import CaseNamed, release_finding
from uplift.loop.sharing import operations, policies, queries
from uplift.loop.sharing.models import Briefing, Confirmation, Delivery
from uplift.loop.sharing.operations import BriefingRefused, SharingRefused

ROUTE = "multi_agency_training"


def deliver(story, briefing, **changes):
    wanted = {"route": ROUTE, "audience": "duty teams", "on": story.in_days(0), "reach": 12}
    return operations.deliver(briefing=briefing, **{**wanted, **changes}, **story.by)


def confirm(story, confirmation, **changes):
    wanted = {"on": story.in_days(0), "says": "Team meetings.", "reached": 40, "staff": 50}
    return operations.confirm(
        confirmation=confirmation, by=story.sam, now=story.now, **{**wanted, **changes}
    )


def test_a_briefing_is_about_findings_of_its_board(story, world):
    foreign = Story(world, world.southvale).finding()
    for findings in ((), (foreign,)):
        with pytest.raises(BriefingRefused) as refusal:
            story.briefing(*findings)
        assert refusal.value.field == "findings"
    assert not Briefing.objects.exists()


def test_a_draft_is_changed_an_issued_one_is_not(story):
    finding = story.finding()
    briefing = story.briefing(finding, issued=False)
    words = {"title": "New", "body": "Words", "findings": [finding]}
    operations.change_briefing(briefing=briefing, version=1, **words, **story.by)
    assert (str(briefing), briefing.version) == ("New", 2)
    with pytest.raises(Stale):
        operations.change_briefing(briefing=briefing, version=1, **words, **story.by)
    operations.issue(briefing=briefing, version=2, **story.by)
    with pytest.raises(Refusal, match="Write another one"):
        operations.change_briefing(briefing=briefing, version=3, **words, **story.by)
    with pytest.raises(Refusal, match="Write another one"):
        operations.issue(briefing=briefing, version=3, **story.by)


def test_what_still_belongs_to_a_case_is_not_spread(story, world):
    briefing = story.briefing(story.finding(world.case()), issued=False)
    with pytest.raises(BriefingRefused, match="Finding 1 still belongs to its case"):
        operations.issue(briefing=briefing, version=1, **story.by)


def test_a_briefing_names_nobody_of_the_case(story, world):
    finding = story.finding(world.case("Child Heron"))
    release_finding(finding=finding, version=1, **story.by)
    briefing = story.briefing(finding, issued=False, body="What Child Heron taught us.")
    with pytest.raises(CaseNamed):
        operations.issue(briefing=briefing, version=1, **story.by)
    briefing.refresh_from_db()
    assert briefing.issued_on is None


def test_a_delivery_goes_by_a_route_of_the_framework(story, world):
    finding = story.finding()
    briefing = story.briefing(finding)
    assert Finding.objects.get().shared_on is None
    stranger = Agency.objects.create(name="Elsewhere Trust", slug="elsewhere", kind="health")
    for field, changes in {
        "route": {"route": "pigeon"},
        "on": {"on": story.in_days(1)},
        "agency": {"agency": stranger},
    }.items():
        with pytest.raises(SharingRefused) as refusal:
            deliver(story, briefing, **changes)
        assert refusal.value.field == field
    with pytest.raises(SharingRefused, match="wasn't issued yet"):
        deliver(story, briefing, on=story.in_days(-1))

    delivery = deliver(story, briefing, agency=world.northmere.agencies["police"])

    assert str(delivery) == "Read the history first to duty teams"
    assert Finding.objects.get().shared_on == world.today


def test_without_a_framework_there_is_no_route(story, world):
    briefing = story.briefing(story.finding())
    Adoption.objects.all().delete()
    with pytest.raises(SharingRefused, match="no such route"):
        deliver(story, briefing)
    assert queries.routes_of(world.reach(story.priya)) == []


def test_only_an_issued_briefing_is_spread(story):
    draft = story.briefing(story.finding(), issued=False)
    with pytest.raises(Refusal, match="Issue the briefing first"):
        deliver(story, draft)
    with pytest.raises(Refusal, match="Issue the briefing first"):
        story.asked(draft)


def test_agencies_are_asked_once(story, world):
    briefing = story.briefing(story.finding())
    first = story.asked(briefing, "police")
    second = story.asked(briefing, "police", "health")
    assert [len(first), len(second)] == [1, 1]
    assert str(second[0]) == "Northshire Health Trust: Read the history first"
    with pytest.raises(SharingRefused, match="asked already"):
        story.asked(briefing, "police")
    with pytest.raises(SharingRefused, match="in the past"):
        story.asked(briefing, "school", due=-1)
    stranger = Agency.objects.create(name="Elsewhere Trust", slug="elsewhere", kind="health")
    with pytest.raises(SharingRefused, match="doesn't belong"):
        operations.ask(briefing=briefing, agencies=[stranger], due=world.today, **story.by)


def test_an_agency_confirms_once_when_how_and_to_how_many(story, world):
    confirmation = story.asked(story.briefing(story.finding()))[0]
    for field, changes in {
        "on": {"on": story.in_days(1)},
        "says": {"says": " "},
        "reached": {"reached": 51},
    }.items():
        with pytest.raises(SharingRefused) as refusal:
            confirm(story, confirmation, **changes)
        assert refusal.value.field == field

    confirm(story, confirmation)

    assert Finding.objects.get().shared_on == world.today
    with pytest.raises(Refusal, match="confirmed this already"):
        confirm(story, confirmation)
    with pytest.raises(Refusal, match="confirmed this already"):
        operations.ask_again(confirmation=confirmation, **story.by)


def test_an_agency_is_asked_again_once_a_day(story):
    confirmation = story.asked(story.briefing(story.finding()))[0]
    with pytest.raises(SharingRefused, match="asked today already"):
        operations.ask_again(confirmation=confirmation, **story.by)
    Confirmation.objects.update(asked_on=story.in_days(-9))
    operations.ask_again(confirmation=confirmation, **story.by)
    with pytest.raises(SharingRefused, match="asked today already"):
        operations.ask_again(confirmation=confirmation, **story.by)


def test_who_sees_briefings_and_confirmations(story, world):
    finding = story.finding()
    issued, draft = story.briefing(finding), story.briefing(finding, issued=False)
    police, health = story.asked(issued, "police", "health")
    people, today = world.northmere.people, world.today

    def briefings(user) -> set[Briefing]:
        return set(Briefing.objects.visible_to(user, today))

    def asked(user) -> set[Confirmation]:
        return set(Confirmation.objects.visible_to(user, today))

    assert briefings(people["priya"]) == {issued, draft}
    assert briefings(people["sam"]) == briefings(people["tom"]) == {issued}
    assert asked(people["priya"]) == asked(people["tom"]) == {police, health}
    own = police if police.agency == world.northmere.agencies["police"] else health
    assert asked(people["sam"]) == {own}
    stranger = world.southvale.people["priya"]
    assert not briefings(stranger)
    assert not asked(stranger)


def test_counts_and_lists(story, world):
    briefing = story.briefing(story.finding())
    for one in story.asked(briefing, "police", "health"):
        if one.agency == world.northmere.agencies["police"]:
            confirm(story, one)
    deliver(story, briefing)
    manager = world.reach(story.priya)

    row = queries.with_counts(queries.briefings_of(manager), manager).get()
    assert (row.reached, row.asked, row.confirmed) == (52, 2, 1)
    assert [one.agency.name for one in queries.waiting(manager)] == ["Northshire Health Trust"]
    meera = world.reach(world.northmere.people["meera"])
    assert queries.to_confirm(meera).count() == 1
    assert not queries.to_confirm(manager).exists()
    assert dict(queries.routes_of(manager))[ROUTE] == "Multi-agency training"


def test_who_may_share_and_confirm(story, world):
    briefing = story.briefing(story.finding(), issued=False)
    manager, sam, meera = (
        world.reach(world.northmere.people[key]) for key in ("priya", "sam", "meera")
    )
    assert policies.may_share(manager) is None
    assert policies.may_change(manager, briefing) is None
    assert isinstance(policies.may_change(sam, briefing), NotYours)
    assert "Issue" in policies.may_spread(manager, briefing).sentence
    operations.issue(briefing=briefing, version=1, **story.by)
    assert policies.may_spread(manager, briefing) is None
    confirmation = story.asked(briefing)[0]
    assert policies.may_confirm(sam, confirmation) is None
    assert policies.may_confirm(manager, confirmation) is None
    assert isinstance(policies.may_confirm(meera, confirmation), NotYours)


def test_a_briefing_begins_with_its_findings(story):
    finding = story.finding()
    text = queries.begun([finding])
    assert text.startswith(f"## {finding.title}\n\n{finding.detail}\n\n{finding.why}\n\n## What")
    assert Delivery._meta.verbose_name_plural == "deliveries"
