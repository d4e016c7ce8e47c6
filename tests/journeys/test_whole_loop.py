"""One serious case all the way round the loop: six people and the public, all by hand.

The case is notified some months ago, so that the day on which its report may be published, a
week after the national panel has its copy, is today.
"""

import datetime as dt
import re
from urllib.parse import urlsplit

import pytest
from django.core import mail

from tests.journeys.hands import PASSWORD, REPORT, Person, sign_in_by_form
from tests.journeys.review import AGO, MET, POLICE, Review, notify
from tests.support.browser import expect
from uplift.ground.identity import letters
from uplift.ground.identity.models import User

pytestmark = pytest.mark.django_db(transaction=True)

HARMLESS = {
    "Could a child be recognised from the report?": "No",
    "Would publishing be detrimental to the welfare of any child involved?": "No",
    "Is publishing likely to harm a vulnerable adult involved in the case?": "No",
}
FINDING = "First contacts were answered without reading the history"
THEME = "Using history"
OUTCOME = "Every first contact shows that history was considered."
ACTION = "Put the history on the first screen"
BRIEFING = "Read the history first"
READ = "I have read the text: it names nobody, and nobody can be known from it"
SENT = "When was it sent?"
MET_ON = "When did it take place?"


def test_round_the_loop(world, northmere, enter, new_page):
    people = {key: enter(northmere.people[key]) for key in ("priya", "ann", "gareth", "helen")}
    review = Review(world.today)
    notify(people["priya"], review)
    is_a_review_needed(review, **people)
    people["ruth"] = appointed(review, people["ann"], people["priya"], new_page)
    people["sam"], people["lewis"] = (enter(northmere.people[key]) for key in ("sam", "lewis"))
    reviewed(review, people["ruth"], people["sam"], people["priya"])
    answered(review, people)
    decided_on_publication(review, people)
    published(review, people, new_page)
    learnt(review, people)
    changed(review, people)
    shared(review, people)
    evaluated(review, people)
    the_thread_is_whole(people["priya"])


def is_a_review_needed(review, priya, ann, gareth, helen) -> None:
    """The Chair refers, the subgroup convenes, the panel recommends, the Chair decides."""
    ann.open("/b/northmere/")
    ann.sees("Chair refers it to the criteria panel")
    review.record(ann, "Chair refers it to the criteria panel", 1)
    members = "Helen Marsh (health)\nIdris Bowen (police)"
    convened = {"Who sits on the panel?": members, "When does it meet?": review.day(14)}
    review.record(gareth, "Subgroup convenes the criteria panel", 3, convened)
    for body in ("Ofsted", "National panel"):
        told(review, priya, f"{body} told of the incident", 3)
    why = {"Reasons for the recommendation": "Neglect is known and the harm is serious."}
    recommend = {"What is the outcome?": "Serious Case Review", **why}
    review.decide(helen, "Criteria panel recommends", 14, MET, recommend, "the criteria are met")
    challenged = {
        "Name of the chair consulted": "Margaret Eaves",
        "Which board do they chair?": "Southvale",
        "What was the challenge about?": "The decision to review",
        "Summary of the challenge": "She asked whether a lighter review would teach as much.",
    }
    review.record(ann, "Peer challenge of the decision", 20, challenged, when=MET_ON)
    hold = {"What is the outcome?": "Hold a Serious Case Review"}
    review.decide(ann, "Chair decides", 24, {}, hold, "points to “Hold a Serious Case Review”")
    for body in ("Ofsted", "National panel"):
        told(review, priya, f"{body} told of the decision", 25)


def told(review: Review, priya: Person, step: str, day: int) -> None:
    """A body is told: the letter is drafted, the day on which it was sent is recorded."""
    priya.open(review.path())
    priya.follow(step)
    priya.sees("Read the draft")
    review.record(priya, step, day, {"How was it sent?": "Secure e-mail"}, when=SENT)


