"""The pages of actions: proposing, answering on a phone, finishing, judging."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from uplift.loop.actions.models import Action


def at(name: str, *args: object) -> str:
    return reverse(f"actions:{name}", args=("northmere", *args))


def date(name: str, day) -> dict[str, object]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


@pytest.fixture
def priya(client, story):
    client.force_login(story.priya)
    return client


@pytest.fixture
def sam(story, world):
    """The browser of who answers for the police."""
    other = Client()
    other.force_login(story.sam)
    return other


def test_from_proposal_to_embedded_by_two_people(priya, sam, story, world):
    finding = story.finding()
    outcome = story.outcome(story.theme(finding))
    page = priya.get(at("new") + f"?finding={finding.number}").content.decode()
    assert f'value="{finding.pk}" checked' in page
    assert f'value="{outcome.pk}" selected' in page
    answers = {
        "title": "Put the history on the first screen",
        "success": "Every record shows it.",
        "agency": world.northmere.agencies["police"].pk,
        "owner": story.sam.pk,
        "findings": [finding.pk],
        "outcome": outcome.pk,
        **date("due", story.in_days(30)),
        "submission": "k",
    }
    sent = priya.post(at("new"), answers)
    action = Action.objects.get()
    assert sent.url == action.get_absolute_url()
    assert priya.post(at("new"), answers).url == sent.url

    home = sam.get(at("list")).content.decode()
    assert "Accept or decline" in home
    assert "The one action that waits for you." in home
    page = sam.post(at("answer", 1), {"version": 1, "accept": "no"}).content.decode()
    assert "Say why the agency declines" in page
    sam.post(at("answer", 1), {"version": 1, "accept": "yes"})
    sam.post(at("say", 1), {"says": "The supplier has begun."})
    assert "The supplier has begun." in priya.get(sent.url).content.decode()
    done = {"version": 2, "evidence": "Screenshot.", **date("on", world.today)}
    sam.post(at("finish", 1), done)
    assert "See whether it lasts" in priya.get(sent.url).content.decode()
    priya.post(at("embed", 1), {"version": 3, "embedding": "Sample.", **date("on", world.today)})
    action.refresh_from_db()
    assert action.status == "embedded"
    priya.post(at("reopen", 1), {"version": 4, "reason": "It didn't last."})
    action.refresh_from_db()
    assert action.status == "accepted"
    assert "Opened again" in priya.get(sent.url).content.decode()


def test_an_action_begins_with_an_outcome_and_its_findings(priya, story):
    finding = story.finding()
    outcome = story.outcome(story.theme(finding))
    page = priya.get(at("new") + f"?outcome={outcome.pk}").content.decode()
    assert f'value="{finding.pk}" checked' in page
    assert priya.get(at("new") + "?outcome=999").status_code == 200
    assert " checked" not in priya.get(at("new") + "?finding=x").content.decode()


def test_a_declined_action_is_changed_and_asked_again(priya, sam, story):
    action = story.action(story.finding())
    sam.post(at("answer", 1), {"version": 1, "accept": "no", "reason": "Too dear."})
    assert "declined: Too dear." in priya.get(action.get_absolute_url()).content.decode()
    answers = {
        "version": 2,
        "title": "A cheaper way",
        "success": action.success,
        "agency": action.agency_id,
        "findings": [action.findings.get().pk],
        **date("due", action.due),
    }
    priya.post(at("change", 1), answers)
    action.refresh_from_db()
    assert (action.title, action.status) == ("A cheaper way", "proposed")
    assert "A cheaper way" in priya.get(at("change", 1)).content.decode()


def test_an_agency_sees_the_action_without_the_case(sam, story, world):
    case = world.case("Child Heron")
    story.action(story.finding(case))
    page = sam.get(at("action", 1)).content.decode()
    assert "Put the history on the first screen" in page
    assert "Child Heron" not in page
    assert case.reference not in page
    assert "A finding of a case that isn&#39;t released." in page.replace("'", "&#39;")


def test_the_list_filters_and_is_taken_away(priya, story, world):
    finding = story.finding()
    story.done(finding, title="Done one")
    story.action(finding, title="New one", agency="health")
    page = priya.get(at("list"), {"state": "proposed"}).content.decode()
    assert "New one" in page
    assert "Done one" not in page
    assert "No action is like that." in priya.get(at("list"), {"state": "late"}).content.decode()
    taken = priya.get(at("export", "csv"), {"state": "done"}).content.decode("utf-8-sig")
    assert "Done one" in taken
    assert "New one" not in taken


def test_an_empty_list_says_what_an_action_is(priya):
    assert "There are no actions yet." in priya.get(at("list")).content.decode()


def test_pages_of_other_agencies_and_boards_are_not_there(client, story, world):
    story.action(story.finding())
    for user in (world.northmere.people["meera"], world.southvale.people["sam"]):
        client.force_login(user)
        for name in ("action", "answer", "say", "finish"):
            assert client.get(at(name, 1)).status_code == 404
    client.force_login(story.sam)
    for name in ("change", "embed", "reopen"):
        assert client.get(at(name, 1)).status_code == 404
    assert client.get(at("finish", 1)).status_code == 409


def test_as_many_queries_for_many_rows_as_for_few(priya, story):
    finding = story.finding()
    story.done(finding)

    def counted() -> list[int]:
        counts = []
        for address in (at("list"), at("action", 1)):
            with CaptureQueriesContext(connection) as queries:
                assert priya.get(address).status_code == 200
            counts.append(len(queries))
        return counts

    counted()
    few = counted()
    for number in range(12):
        story.accepted(story.finding(title=f"Finding {number}"), finding)
    Action.objects.get(number=1).findings.set(finding.board.findings.all())
    assert counted() == few
    assert max(few) <= 20
