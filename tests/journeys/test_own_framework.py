"""A board that nobody here has met: its business manager brings its framework, without any code.

She has the page below and a browser. She never sees how a framework is written down.
"""

import datetime as dt

import pytest
from django.utils import timezone

from tests.journeys.hands import PASSWORD, Person, give_passwords, sign_in_by_form
from tests.support.browser import expect
from tests.support.pages import assert_accessible
from uplift.ground.access import operations as access
from uplift.ground.boards.models import Agency, Board
from uplift.ground.frameworks.models import Adoption
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case

pytestmark = pytest.mark.django_db(transaction=True)

PROSE = """
Easthaven Safeguarding Adults Board: how we review.

Anybody may refer to us the death or serious harm of an adult. The business manager screens each
referral on the day it comes: either we look further, or we take no further action.

If we look further, we survey the agencies within five working days of the screening: was the adult
known to more than one of them? If not, the matter ends there.

If so, the Review Panel meets within two weeks of the survey. It is quorate when health, the police
and the council are present; its chair has the casting vote. It tests three things: did the adult
have needs for care and support; did the adult die or come to serious harm; is there reasonable
cause for concern about how partners worked together? The second is asked in two questions, of
which one is enough. Where the criteria are met it holds a review.

For a review the panel names the agencies that were involved. Each sends its chronology within
three weeks of being named. Once every chronology is in, and not before, each agency has four weeks
for its own analysis. When all are in, the panel agrees the report.
"""

EDIT = "/b/easthaven/frameworks/edit/"
TOLD, SCREEN, SURVEY = "Referral received", "Screen the referral", "Survey of the agencies"
PANEL, NAMING = "Review Panel considers the criteria", "Agencies named"
CHRONOLOGY, ANALYSIS, REPORT = "Chronology", "Agency's own analysis", "Panel agrees the report"
KNOWN = "Was the adult known to more than one of the agencies?"
WHICH = "Which agencies were involved?"
NEEDS = "Did the adult have needs for care and support?"
DIED, HARMED = "Did the adult die?", "Did the adult come to serious harm?"
CONCERN = "Is there reasonable cause for concern about how partners worked together?"
AGENCIES = ("Easthaven Council", "Easthaven Police", "Easthaven Health Trust")
INVOLVED = ("Easthaven Police", "Easthaven Health Trust")


@pytest.fixture
def mary(transactional_db) -> User:
    """The business manager of a board without a framework, with its agencies and nothing else."""
    board = Board.objects.create(
        name="Easthaven Safeguarding Adults Board",
        short_name="Easthaven",
        slug="easthaven",
        area="Easthaven",
        prefix="EH",
    )
    for name in AGENCIES:
        slug = name.lower().replace(" ", "-")
        Agency.objects.create(name=name, slug=slug, kind=Agency.Kind.HEALTH).boards.add(board)
    manager = access.RolePowers("Business Manager", ["manage_board"], in_case=False)
    access.set_powers(board=board, roles={"business_manager": manager})
    mary = User.objects.create_user("mary@easthaven.example", "Mary Osei")
    seat(mary, "business_manager", board)
    give_passwords([mary])
    return mary


def seat(user: User, role: str, board: Board, agency: Agency | None = None) -> None:
    access.give_seat(
        user=user,
        role=role,
        board=board,
        agency=agency,
        starts=timezone.localdate() - dt.timedelta(days=100),
        by=None,
        now=timezone.now(),
    )


def seated(board: Board, name: str, role: str, agency: Agency | None = None) -> User:
    """Somebody who holds that role at the board."""
    user = User.objects.create_user(f"{name.lower().replace(' ', '.')}@easthaven.example", name)
    seat(user, role, board, agency)
    give_passwords([user])
    return user


def enter(user: User, new_page) -> "Maker":
    """Their window, signed in."""
    person = Maker(new_page(), user.name)
    sign_in_by_form(person, user)
    return person