def appointed(review: Review, ann: Person, priya: Person, new_page) -> Person:
    """Ann appoints a lead reviewer, whom Priya lets into the case; Ruth chooses a password."""
    declared = {
        "Who is appointed?": "Ruth Adeyemi",
        "Who employs or engages them?": POLICE,
        "What shows that they are qualified to review by this framework's approach?": "Six reviews",
        "Declaration: ties with the Board, with agencies in the case or with the family": "none",
        "Until when may they see this case?": review.day(AGO + 60),
    }
    ann.open(review.path())
    ann.follow("Lead reviewer appointed")
    ann.send("Record it", {"When were they appointed?": review.day(34), **declared})
    ann.sees("There is a problem")  # an agency of the case isn't independent of it
    ann.send("Record it", {"Who employs or engages them?": "None"})
    ann.sees("“Lead reviewer appointed” is recorded.")
    told(review, priya, "Names of the reviewers given to the national panel", 35)
    priya.open(review.path("people/"))
    priya.press("Let someone into this case")
    ruth = {"Name": "Ruth Adeyemi", "E-mail address": "ruth@review.example"}
    until = {"Until which day?": review.day(AGO + 60)}
    role = {"As what do they work on the case?": "Lead reviewer"}
    priya.send("Let them in", {**ruth, **role, **until})
    priya.sees("Ruth Adeyemi can now see this case.")
    return invited(new_page())


def invited(page) -> Person:
    """Ruth opens the link in her invitation, chooses a password and signs in."""
    letters.invitation(User.objects.get(email="ruth@review.example").pk)
    link = re.search(r"https?://[^/]+(/account/\S+)", str(mail.outbox[-1].body))
    assert link
    ruth = Person(page, "Ruth Adeyemi")
    ruth.open(link[1])
    ruth.send("Set the password", {"New password": PASSWORD})
    sign_in_by_form(ruth, User.objects.get(email="ruth@review.example"), "/b/northmere/")
    return ruth


def reviewed(review: Review, ruth: Person, sam: Person, priya: Person) -> None:
    """Ruth reviews: family, practitioners, agencies; then Sam answers."""
    ruth.open("/b/northmere/")
    ruth.follow("All cases")
    ruth.follow("Child Alder")
    ruth.sees("Publication kept in mind from the start")
    mind = {"The report will be public. How does this shape the way we work?": "No names."}
    review.record(ruth, "Publication kept in mind from the start", 36, mind)
    family = {
        "Who was invited?": ["Mother", "Other parent or carer"],
        "How": "A visit with their support worker",
        "What was explained about the review?": "What it is for, and that it blames nobody.",
        "What is the outcome?": "Invited",
    }
    review.record(ruth, "Family invited", 38, family)
    practitioners = {
        "Who was invited?": "Health visitor, teacher, neighbourhood officer",
        "How can they give their views?": "Two meetings",
        "Were they told that they need not fear blame for what they did in accordance with "
        "procedures?": "Yes",
    }
    review.record(ruth, "Practitioners invited", 40, practitioners)
    scope = {
        "Which agencies were involved with the child and the family?": [POLICE],
        "Who represents each agency and its professionals in the review?": "Safeguarding leads",
    }
    review.record(ruth, "Agencies involved, and who represents them", 42, scope)
    ask = {
        "By when is each agency to answer?": review.day(70),
        "What should they write about?": "Every contact in the eighteen months before.",
    }
    review.record(ruth, "Agencies asked for written information", 43, ask)
    filed(review, sam)


def filed(review: Review, sam: Person) -> None:
    """Sam answers for the police, who aren't shown the case."""
    sam.open("/b/northmere/")
    sam.follow("Written information from each agency")
    account = {
        "When was it given?": review.day(60),
        "The account": REPORT,
        "How was the agency involved with the child?": "Five calls to the address.",
        "What is the outcome?": "Given",
    }
    sam.send("File the return", account)
    sam.sees("Thank you. Your return is filed.")
    sam.sees("Five calls to the address.")


