"""The pages of publications: who may open them, what they say, what they do."""

import pytest
from django.test import Client
from django.urls import reverse

from uplift.ground.history.models import Reading
from uplift.loop.publishing.models import Publication

Status, Standing = Publication.Status, Publication.Standing

READS = ["page", "preview", "names", "edit", "submit", "approve", "send_back", "publish"]


@pytest.fixture
def publication(desk):
    return desk.begin()


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("view", READS)
def test_pages_open_for_those_who_work_on_it(visit, publication, view):
    for person in ("lewis", "ann") if view in ("approve", "send_back") else ("lewis", "priya"):
        assert visit(person, publication).get(view).status_code == 200


@pytest.mark.parametrize("view", READS)
@pytest.mark.parametrize("person", ["tom", "sam", "idris"])
def test_they_dont_exist_for_others(visit, publication, view, person):
    assert visit(person, publication).get(view).status_code == 404


def test_they_dont_exist_for_another_board(desk, visit, publication):
    stranger = signed_in(desk.world.southvale.people["priya"])
    for board in ("northmere", "southvale"):
        address = reverse("publishing:page", args=[board, publication.pk])
        assert stranger.get(address).status_code == 404


def test_a_conflict_shuts_out(desk, visit, publication):
    desk.case.conflicts.create(
        user=desk.person("lewis"), reason="A neighbour", declared_on=desk.world.today
    )
    assert visit("lewis", publication).get().status_code == 404


def test_reading_is_recorded(desk, visit, publication):
    visit("lewis", publication).get("preview")
    reading = Reading.objects.get(by=desk.person("lewis"))
    assert reading.subject == f"publishing.publication:{publication.pk}"
    assert publication.title not in reading.about


def test_begun_from_the_case(desk):
    client = signed_in(desk.person("lewis"))
    tab = client.get(reverse("publishing:case", args=["northmere", desk.case.reference]))
    address = reverse("publishing:begin", args=["northmere", desk.case.reference])
    assert address in tab.text
    assert "The whole report can be published without harm." in tab.text
    response = client.post(address, {"title": "Learning from a fire"}, follow=True)
    assert "The publication is begun" in response.text
    assert Publication.objects.get().writers.get() == desk.person("lewis")
    tab = client.get(reverse("publishing:case", args=["northmere", desk.case.reference]))
    assert "Open the publication" in tab.text
    again = client.post(address, {"title": "Again"})
    assert "begun already" in again.text


def test_the_tab_of_a_case_for_its_panel(desk, publication):
    tab = signed_in(desk.person("helen")).get(
        reverse("publishing:case", args=["northmere", desk.case.reference])
    )
    assert publication.title in tab.text
    assert "Open the publication" not in tab.text


def test_choosing_the_case(desk):
    client = signed_in(desk.person("lewis"))
    address = reverse("publishing:choose", args=["northmere"])
    assert desk.case.reference in client.get(address).text
    desk.begin()
    assert "has its publication" in client.get(address).text


def test_all_the_way_to_the_site(visit, publication):
    priya, ann, lewis = (visit(name, publication) for name in ("priya", "ann", "lewis"))
    text = {
        "title": "After the fire",
        "body": "Bea was four.",
        "done": "",
        "impact": "",
        "more": "",
    }
    assert priya.post("edit", text).status_code == 302
    assert priya.post("submit").url == priya.url("names")
    passage = publication.passages.get(standing=True)
    assert "<strong>Bea</strong> was four" in priya.get("answer", passage=passage.pk).text
    priya.post("answer", {"verdict": "other", "answer": "Another Bea."}, passage=passage.pk)
    assert "Another Bea." in priya.get("names").text
    assert priya.post("submit").url == priya.url()
    assert "Approve it, or send it back" in ann.get().text
    assert ann.post("approve").status_code == 302
    assert lewis.post("publish").status_code == 302
    publication.refresh_from_db()
    assert (publication.standing, publication.slug) == (Standing.PUBLISHED, "after-the-fire")
    page = lewis.get().text
    assert "It stays on the site until" in page
    copy = publication.copies.get()
    assert copy.sha256 in page
    assert "Bea was four." in lewis.get("copy", copy=copy.pk).text


def test_the_wrong_hands_are_told_so(visit, publication):
    priya = visit("priya", publication)
    priya.post("submit")
    lewis = visit("lewis", publication)
    response = lewis.post("publish")
    assert response.status_code == 409
    assert "once it has been approved" in response.text
    assert priya.get("approve").status_code == 404


