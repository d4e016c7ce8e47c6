"""From the first draft to the frozen copy, by two people and by the framework's clock."""

import datetime as dt
import hashlib

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from uplift.ground.drafts.versions import Stale
from uplift.ground.history.models import Entry
from uplift.ground.ui.refusal import NotYours, Refusal
from uplift.loop.cases.models import Fact
from uplift.loop.cases.operations import RecordRefused
from uplift.loop.publishing import operations
from uplift.loop.publishing.models import FrozenCopy, Publication

Status, Standing = Publication.Status, Publication.Standing


def test_the_response_starts_from_the_case(desk):
    publication = operations.prepare(
        case=desk.case, title="Learning", by=desk.person("priya"), now=desk.now
    )
    assert publication.done.startswith("The front door team opens the record")
    assert publication.more


def test_a_case_has_one_publication(desk):
    desk.begin()
    with pytest.raises(Refusal, match="begun already"):
        desk.begin()


def test_published_by_two_people_and_a_third(desk):
    publication = desk.submit(desk.begin())
    assert (publication.status, publication.prepared_by) == (Status.READY, desk.person("priya"))
    publication = desk.approve(publication)
    assert (publication.status, publication.approved_for) == (Status.APPROVED, "full")
    copy = desk.publish(publication)
    publication.refresh_from_db()
    assert (publication.status, publication.standing) == (Status.FROZEN, Standing.PUBLISHED)
    assert publication.published_on == desk.world.today
    assert publication.slug == copy.slug == "learning-from-a-fire"
    assert copy.form == FrozenCopy.Form.REPORT
    assert copy.review == "Serious Case Review"
    assert copy.sha256 == hashlib.sha256(copy.html.encode()).hexdigest()
    assert "<strong>No one</strong>" in copy.html
    assert "What has been done" in copy.text
    assert "<" not in copy.text


def test_it_stays_for_twelve_months(desk):
    publication = desk.published()
    expected = dt.date(desk.world.today.year + 1, desk.world.today.month, 1)
    assert publication.keep_until.replace(day=1) == expected


def test_publishing_is_recorded_in_the_case(desk):
    desk.published()
    fact = Fact.objects.get(case=desk.case, step="publish")
    assert (fact.on, fact.by, fact.as_role) == (
        desk.world.today,
        desk.person("lewis"),
        "publisher",
    )


def test_publishing_already_recorded_in_the_case_isnt_recorded_twice(desk):
    fact = {"step": "publish", "day": 210}
    case = desk.world.case("Child Dunlin", then=[fact], child={"name": "Bea Nobody"})
    desk.case = case
    publication = desk.published()
    assert publication.standing == Standing.PUBLISHED
    assert Fact.objects.filter(case=case, step="publish").count() == 1


def test_the_framework_has_the_last_word(desk):
    """The national panel has had its copy for less than a week."""
    desk.case = desk.world.case("Child Dunlin", ago=195, child={"name": "Bea Nobody"})
    publication = desk.approved()
    before = Entry.objects.count()
    with pytest.raises(RecordRefused):
        desk.publish(publication)
    publication.refresh_from_db()
    assert publication.status == Status.APPROVED
    assert not FrozenCopy.objects.exists()
    assert Entry.objects.count() == before


def test_somebody_in_another_seat_cant_publish(desk):
    with pytest.raises(RecordRefused):
        desk.publish(desk.approved(), by="idris", role="criteria_panel")


@pytest.mark.parametrize("writer", ["priya", "ann"])
def test_who_has_written_on_it_doesnt_approve_it(desk, writer):
    publication = desk.begin()
    publication = desk.write(publication, by="ann", more="More will be done.")
    publication = desk.submit(publication)
    with pytest.raises(NotYours, match="somebody else approves it"):
        desk.approve(publication, by=writer)
    assert desk.approve(publication, by="lewis").status == Status.APPROVED


def test_who_has_sent_it_doesnt_approve_it(desk):
    publication = desk.submit(desk.begin(), by="lewis")
    with pytest.raises(NotYours):
        desk.approve(publication, by="lewis")


