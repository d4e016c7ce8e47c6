"""Recording steps, decisions and corrections on their pages."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.support.casepages import PASSWORD, at, browser, fill, hidden, on, person, words
from uplift.loop.cases import operations
from uplift.loop.cases.models import CaseFile, Fact

PAPER = b"A made-up paper.\n"
CRITERIA = {
    f"q-{name}": answer
    for name, answer in {
        "abuse_or_neglect": "yes",
        "died": "no",
        "seriously_harmed": "yes",
        "joint_working": "yes",
        "custody": "no",
        "detained": "no",
        "suicide": "no",
    }.items()
}


def facts(case, step):
    return Fact.objects.filter(case=case, step=step)


@pytest.fixture
def gareth(world):
    return browser(person(world, "gareth"))


def convened(world, **changes):
    """What the subgroup's chair types when the panel is convened."""
    today = world.today
    return {
        "q-members": "Helen Marsh\nIdris Bowen",
        **on("on", today),
        **on("q-meets", today),
    } | changes


def test_a_step_is_recorded_once_however_often_it_is_sent(gareth, world):
    case = world.case("Child Swift")
    address = at("step", case, step="convene")
    opened = gareth.get(address)
    assert "Who sits on the panel?" in words(opened)
    assert "Gareth Pugh, Chair of the Case Review Subgroup" in words(opened)
    answers = hidden(opened) | convened(world)
    sent = [gareth.post(address, answers) for _ in range(3)]
    assert {one.url for one in sent} == {at("page", case)}
    fact = facts(case, "convene").get()
    assert fact.values == {
        "members": ["Helen Marsh", "Idris Bowen"],
        "meets": world.today.isoformat(),
    }
    assert (fact.by.name, fact.as_role) == ("Gareth Pugh", "case_review_subgroup_chair")
    assert "is recorded." in words(gareth.get(sent[0].url))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"on_day": "30", "on_month": "2"}, "30 February is not a date"),
        ({"on_year": "2999"}, "The date can't be in the future."),
        ({"on_year": "2001"}, "before"),
        ({"on_day": ""}, "Add the day"),
        ({"q-members": ""}, "Answer “Who sits on the panel?”."),
        ({"q-members": "a\x00b"}, "hidden control characters"),
        ({"q-interests": "turn \u202e round"}, "direction of writing"),
        ({"q-interests": "x" * 100_000}, "100,000 characters long"),
        ({"q-meets_day": "", "q-meets_month": "", "q-meets_year": ""}, "Enter a date for"),
    ],
)
def test_what_is_wrong_is_said_at_its_place_and_nothing_is_lost(gareth, world, changes, sentence):
    case = world.case("Child Swift")
    typed = convened(world, **{"q-interests": "Idris knows the school."})
    sent = fill(gareth, at("step", case, step="convene"), **(typed | changes))
    assert sentence in words(sent)
    assert "There is a problem" in words(sent)
    if "q-interests" not in changes:
        assert "Idris knows the school." in sent.content.decode()
    assert not facts(case, "convene").exists()


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script> & “b”", "עברית", "😀 ŵ ŷ", "two\nlines"]
)
def test_any_words_come_back_as_they_were_typed(gareth, world, text):
    case = world.case("Child Swift")
    fill(gareth, at("step", case, step="convene"), **convened(world, **{"q-interests": text}))
    assert facts(case, "convene").get().values["interests"] == text
    page = gareth.get(at("done", case, step="convene")).content.decode()
    assert "<script>alert" not in page
    assert text.split("\n")[0].replace("<script>alert(1)</script> & ", "") in page


def test_a_step_that_cannot_be_taken_says_why(world):
    case = world.case("Child Swift")
    ann, gareth = (browser(person(world, key)) for key in ("ann", "gareth"))
    said = words(ann.get(at("step", case, step="convene")))
    assert "Only the Chair of the Case Review Subgroup can record this." in said
    assert "What will be asked" in said
    sent = ann.post(at("step", case, step="convene"), convened(world) | {"version": 2})
    assert "Only the Chair" in words(sent)
    assert not facts(case, "convene").exists()
    assert "isn't open yet" in words(ann.get(at("step", case, step="scr_decision")))
    assert "was done on" in words(ann.get(at("step", case, step="refer")))
    assert ann.get(at("step", case, step="nowhere")).status_code == 404
    assert gareth.get(at("done", case, step="convene")).url == at("step", case, step="convene")


