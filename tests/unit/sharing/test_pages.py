"""The pages of sharing: writing, issuing, delivering, asking, confirming on a phone."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from uplift.ground.history.models import Reading
from uplift.loop.sharing.models import Briefing, Confirmation, Delivery


def at(name: str, *args: object) -> str:
    return reverse(f"sharing:{name}", args=("northmere", *args))


def date(name: str, day) -> dict[str, object]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


@pytest.fixture
def priya(client, story):
    client.force_login(story.priya)
    return client


@pytest.fixture
def sam(story):
    """The browser of who answers for the police."""
    other = Client()
    other.force_login(story.sam)
    return other


def test_from_a_finding_to_a_cascade(priya, sam, story, world):  # budget: one story, in order
    finding = story.finding()
    page = priya.get(at("new") + f"?finding={finding.number}").content.decode()
    assert f'value="{finding.pk}" checked' in page
    assert f"## {finding.title}" in page
    answers = {
        "title": "Read the history first",
        "findings": [finding.pk],
        "body": "## Why\n\nIt **saves** time. <script>x</script>",
        "submission": "k",
    }
    look = priya.post(at("new"), {**answers, "then": "preview"}).content.decode()
    assert "<strong>saves</strong>" in look
    assert "<script>x" not in look
    assert not Briefing.objects.exists()

    sent = priya.post(at("new"), answers)
    briefing = Briefing.objects.get()
    assert sent.url == briefing.get_absolute_url()
    assert priya.post(at("new"), answers).url == sent.url
    assert sam.get(sent.url).status_code == 404
    priya.post(
        at("change", 1), {**answers, "title": "Read it first", "version": 1, "submission": "c"}
    )
    assert "to go on" in priya.post(at("issue", 1), {"version": 2}).content.decode()
    priya.post(at("issue", 1), {"version": 2, "checked": "on"})
    assert "Ask agencies to pass it on" in priya.get(sent.url).content.decode()

    agencies = [world.northmere.agencies[key].pk for key in ("police", "health")]
    asked = {"agencies": agencies, **date("due", story.in_days(9)), "submission": "a"}
    priya.post(at("ask", 1), asked)
    assert Confirmation.objects.count() == 2
    assert "Say that this was passed on: Read it first" in sam.get(at("list")).content.decode()
    assert "Pass it on, and say so" in sam.get(sent.url).content.decode()
    own = Confirmation.objects.get(agency__slug="police")
    said = {"says": "Briefings at shift change.", "reached": 40, "staff": 50}
    done = sam.post(at("confirm", own.pk), {**said, **date("on", world.today)}, follow=True)
    assert "Northshire Police has confirmed it." in done.content.decode()
    assert sam.get(at("confirm", own.pk)).url == sent.url

    delivered = {"route": "multi_agency_training", "audience": "head teachers", "reach": 7}
    priya.post(at("deliver", 1), {**delivered, **date("on", world.today)})
    page = priya.get(sent.url).content.decode()
    assert "47 people" in page
    assert "1 of 2 agencies have confirmed." in page
    assert "1 of 2 confirmed" in priya.get(at("list")).content.decode()


def test_who_has_not_confirmed_is_asked_again(priya, sam, story):
    briefing = story.briefing(story.finding())
    confirmation = story.asked(briefing)[0]
    Confirmation.objects.update(asked_on=story.in_days(-41))
    assert "Ask again" in priya.get(at("waiting")).content.decode()
    page = priya.post(at("ask_again", confirmation.pk), follow=True).content.decode()
    assert "Northshire Police is asked again." in page
    assert priya.post(at("ask_again", confirmation.pk)).status_code == 409
    page = sam.get(at("waiting")).content.decode()
    assert "Ask again" not in page
    assert at("confirm", confirmation.pk) in page
    assert sam.post(at("ask_again", confirmation.pk)).status_code == 404


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"reached": "many"}, "Write how many people as a number."),
        ({"reached": "-1"}, "Enter 0 or more."),
        ({"reached": "9", "staff": "5"}, "More people can&#39;t have read it"),
        ({"says": ""}, "Answer “How?”."),
        ({"on_year": "2999"}, "in the future"),
    ],
)
def test_bad_answers_get_their_sentence(sam, story, world, changes, says):
    confirmation = story.asked(story.briefing(story.finding()))[0]
    answers = {"says": "Meetings.", **date("on", world.today), **changes}
    page = sam.post(at("confirm", confirmation.pk), answers).content.decode()
    assert says in page.replace("'", "&#39;")
    assert not Confirmation.objects.exclude(confirmed_on=None).exists()


def test_a_briefing_is_taken_away_as_a_pdf(sam, story):
    story.briefing(story.finding())
    answer = sam.get(at("pdf", 1))
    assert answer.content.startswith(b"%PDF")
    assert "briefing-1-read-the-history-first.pdf" in answer["Content-Disposition"]
    assert Reading.objects.get(by=story.sam, kind="export").about == "Read the history first"


def test_empty_pages_say_so(priya, story):
    assert "There are no briefings yet." in priya.get(at("list")).content.decode()
    assert "Nobody is asked for anything." in priya.get(at("waiting")).content.decode()


def test_others_write_and_issue_nothing(client, story, world):
    story.briefing(story.finding())
    draft = story.briefing(story.finding(), issued=False)
    client.force_login(world.northmere.people["tom"])
    page = client.get(at("briefing", 1)).content.decode()
    assert "Record whom it has reached" not in page
    assert client.get(at("briefing", draft.number)).status_code == 404
    for name, args in (("new", ()), ("issue", (1,)), ("ask", (1,)), ("deliver", (1,))):
        assert client.get(at(name, *args)).status_code == 404
    client.force_login(world.southvale.people["priya"])
    assert client.get(at("briefing", 1)).status_code == 404


def test_an_issued_briefing_is_not_changed(priya, story):
    story.briefing(story.finding())
    assert priya.get(at("change", 1)).status_code == 409
    assert priya.get(at("issue", 1)).status_code == 409


def test_as_many_queries_for_many_rows_as_for_few(priya, story, world):
    finding = story.finding()
    briefing = story.briefing(finding)
    story.asked(briefing)

    def counted() -> list[int]:
        counts = []
        for address in (at("list"), at("waiting"), at("briefing", 1)):
            with CaptureQueriesContext(connection) as queries:
                assert priya.get(address).status_code == 200
            counts.append(len(queries))
        return counts

    counted()
    few = counted()
    story.asked(briefing, "health", "council", "school", "probation")
    for number in range(12):
        story.asked(story.briefing(finding, title=f"Briefing {number}"), "health", "council")
        Delivery.objects.create(
            briefing=briefing,
            route="website_professionals",
            audience="all",
            on=world.today,
            reach=number,
            by=story.priya,
        )
    assert counted() == few
    assert max(few) <= 20