class Maker(Person):
    """Somebody who makes a framework: each method is what she does with one sentence of prose."""

    overview = ""  # the address of the whole framework

    def part(self, *names: str) -> None:
        """From the whole framework to a part of it, by what stands on the pages."""
        self.open(self.overview)
        for name in names:
            row = self.page.get_by_role("link", name=name)
            with self.page.expect_navigation():
                self.click(row.first)

    def step(self, name: str, kind: str, by: str, **answers: object) -> None:
        """Add a step."""
        self.part("Open Types of review", "Adults' review", "Change Steps")
        self.press("Add a step")
        what = {"What is it called?": name, "What is it?": kind, "Who takes it?": by}
        self.send("Add", {**what, **answers})
        self.sees("Saved.")

    def opens_when(self, subject: str, answers: dict[str, object]) -> None:
        """Say when the step on the page opens."""
        self.follow("Change When does it open?")
        self.press("Say when")
        self.send("Go on", {"What does it depend on?": subject})
        self.send("Save", answers)
        self.press_link("Back to")

    def due(self, long: str, after: str) -> None:
        """Say by when the step on the page is due."""
        self.follow("Change By when is it due?")
        self.press("Set a time")
        after_what = {"How is the time counted?": "So long after something", "How long?": long}
        self.send("Save", {**after_what, "After or before what?": after})
        self.press_link("Back to")

    def press_link(self, begins: str) -> None:
        """Follow the link that begins so."""
        with self.page.expect_navigation():
            self.click(self.page.get_by_role("link", name=begins).first)


def test_a_board_brings_its_own_framework(mary, new_page):
    maker = enter(mary, new_page)
    began(maker)
    who(maker)
    what_is_asked(maker)
    the_gates(maker)
    the_returns(maker)
    looked_at(maker)
    adopted(maker)
    a_case_runs(maker, new_page)


def began(mary: Maker) -> None:
    """From nothing: a name, and one type of review with its first step."""
    mary.open(EDIT)
    mary.press("Begin a framework")
    mary.send("Begin", {"What do you begin from?": "Nothing: a blank framework"})
    mary.sees("Give your framework a name.")
    mary.send(
        "Begin",
        {
            "What is your framework called?": "How Easthaven reviews",
            "Whom is it for?": "Adults",
            "What is your first type of review called?": "Adults' review",
        },
    )
    mary.sees("Nothing is wrong with it")
    mary.overview = mary.page.url
    assert_accessible(mary.page)
    mary.part("Open Types of review", "Adults' review", "Change Steps", "Board told")
    first = {"What is it called?": TOLD, "What is its day called in a sentence?": "the referral"}
    mary.send("Save", first)


def who(mary: Maker) -> None:
    """The panel: who must be present, and who chairs it."""
    for name in ("Health on the panel", "Police on the panel", "Council on the panel"):
        mary.part("Open Roles")
        mary.press("Add a role")
        may = ["See every case of the board", "Read the learning"]
        mary.send("Add", {"What is it called?": name, "What may it do here?": may})
    mary.part("Open Roles")
    mary.press("Add a role")
    may = ["See every case of the board", "Record steps", "Decide, and sign decisions"]
    chair = {"What is it called?": "Chair of the Review Panel", "What may it do here?": may}
    mary.send("Add", chair)
    mary.sees("Chair of the Review Panel")


def what_is_asked(mary: Maker) -> None:
    """The criteria with their rule, and two forms."""
    mary.part("Open Criteria")
    mary.press("Add a set of criteria")
    asked = f"{NEEDS}\n{DIED}\n{HARMED}\n{CONCERN}"
    criteria = {"What is it called?": "When we hold a review"}
    mary.send("Add", {**criteria, "Which questions are asked? One a line": asked})
    mary.follow("Change When are they met?")
    mary.follow(f"Or else… beside: The answer to “{DIED}” is “Yes”")
    mary.send("Go on", {"What does it depend on?": f"The answer to “{HARMED}”"})
    mary.press("Save")
    twice = mary.page.get_by_role("button", name=f"Remove The answer to “{HARMED}” is “Yes”")
    with mary.page.expect_navigation():
        mary.click(twice.last)  # it stands in the group now
    mary.sees(f"(the answer to “{DIED}” is “Yes” or the answer to “{HARMED}” is “Yes”)")
    assert_accessible(mary.page)
    for form, question, kind in (
        ("Survey", KNOWN, "Yes or no"),
        ("Agencies of the review", WHICH, "An agency"),
    ):
        mary.part("Open Forms")
        mary.press("Add a form")
        first = {"What is it called?": form, "What does it ask? One question a line": question}
        mary.send("Add", first)
        mary.follow("Change Questions")
        mary.follow(question)
        takes = {"What kind of answer does it take?": kind}
        several = {"Several may be given": True} if kind == "An agency" else {}
        mary.send("Save", {**takes, **several})