def test_what_was_open_then_can_be_recorded_for_that_day(world):
    case = world.case("Child Finch")
    ann = browser(person(world, "ann"))
    address = at("step", case, step="consultation")
    assert "If it was done while it was open, record it here" in words(ann.get(address))
    then = world.today - dt.timedelta(days=80)
    sent = fill(ann, address, **on("on", then), **{"q-summary": "They agreed."})
    assert sent.status_code == 302
    assert facts(case, "consultation").get().on == then
    late = fill(ann, address, **on("on", world.today), **{"q-summary": "Again."})
    assert late.status_code == 200


def test_a_stale_page_shows_what_was_recorded_meanwhile(world, gareth):
    case = world.case("Child Curlew")
    address = at("step", case, step="subgroup")
    page = gareth.get(address)
    operations.pause(
        case=case,
        on=world.today,
        reason="A trial has begun",
        by=person(world, "priya"),
        roles={"business_manager"},
        now=timezone.localtime(),
        version=case.version,
    )
    criteria = {"q-below_threshold": "yes", "q-opportunities": "yes", **on("on", world.today)}
    assert gareth.post(address, hidden(page) | criteria).url == at("decide", case, step="subgroup")
    decided = {
        "outcome": "case_review",
        "q-reasons": "Much to learn.",
        "q-learning_expected": "How",
    }
    assert fill(gareth, at("decide", case, step="subgroup"), **decided).url == at(
        "check", case, step="subgroup"
    )
    gareth = browser(person(world, "gareth"), PASSWORD)
    check = gareth.get(at("check", case, step="subgroup"))
    sent = gareth.post(at("check", case, step="subgroup"), hidden(check) | {"password": PASSWORD})
    assert "Somebody saved this after you had opened it" in words(sent)
    assert "Recorded while you had this page open" in words(sent)
    assert "Priya Shah" in words(sent)
    assert not facts(case, "subgroup").exists()
    again = gareth.post(at("check", case, step="subgroup"), hidden(sent) | {"password": PASSWORD})
    assert again.url == at("page", case)
    assert facts(case, "subgroup").get().signed


def test_a_decision_goes_from_criteria_to_advice_to_signature(world):
    case = world.case("Child Wren")
    helen = browser(person(world, "helen"), PASSWORD)
    first = at("step", case, step="panel")
    assert "Part 1 of 2: the criteria" in words(helen.get(first))
    missing = fill(helen, first, **on("on", world.today), **(CRITERIA | {"q-died": ""}))
    assert "Has the child died?" in words(missing)
    sent = fill(helen, first, **on("on", world.today), **CRITERIA)
    decide = at("decide", case, step="panel")
    assert sent.url == decide
    said = words(helen.get(decide))
    assert "Serious Case Review: the criteria are met" in said
    assert "The answers point to “Serious Case Review”" in said
    assert "Why is it late?" in said
    bare = fill(helen, decide, **{"outcome": "none", "q-reasons": "x"})
    assert "Give the reason for the delay" in words(bare)
    assert "Fill in “Reasons" in words(fill(helen, decide, outcome="none"))
    sent = fill(
        helen, decide, outcome="scr", late_reason="A member was ill.", **{"q-reasons": "All met."}
    )
    check = at("check", case, step="panel")
    assert sent.url == check
    shown = helen.get(check)
    for text in ("Check before you sign", "All met.", "A member was ill.", "criteria are met"):
        assert text in words(shown)
    wrong = helen.post(check, hidden(shown) | {"password": "not mine"})
    assert "That isn't your password. Nothing has been signed." in words(wrong)
    assert "Enter your password to sign." in words(helen.post(check, hidden(shown)))
    assert not facts(case, "panel").exists()
    signed = [helen.post(check, hidden(shown) | {"password": PASSWORD}) for _ in range(2)]
    assert {one.url for one in signed} == {at("page", case)}
    fact = facts(case, "panel").get()
    assert (fact.signed, fact.outcome) == (True, "scr")
    assert fact.values["late_reason"] == "A member was ill."
    assert helen.get(check).status_code == 409