def answered(review: Review, people) -> None:
    """The report, the partner's answer, the Board's oversight and its response."""
    ruth, sam, ann, priya = (people[key] for key in ("ruth", "sam", "ann", "priya"))
    report = {
        "The report": REPORT,
        "What happened?": "Several agencies saw signs over eighteen months.",
        "Why did it happen?": "History took long to open.",
        "What needs to happen so that it is less likely to happen again?": "Read history first.",
        "The child: wishes, feelings and daily life": "A quiet child who liked to draw.",
        "What worked well, and what will keep it going?": "One visitor read everything.",
        "How were data gathered and analysed, and which research and case evidence was used?": (
            "Records of the police, two meetings."
        ),
        "Which professional has read it and found it easy to follow?": "A school nurse",
        "Which lay reader has read it and found it easy to follow?": "A parent",
        "Is it written so that publishing is unlikely to harm any child or vulnerable adult in "
        "the case?": "Yes",
        "Which partners need to act?": [POLICE],
    }
    review.record(ruth, "Report finished", 170, report, when="When was it finished?")
    told(review, priya, "Council and Board advised of the lessons", 172)
    sam.open("/b/northmere/")
    sam.follow("Each partner answers the actions proposed")
    agreed = {"When was it given?": review.day(176), "What is the outcome?": "Agreed"}
    sam.send("File the return", agreed)
    sam.sees("Thank you. Your return is filed.")
    say = {"What does the Board say to what partners have agreed?": "We welcome it."}
    review.record(ann, "Board oversees what partners have agreed", 180, say, when=MET_ON)
    response = {
        "Where is it published?": "In a document of its own",
        "What has been done already?": "Officers see earlier calls.",
        "What difference has it made to services?": "History is read in nine of ten contacts.",
        "What more will be done?": "The same on every shift.",
    }
    review.record(priya, "Board's response written", 184, response, when="When was it finished?")


def decided_on_publication(review: Review, people) -> None:
    """The Chair's decision, the day, the copy that goes to the national panel first."""
    whole = {
        "What would publication mean for each child and vulnerable adult in the case?": "No harm.",
        "What is the outcome?": "Publish the whole report",
        "Reasons": "Nothing in it tells who the child is.",
    }
    review.decide(
        people["ann"], "Chair decides on publication", 186, HARMLESS, whole, "the criteria are met"
    )
    day = {"When is it to be published?": review.day(AGO)}
    review.record(people["lewis"], "Date of publication set", 187, day)
    told(review, people["priya"], "Copy of the report sent to the national panel", 188)


def published(review: Review, people, new_page) -> None:
    """Priya writes what the public reads, Ann approves it, Lewis publishes it; anyone reads it."""
    priya, ann, lewis = people["priya"], people["ann"], people["lewis"]
    priya.open(review.path("report/"))
    priya.press("Begin the publication")
    priya.send("Begin", {"What will the public know it as?": "Child Alder: what we learnt"})
    priya.follow("Change the text")
    text = {"The report, or what was learnt": "## What happened\n\nSeveral agencies saw signs."}
    priya.send("Save the text", text)
    priya.press("Send")
    priya.press("Check it and send it")
    page = priya.page.url
    ann.open(page)
    ann.press("Read and approve")
    ann.sees("Several agencies saw signs.")
    ann.press("Approve it")
    lewis.open(page)
    lewis.press("Publish")
    lewis.press("Publish it")
    public = Person(new_page(), "the public")
    public.open("/learning/northmere/")
    public.follow("Child Alder: what we learnt")
    public.sees("Several agencies saw signs.")
    public.sees("Officers see earlier calls")


def learnt(review: Review, people) -> None:
    """Ruth writes the finding down; Priya releases it, gives it a theme and sets an outcome."""
    ruth, priya = people["ruth"], people["priya"]
    ruth.open(review.path("findings/"))
    ruth.press("Add a finding")
    finding = {
        "What was learnt?": FINDING,
        "Which kind of finding is it?": "Improvement needed",
        "What happened?": "Three contacts in a month were each taken as the first.",
        "Why did it come about?": "Opening the old record takes ten minutes.",
        "What shows it?": "Contact records of three agencies.",
        "How far does it reach?": "Local",
    }
    ruth.send("Add it", finding)
    priya.open(review.path("findings/"))
    priya.follow(FINDING)
    priya.press("Read it once more")
    priya.send("Release it", {READ: True})
    priya.press("Choose a theme")
    theme = {
        "Which theme does it belong to?": "A new theme",
        "What is the new theme called?": THEME,
    }
    priya.send("Put it in", theme)
    priya.press("Set an outcome")
    today = review.day(AGO)
    outcome = {
        "What will be different for children or adults?": OUTCOME,
        "How will anyone see it?": "Share of first contacts with history considered.",
        "What does the measure show now?": "38 %",
        "What should it show in the end?": "90 %",
        "By when?": today + dt.timedelta(days=100),
        "How will the measure be taken again?": "Re-audit of 30 contacts.",
        "When will it be taken?": today + dt.timedelta(days=110),
    }
    priya.send("Set it", outcome)


