"""The pages of threads, outcomes and evaluations, clickable both ways."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.support.thread import EVALUATION
from uplift.ground.history.models import Reading
from uplift.loop.impact.models import Evaluation
from uplift.loop.learning.operations import add_voice, release_finding


def at(name: str, *args: object) -> str:
    return reverse(f"impact:{name}", args=("northmere", *args))


def date(name: str, day) -> dict[str, object]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


@pytest.fixture
def priya(client, story):
    client.force_login(story.priya)
    return client


@pytest.fixture
def whole(story, world):
    """A finding with everything that can hang on one."""
    finding = story.finding(agencies=[world.northmere.agencies["police"]])
    said = {"whose": "family", "says": "We told it four times.", "source": "meeting"}
    add_voice(finding=finding, on=world.today, **said, **story.by)
    outcome = story.outcome(story.theme(finding))
    action = story.done(finding, outcome=outcome)
    briefing = story.briefing(finding)
    story.asked(briefing)
    evaluation = story.evaluation(outcome)
    return finding, outcome, action, briefing, evaluation


def test_a_thread_leads_to_everything_and_everything_leads_back(priya, whole):
    thread, *others = (one.get_absolute_url() for one in whole)
    page = priya.get(thread).content.decode()
    for address in (*others, whole[0].themes.get().get_absolute_url()):
        assert f'href="{address}"' in page
        assert f'href="{thread}"' in priya.get(address).content.decode()
    assert "We told it four times." in page
    assert "Agencies asked to pass it on" in page
    assert "About Northshire Police." in page


def test_the_thread_of_a_case_says_where_it_comes_from_to_those_who_see_it(client, story, world):
    case = world.case("Child Heron")
    finding = story.finding(case, early=True)
    client.force_login(story.priya)
    page = client.get(finding.get_absolute_url()).content.decode()
    assert "Child Heron" in page
    assert "before the report" in page
    assert "Release the finding" in page
    assert Reading.objects.get(kind="page").about == "Finding 1"
    tom = world.northmere.people["tom"]
    client.force_login(tom)
    assert client.get(finding.get_absolute_url()).status_code == 404
    release_finding(finding=finding, version=1, **story.by)
    page = client.get(finding.get_absolute_url()).content.decode()
    assert "Child Heron" not in page
    assert case.reference not in page
    assert "A case review" in page
    assert not Reading.objects.filter(by=tom, kind="page").exists()


def test_a_thread_at_its_end_says_so(priya, story, world):
    finding = story.finding()
    outcome = story.outcome(story.theme(finding))
    story.embedded(finding)
    briefing = story.briefing(finding)
    confirmation = story.asked(briefing)[0]
    address = reverse("sharing:confirm", args=("northmere", confirmation.pk))
    priya.post(address, {"says": "Told.", **date("on", world.today)})
    story.evaluation(outcome)
    page = priya.get(finding.get_absolute_url()).content.decode()
    assert "This thread has come to its end" in page


def test_an_outcome_is_evaluated_by_a_named_person(priya, story, world):
    outcome = story.outcome(story.theme(story.finding()))
    assert "Not known yet." in priya.get(outcome.get_absolute_url()).content.decode()
    page = priya.get(at("evaluate", outcome.pk)).content.decode()
    assert "Re-audit of 30 contacts." in page
    answers = {**EVALUATION, **date("on", world.today), "submission": "k"}
    refused = priya.post(at("evaluate", outcome.pk), {**answers, "difference": "no"})
    assert "Say when it is looked at again." in refused.content.decode()

    sent = priya.post(at("evaluate", outcome.pk), answers)

    evaluation = Evaluation.objects.get()
    assert sent.url == evaluation.get_absolute_url()
    assert priya.post(at("evaluate", outcome.pk), answers).url == sent.url
    page = priya.get(sent.url).content.decode()
    assert "Priya Shah" in page
    assert "A child&#39;s or young person&#39;s" in page
    assert "Evaluate it again" in priya.get(outcome.get_absolute_url()).content.decode()


def test_lists_and_what_is_taken_away(priya, story, world):
    assert "No outcome waits" in priya.get(at("list")).content.decode()
    assert "Nothing is evaluated yet." in priya.get(at("evaluated")).content.decode()
    outcome = story.outcome(story.theme(), evaluate_on=world.today)
    assert "Evaluate: Every first contact" in priya.get(at("list")).content.decode()
    story.evaluation(outcome)
    page = priya.get(at("evaluated"), {"difference": "yes"}).content.decode()
    assert "It made a difference" in page
    wrong = priya.get(at("evaluated"), {"difference": "no"}).content.decode()
    assert "No evaluation is like that." in wrong
    taken = priya.get(at("export", "csv")).content.decode("utf-8-sig")
    assert "26 of 29 contacts, 90 %" in taken


def test_others_read_and_do_not_evaluate(client, story, world, whole):
    outcome = whole[1]
    client.force_login(world.northmere.people["sam"])
    assert client.get(at("list")).status_code == 200
    assert client.get(at("outcome", outcome.pk)).status_code == 200
    assert client.get(at("evaluate", outcome.pk)).status_code == 404
    assert client.get(at("export", "csv")).status_code == 404
    client.force_login(world.southvale.people["priya"])
    for one in whole:
        assert client.get(one.get_absolute_url()).status_code == 404


def test_as_many_queries_for_many_rows_as_for_few(priya, story, world, whole):
    finding, outcome, _, _, evaluation = whole

    def counted() -> list[int]:
        addresses = (at("thread", 1), at("outcome", outcome.pk), at("list"), at("evaluated"))
        counts = []
        for address in (*addresses, evaluation.get_absolute_url()):
            with CaptureQueriesContext(connection) as queries:
                assert priya.get(address).status_code == 200
            counts.append(len(queries))
        return counts

    counted()
    few = counted()
    theme = finding.themes.get()
    for number in range(8):
        story.theme(finding, story.finding(), name=f"Theme {number}")
        story.action(finding, outcome=outcome)
        story.asked(story.briefing(finding), "health", "council")
        story.evaluation(story.outcome(theme))
    assert counted() == few
    assert max(few) <= 20