def test_who_wrote_it_meets_the_sentence_instead_of_the_button(desk, visit, publication):
    publication = desk.submit(desk.write(publication, by="ann"))
    ann = visit("ann", publication)
    assert "somebody else approves it" in ann.get("approve").text
    assert ann.post("approve").status_code == 403


def test_sent_back_with_words(visit, desk, publication):
    desk.submit(publication)
    ann = visit("ann", publication)
    ann.post("send_back", {"says": "Say more of the child."})
    page = visit("priya", publication).get().text
    assert "Say more of the child." in page
    publication.refresh_from_db()
    assert publication.status == Status.DRAFT


def test_two_editors_see_both_texts(desk, visit, publication):
    lewis = visit("lewis", publication)
    old = publication.version
    desk.write(publication, body="Priya's text")
    text = {"title": "x", "body": "Lewis's text", "done": "", "impact": "", "more": ""}
    response = lewis.client.post(lewis.url("edit"), {**text, "version": old})
    assert response.status_code == 200
    assert "Priya&#x27;s text" in response.text
    assert "Lewis&#x27;s text" in response.text


def test_withdrawn_from_its_page(desk, visit):
    publication = desk.published()
    ann = visit("ann", publication)
    assert ann.post("withdraw", {"reason": "", "notice": ""}).status_code == 200
    ann.post("withdraw", {"reason": "The school knows.", "notice": ""})
    page = ann.get().text
    assert "The school knows." in page
    assert "given no reason" in page
    assert "Send it for approval" in page


def test_removed_only_after_its_time(desk, visit):
    publication = desk.published()
    lewis = visit("lewis", publication)
    response = lewis.post("remove")
    assert response.status_code == 409
    assert "It stays on the site until" in response.text
    assert "It stays on the site until" in lewis.get("remove").text


def test_the_end_of_its_time(desk, visit):
    publication = desk.published()
    Publication.objects.update(keep_until=desk.world.today)
    lewis = visit("lewis", publication)
    assert "Take it off the site" in lewis.get().text
    assert lewis.get("remove").status_code == 200
    Publication.objects.update(standing=Standing.ON_REQUEST)
    assert "Its time on the site is over" in lewis.get().text
    assert "its text stays as it was" in lewis.get("edit").text


def test_the_list_filters_and_exports(desk, visit, publication):
    client = visit("priya", publication).client
    address = reverse("publishing:list", args=["northmere"])
    assert publication.title in client.get(address).text
    assert "No publication fits" in client.get(address, {"status": "approved"}).text
    for ending in ("csv", "xlsx"):
        export = client.get(reverse("publishing:export", args=["northmere", ending]))
        assert export["Content-Disposition"].endswith(f'{ending}"')
    assert client.get(reverse("publishing:export", args=["northmere", "exe"])).status_code == 404
    assert Reading.objects.filter(kind=Reading.Kind.EXPORT).count() == 2


def test_the_list_of_nothing(desk):
    response = signed_in(desk.person("lewis")).get(reverse("publishing:list", args=["northmere"]))
    assert "Nothing is being published yet." in response.text


def test_the_log_of_decisions(desk, visit, publication):
    client = visit("priya", publication).client
    log = client.get(reverse("publishing:decisions", args=["northmere"])).text
    assert "Publish the whole report" in log
    assert "The whole report can be published without harm." in log
    assert desk.case.reference in log


def test_no_more_queries_for_more(desk, visit, publication, django_assert_max_num_queries):
    for person in ("priya", "lewis"):
        someone = visit(person, publication)
        for view in ("page", "preview", "edit", "names"):
            someone.get(view)  # the first reading of all begins the person's chain
            with django_assert_max_num_queries(20):
                assert someone.get(view).status_code == 200


@pytest.mark.parametrize("step", ["publish", "withdraw", "remove"])
def test_the_case_sends_its_steps_of_publication_here(desk, visit, publication, step):
    client = visit("lewis", publication).client
    address = reverse("cases:step", args=["northmere", desk.case.reference, step])
    there = reverse("publishing:case", args=["northmere", desk.case.reference])
    assert client.get(address).url == there
    assert client.post(address, {}).url == there
    assert not desk.case.facts.filter(step=step).exists()