@pytest.mark.parametrize(
    ("answers", "heading"),
    [
        ({"q-joint_working": "not known"}, "can't tell yet"),
        ({"q-abuse_or_neglect": "no"}, "the criteria are not met"),
    ],
)
def test_the_advice_says_what_would_settle_it(world, answers, heading):
    case = world.case("Child Wren")
    helen = browser(person(world, "helen"))
    fill(helen, at("step", case, step="panel"), **on("on", world.today), **(CRITERIA | answers))
    said = words(helen.get(at("decide", case, step="panel")))
    assert f"Serious Case Review: {heading}" in said
    assert ("It still depends on the answer to" in said) == (heading == "can't tell yet")


def test_pages_of_a_decision_cannot_be_skipped(world):
    case = world.case("Child Wren")
    helen = browser(person(world, "helen"))
    for name in ("decide", "check"):
        assert helen.get(at(name, case, step="panel")).url == at("step", case, step="panel")
    ann = browser(person(world, "ann"))
    assert ann.get(at("decide", case, step="panel")).status_code == 409
    assert (
        "Only the Chair of the Case Review Criteria Panel"
        in ann.get(at("check", case, step="panel")).content.decode()
    )


def test_a_decision_against_the_recommendation_needs_reasons(world):
    case = world.case("Child Heron")
    ann = browser(person(world, "ann"), PASSWORD)
    address = at("step", case, step="scr_decision")
    assert "The recommendation was" not in words(ann.get(at("page", case)))
    sent = fill(ann, address, outcome="none", **on("on", world.today))
    assert "Give the reasons" in words(sent)
    sent = fill(
        ann, address, outcome="none", **on("on", world.today), **{"q-reasons": "A lighter way."}
    )
    check = ann.get(sent.url)
    assert "The recommendation was “Hold a Serious Case Review”" in words(check)
    ann.post(sent.url, hidden(check) | {"password": PASSWORD})
    assert facts(case, "scr_decision").get().outcome == "none"


def test_files_are_kept_even_when_the_rest_is_wrong(world):
    case = world.case("Child Wren", until="panel")
    helen = browser(person(world, "helen"))
    address = at("step", case, step="terms")
    brought = {**on("on", world.today), "q-terms": SimpleUploadedFile("Terms.txt", PAPER)}
    missing = fill(helen, address, **brought)
    assert "Fill in “How is the review in proportion" in words(missing) or "Answer" in words(
        missing
    )
    kept = CaseFile.objects.get(case=case, step="terms")
    assert f'<option value="{kept.pk}" selected>' in missing.content.decode()
    done = {**on("on", world.today), "q-terms-kept": str(kept.pk), "q-proportion": "It fits."}
    assert fill(helen, address, **done).status_code == 302
    assert facts(case, "terms").get().values["terms"] == str(kept.pk)
    page = helen.get(at("done", case, step="terms")).content.decode()
    assert at("file", case, number=kept.pk) in page


def test_a_file_that_is_not_what_it_says_is_refused_at_its_field(world):
    case = world.case("Child Wren", until="panel")
    helen = browser(person(world, "helen"))
    bad = SimpleUploadedFile("Terms.pdf", PAPER)
    answers = {**on("on", world.today), "q-terms": bad, "q-proportion": "It fits."}
    sent = fill(helen, at("step", case, step="terms"), **answers)
    assert "isn't really a PDF" in words(sent)
    assert not CaseFile.objects.filter(case=case).exists()
    again = {**answers, "q-terms": SimpleUploadedFile("Terms.txt", PAPER)}
    assert fill(helen, at("step", case, step="terms"), **again).status_code == 302


def test_a_letter_is_drafted_beside_the_day_it_was_sent(world):
    case = world.case("Child Swift")
    priya = browser(person(world, "priya"))
    address = at("step", case, step="tell_ofsted_incident")
    said = words(priya.get(address))
    assert f"To Ofsted: Notification of an incident, our reference {case.reference}" in said
    assert "Priya Shah, Business and Partnerships Manager" in said
    sent = fill(priya, address, **on("on", world.today), **{"q-how": "email"})
    assert sent.status_code == 302
    assert facts(case, "tell_ofsted_incident").get().on == world.today


