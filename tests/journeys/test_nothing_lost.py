"""What is typed is kept: over an ended session, beside another window, under a double click."""

import pytest

from tests.journeys.hands import PASSWORD
from tests.support.browser import expect
from tests.support.thread import Story
from uplift.loop.learning.models import Finding

pytestmark = pytest.mark.django_db(transaction=True)

ACCOUNT = "I met the family once, years ago, before any of this."
QUESTION = "What is your interest in this case?"


@pytest.fixture
def finding(world, northmere):
    """A finding of an inspection."""
    return Story(world, northmere).finding()


def test_text_outlives_the_session_for_the_same_person_only(world, northmere, enter):
    interest = f"/b/northmere/cases/{world.case().reference}/people/interest/"
    priya = enter(northmere.people["priya"])
    priya.open(interest)
    priya.answer(QUESTION, ACCOUNT)
    expect(priya.page.locator("[data-saved]")).to_contain_text("Draft kept at")
    assert priya.page.evaluate("localStorage.length + sessionStorage.length") == 0
    priya.page.context.clear_cookies()
    priya.press("Declare it")
    priya.sees("Drafts are kept.")
    priya.open(interest)
    priya.sees("Sign in")
    priya.fill({"E-mail address": northmere.people["priya"].email, "Password": PASSWORD})
    priya.press("Sign in")
    priya.sees("We kept what you had typed")
    expect(priya.page.get_by_label(QUESTION)).to_have_value(ACCOUNT)

    ann = enter(northmere.people["ann"])
    ann.open(interest)
    expect(ann.page.get_by_label(QUESTION)).to_have_value("")
    assert ACCOUNT not in ann.page.content()

    priya.press("Throw it away")
    expect(priya.page.get_by_label(QUESTION)).to_have_value("")


def test_two_windows_show_both_texts(northmere, enter, finding):
    first, second = (enter(northmere.people["priya"]) for _ in range(2))
    for window in (first, second):
        window.open(f"/b/northmere/learning/findings/{finding.number}/change/")
    first.send("Save", {"Why did it come about?": "The record was slow."})
    second.send("Save", {"Why did it come about?": "Nobody had been shown how."})
    second.sees("What is saved now, and what you typed")
    row = second.page.get_by_role("row").filter(has_text="Why did it come about?")
    expect(row).to_contain_text("The record was slow.")
    expect(row).to_contain_text("Nobody had been shown how.")
    finding.refresh_from_db()
    assert finding.why == "The record was slow."
    second.press("Save")
    finding.refresh_from_db()
    assert finding.why == "Nobody had been shown how."


@pytest.mark.parametrize("javascript", [True, False])
def test_a_double_click_has_one_effect(northmere, enter, finding, javascript):
    priya = enter(northmere.people["priya"], javascript=javascript)
    priya.open(f"/b/northmere/learning/inspections/{finding.inspection_id}/findings/new/")
    priya.fill(
        {
            "What was learnt?": "Practice was good where history was read",
            "Which kind of finding is it?": "Good practice",
            "How far does it reach?": "Local",
        }
    )
    with priya.page.expect_navigation():
        priya.page.get_by_role("button", name="Add it", exact=True).dblclick()
    priya.sees("Practice was good where history was read")
    assert Finding.objects.count() == 2
