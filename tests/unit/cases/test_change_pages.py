"""Pausing, changing the type, delays, people, files: the pages that change how a case runs."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.support.casepages import at, browser, fill, hidden, on, person, problem, words
from uplift.ground.access.models import Power
from uplift.ground.history.models import Reading
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case, CaseFile, Conflict, Fact, Member, Person

DAY = dt.timedelta(days=1)


@pytest.fixture
def priya(world):
    return browser(person(world, "priya"))


def test_a_case_is_paused_once_and_the_pause_ended(priya, world):
    case = world.case("Child Linnet")
    address = at("pause", case)
    page = priya.get(address)
    answers = hidden(page) | {"reason": "A trial has begun.", **on("on", world.today - 3 * DAY)}
    assert {priya.post(address, answers).url for _ in range(2)} == {at("page", case)}
    assert Fact.objects.filter(case=case, step="pause").count() == 1
    assert "A trial has begun." in words(priya.get(at("page", case)))
    again = fill(priya, address, reason="Again.", **on("on", world.today))
    assert "The case is paused since" in problem(again)
    assert fill(priya, at("resume", case), **on("on", world.today)).url == at("page", case)
    case.refresh_from_db()
    assert case.status == Case.Status.OPEN
    early = fill(priya, at("resume", case), **on("on", world.today))
    assert "The case isn't paused." in problem(early)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"reason": ""}, "Answer “Why is the case paused?”."),
        ({"on_day": "30", "on_month": "2"}, "30 February is not a date"),
        ({"on_year": "2999"}, "is too late"),
        ({"on_year": "1999"}, "is too early"),
        ({"reason": "x" * 100_000}, "100,000 characters long"),
        ({"version": "1"}, "Somebody saved this after you had opened it"),
        ({"version": ""}, "the form has lost its version"),
    ],
)
def test_a_pause_that_is_wrong_changes_nothing(priya, world, changes, sentence):
    case = world.case("Child Linnet")
    answers = {"reason": "A trial.", **on("on", world.today)} | changes
    assert sentence in problem(fill(priya, at("pause", case), **answers))
    assert not Fact.objects.filter(case=case, step="pause").exists()


def test_the_type_is_changed_with_reasons(priya, world):
    case = world.case("Child Martin")
    assert "Case Review" in words(priya.get(at("convert", case)))
    address = at("convert_to", case, to="case_review")
    said = words(priya.get(address))
    assert "What counts in the new type too" in said
    assert "What stays on record but counts for no step of it" in said
    assert "Clocks counted anew" in said
    before = Fact.objects.filter(case=case).count()
    answers = {"reasons": "Below the threshold.", **on("on", world.today)}
    assert fill(priya, address, **answers).url == at("page", case)
    case.refresh_from_db()
    assert case.process == "case_review"
    assert Fact.objects.filter(case=case).count() == before + 1
    page = words(priya.get(at("page", case)))
    assert "this was a Serious Case Review. Below the threshold." in page
    assert "Recorded while it was a Serious Case Review" in page
    said = words(priya.get(at("decisions", case)))
    assert "Type of review changed: Case Review" in said
    assert "Below the threshold." in said


def test_it_is_turned_into_another_known_type_alone(priya, world):
    case = world.case("Child Swift")
    for to in ("scr", "nothing"):
        assert priya.get(at("convert_to", case, to=to)).status_code == 404


def test_the_reason_for_a_delay_is_given_on_its_own(world):
    case = world.case("Child Wren")
    helen = browser(person(world, "helen"))
    said = words(helen.get(at("page", case)))
    assert "Give the reason for the delay , for the Chair of the Board" in said
    sent = fill(
        helen, at("late", case, step="panel"), reason="A member was ill.", **on("on", world.today)
    )
    assert sent.url == at("page", case)
    assert "Give the reason for the delay" not in words(helen.get(at("page", case)))
    other = browser(person(world, "gareth"))
    refused = fill(other, at("late", case, step="panel"), reason="Mine.", **on("on", world.today))
    assert "Only the Chair of the Case Review Criteria Panel" in problem(refused)


def test_who_may_change_how_a_case_runs(world):
    case, helen = world.case("Child Swift"), browser(person(world, "helen"))
    for name in ("pause", "resume", "convert", "add_member"):
        assert helen.get(at(name, case)).status_code == 403, name
    said = words(helen.get(at("page", case)))
    assert "Pause it" not in said
    assert "Change the type" not in said


def test_identity_is_opened_for_a_reason_and_shown_once(priya, world):
    case = world.case("Child Heron")
    address = at("identity", case)
    asked = priya.get(address)
    assert "Alex Example" not in words(asked)
    assert "no-store" in asked["Cache-Control"]
    assert "Answer “Why do you need to know who they are?”." in problem(
        priya.post(address, {"reason": ""})
    )
    assert "Say why you need to know" in problem(priya.post(address, {"reason": "x"}))
    shown = priya.post(address, {"reason": "The court asks for the name."})
    said = words(shown)
    assert "no-store" in shown["Cache-Control"]
    for text in ("Alex Example", "14 February 2017", "8 Invented Close, Northmere"):
        assert text in said
    reading = Reading.objects.get(kind="identity")
    assert (reading.by, reading.reason) == (person(world, "priya"), "The court asks for the name.")
    assert browser(person(world, "lewis")).get(address).status_code == 403
    for tab in ("page", "people", "papers", "history", "decisions"):
        assert "Alex Example" not in words(priya.get(at(tab, case)))


def test_one_more_person_is_sealed_into_the_case(priya, world):
    case = world.case("Child Heron")
    answers = {
        "kind": "sibling",
        "pseudonym": "Sibling Heron",
        "name": "Kim Example",
        "date_of_birth_year": "2020",
    }
    assert fill(priya, at("join", case), **answers).url == at("people", case)
    added = Person.objects.get(pseudonym="Sibling Heron")
    assert added.sealed == {"name": "Kim Example", "date_of_birth": "2020"}
    said = words(priya.get(at("people", case)))
    assert "Sibling Heron Brother or sister" in said
    assert "Kim Example" not in said
    missing = fill(priya, at("join", case), **(answers | {"name": "", "kind": ""}))
    assert "Fill in “Name”." in problem(missing)


def test_someone_is_let_in_until_a_day_and_out_before(priya, world):
    case = world.case("Child Heron")
    answers = {
        "name": "Nell Invented",
        "email": "nell@review.example",
        "role": "lead_reviewer",
        **on("starts", world.today),
        **on("ends", world.today + 30 * DAY),
    }
    wrong = fill(priya, at("add_member", case), **(answers | on("ends", world.today - DAY)))
    assert "Their access can't end before it starts." in problem(wrong)
    nowhere = fill(priya, at("add_member", case), **(answers | {"email": "nowhere"}))
    assert "Enter an e-mail address" in problem(nowhere)
    assert fill(priya, at("add_member", case), **answers).url == at("people", case)
    nell = User.objects.get(email="nell@review.example")
    hers = browser(nell)
    assert case.pseudonym in words(hers.get(at("page", case)))
    assert "Nell Invented" in words(priya.get(at("people", case)))
    member = Member.objects.get(user=nell)
    end = at("end_member", case, number=member.pk)
    assert fill(priya, end, **on("on", world.today)).url == at("people", case)
    assert hers.get(at("page", case)).status_code == 200  # the last day still counts
    assert priya.get(at("end_member", case, number=99999)).status_code == 404


def test_who_declares_an_interest_no_longer_sees_the_case(world):
    case = world.case("Child Heron")
    helen = browser(person(world, "helen"))
    address = at("conflict", case)
    page = helen.get(address)
    answers = hidden(page) | {"reason": "I know the family."}
    assert {helen.post(address, answers).url for _ in range(2)} == {at("list")}
    assert Conflict.objects.get().reason == "I know the family."
    assert helen.get(at("page", case)).status_code == 404
    assert "No cases yet" in words(helen.get(at("list")))
    said = words(browser(person(world, "priya")).get(at("people", case)))
    assert "Helen Marsh" in said
    assert "I know the family." in said


def test_files_are_added_listed_and_taken_away(priya, world):
    case = world.case("Child Heron")
    files = [SimpleUploadedFile(f"{name}.txt", name.encode()) for name in ("One", "Two")]
    assert fill(priya, at("files", case), papers=files).url == at("files", case)
    again = SimpleUploadedFile("One.txt", b"One")
    fill(priya, at("files", case), papers=[again], title="The first")
    assert (
        CaseFile.objects.filter(case=case, step="", title__in=["One.txt", "Two.txt"]).count() == 2
    )
    assert not CaseFile.objects.filter(title="The first").exists()  # it was there already
    said = words(priya.get(at("files", case)))
    assert "One.txt TXT, 3 bytes" in said
    kept = CaseFile.objects.get(title="One.txt")
    response = priya.get(at("file", case, number=kept.pk))
    assert b"".join(response.streaming_content) == b"One"
    assert "attachment" in response["Content-Disposition"]
    assert Reading.objects.filter(kind="file").count() == 1
    assert priya.get(at("file", case, number=99999)).status_code == 404
    other = world.case("Child Swift")
    assert priya.get(at("file", other, number=kept.pk)).status_code == 404


def test_files_that_are_wrong_are_refused(priya, world):
    case = world.case("Child Heron")
    assert "Choose a file" in problem(fill(priya, at("files", case), title=""))
    fake = SimpleUploadedFile("report.pdf", b"not a pdf at all")
    assert "isn't really a PDF" in problem(fill(priya, at("files", case), papers=[fake]))
    before = CaseFile.objects.filter(case=case).count()
    Power.objects.filter(role="publisher", capability="record").delete()
    lewis = browser(person(world, "lewis"))
    refused = lewis.post(at("files", case), {"papers": [SimpleUploadedFile("a.txt", b"a")]})
    assert "Recording steps isn't part of your role in this case." in words(refused)
    assert CaseFile.objects.filter(case=case).count() == before