def test_an_appointment_is_checked_against_the_agencies_of_the_case(world):
    case = world.case("Child Finch", until="scr_decision", instead={}, leave_out=[], then=[])
    ann = browser(person(world, "ann"))
    address = at("step", case, step="lead")
    answers = {
        **on("on", world.today),
        **on("q-access_ends", world.today),
        "q-person": "Ruth Adeyemi",
        "q-qualified": "Led six reviews.",
        "q-ties": "none",
    }
    tied = fill(ann, address, **answers, **{"q-employer": "police"})
    assert "this person isn't independent" in words(tied)
    unnamed = fill(ann, address, **answers, **{"q-employer": "other"})
    assert "Give the name of the organisation that isn't listed." in words(unnamed)
    free = {"q-employer": "other", "q-employer-other": "Lakeside Reviews"}
    assert fill(ann, address, **answers, **free).status_code == 302
    assert facts(case, "lead").get().values["employer"] == "Lakeside Reviews"


def test_a_record_is_corrected_and_both_texts_are_seen_first(world):
    case = world.case("Child Plover")
    ann = browser(person(world, "ann"))
    fact = facts(case, "peer_challenge").get()
    page = ann.get(at("correct", case, number=fact.pk))
    assert 'value="Margaret Eaves"' in page.content.decode()
    kept = {
        "q-consulted": "Margaret Eves",
        "q-board": "Southvale",
        "q-stage": "The decision to review",
        "q-summary": "She agreed.",
        **on("on", fact.on),
    }
    sent = ann.post(at("correct", case, number=fact.pk), hidden(page) | kept)
    check = ann.get(sent.url)
    assert "Margaret Eaves Margaret Eves" in words(check)
    assert "Date" in words(check)
    done = ann.post(sent.url, hidden(check))
    assert done.url == at("done", case, step="peer_challenge")
    assert ann.post(sent.url, hidden(check)).url == done.url
    correction = facts(case, "peer_challenge").get(corrects=fact)
    assert correction.values["consulted"] == "Margaret Eves"
    shown = words(ann.get(done.url))
    assert "What was recorded before" in shown
    assert "Margaret Eaves" in shown
    assert ann.get(at("correct", case, number=fact.pk)).status_code == 404
    assert ann.get(at("check_correction", case, number=correction.pk)).url == at(
        "correct", case, number=correction.pk
    )


def test_a_signed_record_is_corrected_with_a_signature(world):
    case = world.case("Child Heron")
    helen = browser(person(world, "helen"), PASSWORD)
    fact = facts(case, "panel").get()
    answers = {
        **on("on", fact.on),
        **CRITERIA,
        "outcome": "scr",
        "q-reasons": "Better said.",
    }
    sent = fill(helen, at("correct", case, number=fact.pk), **answers)
    check = helen.get(sent.url)
    assert "Sign and set it right" in words(check)
    assert "Enter your password" in words(helen.post(sent.url, hidden(check)))
    done = helen.post(sent.url, hidden(check) | {"password": PASSWORD})
    assert done.url == at("done", case, step="panel")
    assert facts(case, "panel").get(corrects=fact).signed


def test_a_record_is_withdrawn_and_its_step_is_open_again(world):
    case = world.case("Child Plover")
    ann = browser(person(world, "ann"))
    fact = facts(case, "peer_challenge").get()
    address = at("withdraw", case, number=fact.pk)
    page = ann.get(address)
    assert "Margaret Eaves" in words(page)
    sent = [ann.post(address, hidden(page)) for _ in range(2)]
    assert {one.url for one in sent} == {at("page", case)}
    assert facts(case, "peer_challenge").filter(void=True).count() == 1
    assert case.tasks.get(step="peer_challenge").state == "open"


def test_who_may_correct(world):
    case = world.case("Child Plover")
    fact = facts(case, "peer_challenge").get()
    for key in ("helen", "gareth"):
        response = browser(person(world, key)).get(at("correct", case, number=fact.pk))
        assert response.status_code == 403
    assert "Correct this record" not in words(
        browser(person(world, "helen")).get(at("done", case, step="peer_challenge"))
    )
