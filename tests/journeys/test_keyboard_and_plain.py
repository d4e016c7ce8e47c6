"""A notification and a decision: by keyboard alone, without JavaScript, on a phone."""

import pytest

from tests.journeys.hands import REPORT, Person, Typist, give_passwords
from tests.journeys.review import MET, Review, notify
from tests.support.pages import assert_fits
from uplift.loop.cases.models import Case, Fact

pytestmark = pytest.mark.django_db(transaction=True)

RECOMMEND = {
    "What is the outcome?": "Serious Case Review",
    "Reasons for the recommendation": "Neglect is known and the harm is serious.",
}
WAYS = {"keyboard": {"kind": Typist}, "no JavaScript": {"javascript": False}}


@pytest.mark.parametrize("way", WAYS)
def test_a_notification(world, northmere, enter, way):
    notify(enter(northmere.people["priya"], **WAYS[way]), Review(world.today))
    case = Case.objects.get()
    assert case.pseudonym == "Child Alder"
    assert case.people.count() == 2


@pytest.mark.parametrize("way", WAYS)
def test_a_decision(world, northmere, enter, way):
    case = world.case("Child Heron", until="tell_panel_incident", ago=200)
    helen = enter(northmere.people["helen"], **WAYS[way])
    review = Review(world.today, case.reference)
    review.decide(helen, "Criteria panel recommends", 14, MET, RECOMMEND, "the criteria are met")
    decided = Fact.objects.get(case=case, step="panel")
    assert (decided.outcome, decided.signed, decided.by) == ("scr", True, helen_of(northmere))


def helen_of(northmere):
    return northmere.people["helen"]


def test_the_keyboard_skips_to_the_content(northmere, enter):
    page = enter(northmere.people["priya"]).page
    page.goto("/b/northmere/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_an_agency_return_on_a_phone(world, northmere, enter):
    world.case("Child Linnet")
    give_passwords([northmere.people["meera"]])
    meera = enter(northmere.people["meera"], width=390, height=844)
    answer_on_a_phone(meera)
    filed = Fact.objects.get(step="written", item="health")
    assert filed.values["involvement"] == "Eleven visits."


def answer_on_a_phone(meera: Person) -> None:
    """The desk, the question, the answer with a file, and what was filed: none too wide."""
    assert_fits(meera.page)
    meera.follow("Written information from each agency")
    assert_fits(meera.page)
    meera.fill({"The account": REPORT, "What is the outcome?": "Given"})
    meera.press("File the return")
    meera.sees("There is a problem")  # what was asked isn't said yet; the file is given again
    assert_fits(meera.page)
    involved = {"How was the agency involved with the child?": "Eleven visits."}
    meera.send("File the return", {**involved, "The account": REPORT})
    meera.sees("Thank you. Your return is filed.")
    assert_fits(meera.page)