def changed(review: Review, people) -> None:
    """Priya proposes an action; Sam accepts it for the police and does it; it lasts."""
    priya, sam = people["priya"], people["sam"]
    at_thread(priya)
    priya.press("Propose an action")
    action = {
        "What is to be done?": ACTION,
        "How will anyone see that it is done?": "The first screen shows it in every record.",
        "Which agency does it?": POLICE,
        "By when?": review.day(AGO + 30),
        "Towards which outcome?": OUTCOME,
    }
    priya.send("Propose it", action)
    sam.open("/b/northmere/actions/")
    sam.follow(ACTION)
    sam.press("Answer")
    sam.send("Send the answer", {"Does your agency accept it?": "Yes, we will do it"})
    sam.press("Say it is done")
    shown = {"What shows that it is done?": "The new screen, and a sample of twenty contacts."}
    sam.send("Say it is done", shown)
    sam.sees("See whether it lasts")
    priya.open(sam.page.url)
    priya.press("Say it lasts")
    priya.send("Say it lasts", {"By what is it seen that it lasts?": "A dip sample of 20 records."})


def shared(review: Review, people) -> None:
    """Priya writes and issues a briefing; Sam confirms that the police passed it on."""
    priya, sam = people["priya"], people["sam"]
    at_thread(priya)
    priya.press("Write a briefing")
    briefing = {
        "What is the briefing called?": BRIEFING,
        "What should practitioners read?": "## Why\n\nIt saves time.",
    }
    priya.send("Save the draft", briefing)
    priya.press("Issue it")
    priya.send("Issue it", {READ: True})
    priya.press("Ask agencies")
    ask = {"Which agencies pass it on to their teams?": [POLICE]}
    priya.send("Ask them", {**ask, "By when do they confirm it?": review.day(AGO + 28)})
    sam.open("/b/northmere/")
    sam.follow(f"Confirm that it was shared: {BRIEFING}")
    sam.press("Confirm")
    how = {"When was it passed on?": review.day(AGO), "How?": "Read out in team meetings."}
    reach = {"How many people has it reached?": "180", "Of how many who should know?": "210"}
    sam.send("Confirm", {**how, **reach})


def evaluated(review: Review, people) -> None:
    """Priya measures again and says what difference it made."""
    priya = people["priya"]
    at_thread(priya)
    priya.press("Open the outcome")
    priya.press("Evaluate")
    result = {
        "When was it measured?": review.day(AGO),
        "How?": "Re-audit of 30 contacts",
        "What does the measure show now?": "26 of 29 contacts, 90 %",
        "What is different in practice?": "A summary of the history opens with the record.",
        "What is different for children or adults?": "They didn't ask me everything again.",
        "Whose words are these?": "A child's or young person's",
        "Did it make a difference?": "It made a difference",
    }
    priya.send("Save the evaluation", result)


def the_thread_is_whole(priya: Person) -> None:
    """Six boxes, each done; each leads to its page, from which a link leads back."""
    at_thread(priya)
    thread = priya.page.url
    for title in ("Theme", "Outcome", "Action", "Shared", "Impact"):
        priya.open(thread)
        with priya.page.expect_navigation():
            priya.page.locator(".up-thread").get_by_role("link", name=title, exact=True).click()
        back = priya.page.locator(f"main a[href='{urlsplit(thread).path}']")
        if title == "Action":
            priya.follow(ACTION)
        if title == "Impact":
            priya.follow(OUTCOME)
        expect(back.first).to_be_visible()
    priya.open(thread)
    expect(priya.page.locator(".up-thread")).to_contain_text("It made a difference")
    priya.sees("This thread has come to its end: nothing waits.")


def at_thread(person: Person) -> None:
    """Come to the finding's thread by the list of findings."""
    person.open("/b/northmere/learning/")
    person.follow(FINDING)
