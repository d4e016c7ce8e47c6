"""Wrong input by hand: each gets its sentence at its field and in the summary, and nothing else."""

import datetime as dt
import re

import pytest

from tests.journeys.hands import PASSWORD, Person
from tests.journeys.review import MET, Review
from tests.support.browser import expect
from tests.support.pages import assert_accessible, assert_fits
from uplift.loop.cases.models import Case, Fact, Member

pytestmark = pytest.mark.django_db(transaction=True)

DAY = dt.timedelta(days=1)
TOLD = "When were you told?"
DECIDED = "When was it decided?"
UNTIL = "Until which day?"


def refused(person: Person, *sentences: str) -> None:
    """The page says these sentences and no other: in the summary, and again at each field, to
    which the summary leads."""
    page = person.page
    expect(page).to_have_title(re.compile("^Error: "))
    links = page.locator(".govuk-error-summary__list a")
    assert links.all_inner_texts() == list(sentences)
    for number, sentence in enumerate(sentences):
        links.nth(number).click()
        field = page.locator(".govuk-form-group--error").filter(has=page.locator(":focus")).last
        expect(field.locator(".govuk-error-message").first).to_contain_text(sentence)
    assert_accessible(page)
    assert_fits(page)


def said(day: dt.date) -> str:
    """A day in words."""
    return f"{day.day} {day:%B %Y}"


@pytest.fixture
def review(world, northmere):
    """A case that waits for the criteria panel."""
    case = world.case("Child Heron", until="tell_panel_incident")
    found = Review(world.today, case.reference)
    found.opened = case.opened_on
    return found


def test_answers_left_out_and_days_that_cannot_be(world, northmere, enter):
    priya = enter(northmere.people["priya"])
    priya.open("/b/northmere/cases/new/")
    priya.press("Start")
    priya.press("Go on")
    refused(priya, "Choose an answer to “What may be needed?”.")
    priya.send("Go on", {"What may be needed?": "Serious Case Review"})
    priya.send("Go on", {TOLD: ("30", "2", "2026")})
    empty = (
        "Answer “Who told us?”.",
        "Choose an answer to “What happened to the child?”.",
        "Enter a date for “When did it happen?”.",
    )
    refused(priya, "30 February is not a date. Check the day and the month.", *empty)
    later, today = world.today + DAY, world.today
    priya.send("Go on", {TOLD: later, "When did it happen?": later})
    too_late = f"{said(later)} is too late: {said(today)} is the latest."
    refused(priya, too_late, *empty[:2], "The date can't be in the future.")
    assert not Case.objects.exists()


def test_an_end_before_its_start(world, northmere, enter, review):
    priya = enter(northmere.people["priya"])
    priya.open(review.path("people/let-in/"))
    ruth = {
        "Name": "Ruth Adeyemi",
        "E-mail address": "ruth at example",
        "As what do they work on the case?": "Lead reviewer",
        "From which day?": world.today,
        UNTIL: world.today - DAY,
    }
    priya.send("Let them in", ruth)
    refused(priya, "Their access can't end before it starts.")
    priya.send("Let them in", {UNTIL: world.today})
    refused(priya, "Enter an e-mail address, like name@example.org.")
    assert not Member.objects.exists()


def test_a_day_on_which_it_cannot_have_been_decided(world, northmere, enter, review):
    helen = enter(northmere.people["helen"])
    helen.open(review.path("steps/panel/"))
    helen.send("Go on", {DECIDED: review.day(-1), **MET})
    refused(helen, f"The date can't be before the case began on {said(review.opened)}.")
    helen.send("Go on", {DECIDED: world.today + DAY})
    refused(helen, "The date can't be in the future.")


def test_a_decision_without_outcome_reasons_or_the_right_signature(world, northmere, enter, review):
    helen = enter(northmere.people["helen"])
    helen.open(review.path("steps/panel/"))
    helen.send("Go on", {DECIDED: world.today, **MET})
    helen.press("Go on")
    reasons = "Fill in “Reasons for the recommendation”."
    refused(helen, "Choose an answer to “What is the outcome?”.", reasons)
    why = {"Reasons for the recommendation": "Four agencies held parts of it."}
    helen.send("Go on", {"What is the outcome?": "Serious Case Review", **why})
    helen.press("Sign and record")
    refused(helen, "Enter your password to sign.")
    helen.send("Sign and record", {"Your password": PASSWORD + "?"})
    refused(helen, "That isn't your password. Nothing has been signed.")
    assert not Fact.objects.filter(step="panel").exists()
