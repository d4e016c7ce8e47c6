"""Cases that publish nothing, or of which nothing is decided yet."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from uplift.ground.ui.refusal import Refusal
from uplift.loop.publishing import operations, policies
from uplift.loop.publishing.models import Publication
from uplift.loop.publishing.plan import NOTHING
from uplift.loop.publishing.wayfinding import Way

Status, Standing = Publication.Status, Publication.Standing


@pytest.fixture
def undecided(desk):
    desk.case = desk.world.case("Child Heron")
    return desk


def test_written_but_not_sent(undecided, visit):
    publication = undecided.begin(body="")
    priya = visit("priya", publication)
    assert "Write the text" in priya.get().text
    publication = undecided.write(publication, body="Something")
    page = priya.get().text
    assert "hasn&#x27;t decided yet" in page or "hasn&#39;t decided yet" in page
    with pytest.raises(Refusal, match="hasn't decided yet"):
        undecided.submit(publication)


def test_the_way_to_approval_and_publication(desk, visit):
    publication = desk.submit(desk.begin())
    assert "somebody else approves" not in visit("ann", publication).get().text
    assert "Read and approve" in visit("ann", publication).get().text
    publication = desk.approve(publication)
    page = visit("lewis", publication).get().text
    assert "Publish it" in page
    assert "by Dr Ann Lowe" in page
    publication = desk.write(desk.published_now(publication), body="More")
    page = visit("ann", desk.approve(desk.submit(publication))).get().text
    assert "takes the place of what was shown before" in page


def test_a_type_of_review_that_publishes_nothing(desk, visit):
    publication = desk.begin()
    process = next(p for p in desk.case.pack.processes.values() if not p.publication)
    type(desk.case).objects.filter(pk=desk.case.pk).update(
        process=process.id, started_as=process.id
    )
    desk.case.refresh_from_db()
    lewis = visit("lewis", publication)
    assert lewis.get().status_code == 404
    tab = lewis.client.get(reverse("publishing:case", args=["northmere", desk.case.reference]))
    assert "Nothing is published of reviews of this type." in tab.text
    begin = reverse("publishing:begin", args=["northmere", desk.case.reference])
    assert lewis.client.get(begin).status_code == 404
    with pytest.raises(Refusal, match="don't lead to a publication"):
        operations.prepare(case=desk.case, title="x", by=desk.person("priya"), now=desk.now)


def test_beginning_isnt_everybodys(desk):
    """A route may be opened by seat; the role in the case still decides."""
    roles, reach = frozenset({"criteria_panel"}), desk.world.reach(desk.person("idris"))
    for capability in policies.HANDS:
        assert policies.may(reach, roles, capability)


def nothing_decided(outcome="", shows=""):
    return SimpleNamespace(outcome=outcome, outcome_name="Withhold it", shows=shows)


def test_when_the_board_decided_to_publish_nothing(desk):
    publication = Publication(status=Status.DRAFT, body="x")
    plan = nothing_decided("withheld", NOTHING)
    refusal = policies.can_submit(publication, plan)
    assert refusal
    assert refusal.sentence == "The board decided: Withhold it. Nothing is published."
    reach = desk.world.reach(desk.person("lewis"))
    assert Way(reach, publication, plan, 0).next().title == "Nothing is published"


def test_a_decision_that_changed_after_approval():
    publication = Publication(status=Status.APPROVED, approved_for="full")
    refusal = policies.can_publish(publication, nothing_decided("withheld", "learning"))
    assert refusal
    assert "decided otherwise" in refusal.sentence