def the_gates(mary: Maker) -> None:
    """The same-day screen, the survey, and the panel with its quorum."""
    ends = "How may it end? One outcome a line"
    mary.step(SCREEN, "A decision", "Business Manager", **{ends: "Look further\nNo further action"})
    mary.opens_when("A step is done", {"Which steps are done?": [TOLD]})
    mary.due("same day", "the referral")
    mary.step(
        SURVEY,
        "Something is recorded",
        "Business Manager",
        **{"Which form is filled in?": "Survey"},
    )
    mary.opens_when(f"How “{SCREEN}” ended", {f"How did “{SCREEN}” end?": ["Look further"]})
    mary.due("5 working days", f"“{SCREEN}”")
    mary.step(
        PANEL,
        "A decision",
        "Chair of the Review Panel",
        **{
            ends: "Hold a review\nNo review",
            "Which criteria are answered with it?": ["When we hold a review"],
        },
    )
    mary.opens_when(f"The answer to “{KNOWN}” ({SURVEY})", {KNOWN: ["Yes"]})
    mary.due("2 weeks", f"“{SURVEY}”")
    mary.follow("Change Who must be present?")
    present = ["Health on the panel", "Police on the panel", "Council on the panel"]
    chair = {"Who has the casting vote?": "Chair of the Review Panel"}
    mary.send("Save", {"Which roles must be present?": present, **chair})
    mary.sees("the casting vote is with the Chair of the Review Panel")
    mary.follow("Change How it may end")
    mary.follow("Hold a review")
    mary.follow("Change When is this advised?")
    mary.press("Say when")
    mary.send("Go on", {"What does it depend on?": "What criteria say"})
    mary.send(
        "Save", {"Which criteria?": "When we hold a review", "What do they say?": "They are met"}
    )
    mary.sees("The criteria “When we hold a review” are met.")


def the_returns(mary: Maker) -> None:
    """Three weeks for chronologies; four for the analyses, once every chronology is in."""
    each = "Is it done once for each of a list?"
    named = f"{WHICH} ({NAMING})"
    mary.step(
        NAMING,
        "Something is recorded",
        "Chair of the Review Panel",
        **{"Which form is filled in?": "Agencies of the review"},
    )
    mary.opens_when(f"How “{PANEL}” ended", {f"How did “{PANEL}” end?": ["Hold a review"]})
    returned = "A return: agencies send something in"
    for name, before, long in (
        (CHRONOLOGY, NAMING, "3 weeks"),
        (ANALYSIS, CHRONOLOGY, "4 weeks"),
    ):
        mary.step(name, returned, "Agency lead", **{each: named})
        mary.opens_when("A step is done", {"Which steps are done?": [before]})
        mary.due(long, f"“{before}”")
    mary.step(REPORT, "A report", "Chair of the Review Panel")
    mary.opens_when("A step is done", {"Which steps are done?": [ANALYSIS]})


def looked_at(mary: Maker) -> None:
    """Nothing is wrong; she sees it drawn, and asks what if."""
    mary.open(mary.overview)
    mary.sees("Nothing is wrong with it")
    mary.follow("look at it Adults' review")
    mary.sees("due 3 weeks from “Agencies named”")
    assert_accessible(mary.page)
    mary.open(mary.overview)
    mary.follow("try it Adults' review")
    days = {
        "On which day do we look?": dt.date(2026, 3, 28),
        f"When is “{TOLD}” done?": dt.date(2026, 3, 3),
        f"When is “{SCREEN}” done?": dt.date(2026, 3, 5),
        f"How does “{SCREEN}” end?": "Look further",
    }
    mary.send("Show where it stands", days)
    mary.sees("due 3 March 2026")  # the screen was two days late
    mary.sees("Done late")
    mary.sees("due 12 March 2026")
    mary.sees("5 working days from “Screen the referral” on 5 March 2026")
    assert_accessible(mary.page)


