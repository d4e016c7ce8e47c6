"""Wrong input by hand: each gets its sentence at its field and in the summary, and nothing else."""

import datetime as dt

import pytest

from tests.journeys.hands import PASSWORD, Person
from tests.journeys.review import MET, Review
from tests.support.browser import expect
from tests.support.pages import assert_accessible
from uplift.loop.cases.models import Case, Fact, Member

pytestmark = pytest.mark.django_db(transaction=True)


def probe(person):
    print("PROBE", person.page.url, person.page.title())
    print(person.page.locator(".govuk-error-summary").all_inner_texts(), person.page.locator(".govuk-error-message").all_inner_texts())

def test_probe(world, northmere, enter):
    priya = enter(northmere.people["priya"])
    priya.open("/b/northmere/cases/new/")
    priya.press("Start")
    priya.press("Go on"); probe(priya)
    priya.send("Go on", {"What may be needed?": "Serious Case Review"})
    priya.send("Go on", {"When were you told?": ("30", "2", "2026")}); probe(priya)
    priya.send("Go on", {"When were you told?": world.today + dt.timedelta(days=3), "When did it happen?": world.today + dt.timedelta(days=1)}); probe(priya)
    case = world.case("Child Heron", until="tell_panel_incident")
    review = Review(world.today, case.reference)
    priya.open(review.path("people/let-in/"))
    priya.send("Let them in", {"Name": "Ruth", "E-mail address": "ruth at example", "As what do they work on the case?": "Lead reviewer", "From which day?": world.today, "Until which day?": world.today - dt.timedelta(days=1)}); probe(priya)
    priya.send("Let them in", {"Until which day?": world.today + dt.timedelta(days=1)}); probe(priya)
    helen = enter(northmere.people["helen"])
    helen.open(review.path("steps/panel/"))
    helen.send("Go on", {"When was it decided?": case.opened_on - dt.timedelta(days=1)}); probe(helen)
    helen.send("Go on", MET); probe(helen)
    helen.send("Go on", {"When was it decided?": world.today, **MET}); probe(helen)
    helen.send("Go on", {}); probe(helen)
    helen.send("Go on", {"What is the outcome?": "No review"}); probe(helen)
    helen.send("Go on", {"What is the outcome?": "No review", "Reasons for the recommendation":"x"}); probe(helen)
    helen.send("Sign and record", {}); probe(helen)
    helen.send("Sign and record", {"Your password": "wrong"}); probe(helen)