def test_the_database_wants_two_people_too(desk):
    publication = desk.approved()
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.filter(pk=publication.pk).update(approved_by=desk.person("priya"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.filter(pk=publication.pk).update(approved_by=None)


@pytest.mark.parametrize(
    ("status", "operation", "sentence"),
    [
        (Status.DRAFT, "approve", "hasn't been sent for approval"),
        (Status.DRAFT, "publish", "once it has been approved"),
        (Status.READY, "submit", "Nothing has been changed"),
        (Status.READY, "publish", "once it has been approved"),
    ],
)
def test_what_comes_too_early(desk, status, operation, sentence):
    publication = desk.begin()
    if status == Status.READY:
        publication = desk.submit(publication)
    with pytest.raises(Refusal, match=sentence):
        getattr(desk, operation)(publication)


def test_a_text_must_be_written_first(desk):
    publication = desk.begin(body="  ")
    with pytest.raises(Refusal, match="Write the text first"):
        desk.submit(publication)


def test_changing_an_approved_text_makes_it_a_draft_again(desk):
    publication = desk.write(desk.approved(), title="Another title")
    assert (publication.status, publication.approved_by) == (Status.DRAFT, None)


def test_a_text_is_sent_back_with_words(desk):
    publication = desk.approved()
    publication = operations.send_back(
        publication=publication,
        version=publication.version,
        says="Say more of the family's view.",
        by=desk.person("ann"),
        now=desk.now,
    )
    assert (publication.status, publication.approved_by) == (Status.DRAFT, None)
    assert publication.sent_back == "Say more of the family's view."
    assert desk.submit(publication).sent_back == ""
    with pytest.raises(Refusal, match="isn't waiting"):
        operations.send_back(
            publication=desk.write(publication),
            version=0,
            says="x",
            by=desk.person("ann"),
            now=desk.now,
        )


def test_two_editors_of_one_text(desk):
    publication = desk.begin()
    old = publication.version
    desk.write(publication, body="First")
    with pytest.raises(Stale) as stale:
        operations.write(
            publication=publication,
            version=old,
            title="x",
            body="Second",
            done="",
            impact="",
            more="",
            by=desk.person("lewis"),
            now=desk.now,
        )
    assert (stale.value.stored["body"], stale.value.typed["body"]) == ("First", "Second")


def test_a_later_addition_replaces_the_copy_and_both_are_kept(desk):
    publication = desk.published()
    keep_until = publication.keep_until
    publication = desk.write(publication, body="# Added later")
    assert FrozenCopy.objects.on_show(desk.world.today).get().text.count("No one")
    second = desk.publish(desk.approve(desk.submit(publication)))
    publication.refresh_from_db()
    assert second.replaces == publication.copies.earliest("pk")
    assert FrozenCopy.objects.on_show(desk.world.today).get() == second
    assert publication.copies.count() == 2
    assert (publication.keep_until, publication.slug) == (keep_until, second.slug)
    assert Fact.objects.filter(case=desk.case, step="publish").count() == 1


def test_a_frozen_copy_cant_be_changed_or_deleted(desk):
    copy = desk.published().copies.get()
    with pytest.raises(DatabaseError), transaction.atomic():
        FrozenCopy.objects.filter(pk=copy.pk).update(title="Another")
    with pytest.raises(DatabaseError), transaction.atomic():
        copy.delete()


def test_addresses_dont_collide(desk):
    desk.published()
    desk.case = desk.world.case("Child Dunlin", child={"name": "Ann Other"})
    assert desk.published().slug == "learning-from-a-fire-2"


def test_a_title_without_letters_still_gets_an_address(desk):
    assert desk.published(title="…").slug == "report"


def test_the_history_tells_each_step(desk):
    desk.withdraw(desk.published())
    told = Entry.objects.filter(operation__startswith="publishing.").order_by("number")
    assert [entry.operation.removeprefix("publishing.") for entry in told] == [
        "begun",
        "written",
        "submitted",
        "approved",
        "published",
        "withdrawn",
    ]
    assert all("fire" not in entry.about for entry in told)