def adopted(mary: Maker) -> None:
    """Not from a day that is past; from today."""
    mary.open(mary.overview)
    mary.press("Adopt it")
    today = timezone.localdate()
    mary.send("Adopt it", {"From which day on?": today - dt.timedelta(days=1)})
    mary.sees("can't be adopted from a day that is past")
    mary.send("Adopt it", {"From which day on?": today})
    mary.sees("The board works by “How Easthaven reviews”")
    assert Adoption.objects.get().edition.pack.processes["adults_review"].name == "Adults' review"


def a_case_runs(mary: Maker, new_page) -> None:
    """A referral comes in, and goes as the page of prose says."""
    board, day = Board.objects.get(slug="easthaven"), timezone.localdate()
    chair = seated(board, "Edith Vane", "chair_of_the_review_panel")
    leads = {
        agency.name: seated(board, f"Lead at {agency.name}", "agency_lead", agency)
        for agency in Agency.objects.filter(boards=board, name__in=INVOLVED)
    }
    referred(mary, day - dt.timedelta(days=20))
    case = f"/b/easthaven/cases/{Case.objects.get().reference}/"
    edith = enter(chair, new_page)

    decide(mary, case, SCREEN, 20, {"What is the outcome?": "Look further"})
    mary.send("Sign and record", {"Your password": PASSWORD})
    record(mary, case, SURVEY, 15, {KNOWN: "Yes"})
    met = dict.fromkeys((NEEDS, DIED, CONCERN), "Yes") | {HARMED: "No"}
    two = ["Health on the panel", "Police on the panel"]
    decide(edith, case, PANEL, 10, met | {"Who was there?": two})
    edith.sees("The criteria are met")
    hold = {"What is the outcome?": "Hold a review"}
    edith.send("Go on", hold)
    edith.sees("All of these must be present")  # the council wasn't there
    decide(edith, case, PANEL, 10, met | {"Who was there?": [*two, "Council on the panel"]})
    edith.send("Go on", hold)
    edith.send("Sign and record", {"Your password": PASSWORD})
    record(edith, case, NAMING, 9, {WHICH: list(INVOLVED)})
    edith.sees(f"{CHRONOLOGY}")
    for number, (name, lead) in enumerate(leads.items()):
        sent_in(enter(lead, new_page), CHRONOLOGY, name)
        edith.open(case)
        waits = edith.page.locator(".up-step", has_text=ANALYSIS)
        expect(waits.first).to_contain_text("Open" if number else "Waiting")


def record(who: Person, case: str, step: str, ago: int, answers: dict[str, object]) -> None:
    """Go to the step from the case's page, and record it for that day."""
    who.open(case)
    who.follow(step)
    on = {"When was this done?": timezone.localdate() - dt.timedelta(days=ago)}
    who.send("Record it", {**on, **answers})
    who.sees(f"“{step}” is recorded.")


def decide(who: Person, case: str, step: str, ago: int, answers: dict[str, object]) -> None:
    """Go to the decision from the case's page, and answer its first page."""
    who.open(case)
    who.follow(step)
    on = {"When was it decided?": timezone.localdate() - dt.timedelta(days=ago)}
    who.send("Go on", {**on, **answers})


def referred(mary: Maker, on: dt.date) -> None:
    """The referral is recorded; that opens the case."""
    mary.open("/b/easthaven/cases/new/")
    mary.press("Start")
    mary.send("Go on", {"When were you told?": on})
    mary.send("Go on", {"Name": "Wilf Tester"})
    mary.press("Go on")
    mary.send("Go on", {"Made-up name": "Adult Wren"})
    mary.press("Record the notification")


def sent_in(lead: Person, step: str, agency: str) -> None:
    """An agency sends what it was asked for."""
    lead.open("/b/easthaven/")
    lead.follow(step)
    lead.press("File the return")
    lead.sees("Thank you. Your return is filed.")
