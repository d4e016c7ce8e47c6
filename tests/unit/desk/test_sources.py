"""Work of every kind: whose it is, how it reads, where it leads, what an e-mail may say of it."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.unit.desk.conftest import BACKEND
from uplift.front.desk.queries.diary import month
from uplift.front.desk.queries.work import in_words, waiting
from uplift.loop.assurance import operations as assurance
from uplift.loop.publishing.models import Publication


@pytest.fixture
def work(world, people):
    """What waits for that person, of that kind."""

    def work(name, kind=""):
        return list(in_words(waiting(world.reach(people[name]), kind=kind)))

    return work


@pytest.fixture
def leads_there(people):
    """Whether the person may open where the work leads."""

    def leads_there(name, found):
        client = Client()
        client.force_login(people[name], backend=BACKEND)
        return client.get(found.url).status_code == 200

    return leads_there


def nobody_is_named(found):
    return not any(word in found.code for word in ("Wren", "history", "contact", "Police"))


def test_an_action_waits_for_its_agency(story, work, leads_there):
    action = story.action(story.finding())
    [found] = work("sam", "action")
    assert found.title == "Answer: Put the history on the first screen"
    assert (found.about, found.reference) == ("Northshire Police", f"Action {action.number}")
    assert (found.due, found.code) == (action.due, f"Action {action.number}")
    assert leads_there("sam", found)
    assert work("meera", "action") == work("tom", "action") == []


def test_an_accepted_action_waits_until_it_is_done(story, work):
    story.accepted(story.finding())
    [found] = work("sam", "action")
    assert found.title == "Put the history on the first screen"
    story.done(story.finding(title="Another finding"))
    assert len(work("sam", "action")) == 1


def test_sharing_waits_for_the_agency_asked(story, work, leads_there):
    story.asked(story.briefing(story.finding()), "police")
    [found] = work("sam", "confirmation")
    assert found.title == "Confirm that it was shared: Read the history first"
    assert nobody_is_named(found)
    assert leads_there("sam", found)
    assert work("meera", "confirmation") == []


def test_an_evaluation_waits_for_who_evaluates(story, work, leads_there):
    outcome = story.outcome(story.theme(story.finding()))
    [found] = work("priya", "evaluation")
    assert (found.note, found.due) == ("Re-audit of 30 contacts.", outcome.evaluate_on)
    assert nobody_is_named(found)
    assert leads_there("priya", found)
    assert work("tom", "evaluation") == []
    story.evaluation(outcome)
    assert work("priya", "evaluation") == []


def test_an_attestation_waits_for_the_role(world, work, leads_there):
    assurance.count(board=world.northmere.board, now=timezone.now())
    found = work("ann", "attestation") + work("priya", "attestation")
    assert found
    assert all(one.code == f"Attest clause {one.reference}" for one in found)
    [first, *_] = work("priya", "attestation")
    assert leads_there("priya", first)
    assert work("sam", "attestation") == []


@pytest.fixture
def ready(world, people):
    """A publication that Priya has sent for approval."""
    case = world.case("Child Wren")
    return Publication.objects.create(
        board=case.board,
        case=case,
        title="Learning from a fire",
        status=Publication.Status.READY,
        prepared_by=people["priya"],
    )


def test_an_approval_waits_for_another_person(work, ready, people, leads_there):
    [found] = work("ann", "approval")
    assert (found.title, found.about) == ("Approve what is to be published", "Child Wren")
    assert found.due is None
    assert nobody_is_named(found)
    assert leads_there("ann", found)
    assert work("priya", "approval") == []
    ready.writers.add(people["ann"])
    assert work("ann", "approval") == []
    assert len(work("lewis", "approval")) == 1


def test_an_approval_has_no_day(world, people, ready):
    reach = world.reach(people["ann"])
    for when, count in (("late", 0), ("soon", 0), ("later", 0), ("dated", 0), ("undated", 1)):
        assert len(waiting(reach, kind="approval", when=when)) == count


def test_the_diary_holds_what_leaves_the_site_and_is_evaluated(world, people, ready, story):
    outcome = story.outcome(story.theme(story.finding()))
    action = story.action(story.finding(title="Another finding"))
    ready.standing, ready.keep_until = Publication.Standing.PUBLISHED, outcome.evaluate_on
    ready.save()
    titles = {
        event.title
        for day in (outcome.evaluate_on, action.due)
        for week in month(world.reach(people["priya"]), day.replace(day=1))
        for found in week
        for event in found.events
    }
    assert {"May leave the site", f"Evaluate: {outcome}", f"Answer: {action.title}"} <= titles


def test_a_kind_that_one_has_no_part_in_asks_nothing(world, people, django_assert_num_queries):
    reach = world.reach(people["tom"])
    with django_assert_num_queries(0):
        assert waiting(reach, kind="approval") == []


def test_what_is_gone_since_is_left_out(world, people, story):
    action = story.action(story.finding())
    rows = waiting(world.reach(people["sam"]), kind="action")
    action.findings.clear()
    type(action).objects.all().delete()
    assert list(in_words(rows)) == []


def test_a_framework_waits_for_the_agency_to_accept_it(world, work, leads_there):
    [found] = work("sam", "acceptance")
    assert found.title == "Accept the framework of Northmere"
    assert "adopted from" in found.note
    assert (found.due, found.code) == (None, "Accept the framework")
    assert leads_there("sam", found)
    assert work("priya", "acceptance") == work("tom", "acceptance") == []
    adoption = world.northmere.board.adoptions.get()
    assurance.accept(
        agency=world.northmere.agencies["police"],
        adoption=adoption,
        name="Sarah Finch",
        post="Chief Superintendent",
        on=world.today,
        evidence="",
        on_behalf=False,
        by=world.northmere.people["sam"],
        now=timezone.now(),
    )
    assert work("sam", "acceptance") == []
    assert len(work("meera", "acceptance")) == 1


def test_an_attestation_says_its_clause(world, work):
    assurance.count(board=world.northmere.board, now=timezone.now())
    titles = [one.title for one in work("priya", "attestation")]
    assert any(title.startswith("Attest: Partners and professionals must know") for title in titles)


def test_whose_part_is_in_a_case_is_led_to_it(world):
    world.case("Child Linnet")
    client = Client()
    client.force_login(world.northmere.people["ruth"], backend=BACKEND)
    page = client.get("/b/northmere/").content.decode()
    assert ">Cases</a>" in page
    assert ">Learning</a>" not in page  # the board's, which isn't part of reviewing one case
    assert client.get("/b/northmere/cases/").status_code == 200
