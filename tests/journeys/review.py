"""A case as people carry it forward in the browser."""

import datetime as dt
from typing import Any

from tests.journeys.hands import PASSWORD, Person
from uplift.loop.cases.models import Case

AGO = 200  # days since the notification
WHEN = "When was this done?"

POLICE = "Northshire Police"
MET = {
    "Is abuse or neglect of the child known or suspected?": "Yes",
    "Has the child died?": "No",
    "Has the child been seriously harmed?": "Yes",
    "Is there cause for concern at how the council, the Board's partners or others worked "
    "together to safeguard the child?": "Yes",
    "Did the child die in custody?": "No",
    "Was the child who died detained under the Mental Health Act?": "No",
    "Is the child thought to have died by suicide?": "No",
}


class Review:
    """What a journey knows of its case: its address, and the days on which things happened."""

    def __init__(self, today: dt.date, reference: str = "") -> None:
        self.opened = today - dt.timedelta(days=AGO)
        self.reference = reference

    def day(self, after: int) -> dt.date:
        """So many days after the notification."""
        return self.opened + dt.timedelta(days=after)

    def path(self, rest: str = "") -> str:
        """An address below the case."""
        return f"/b/northmere/cases/{self.reference}/{rest}"

    def record(
        self, person: Person, step: str, day: int, answers: Any = None, *, when: str = WHEN
    ) -> None:
        """Open the case, go to the step from there, and record it for that day."""
        person.open(self.path())
        person.follow(step)
        person.send("Record it", {when: self.day(day), **(answers or {})})
        person.sees(f"“{step}” is recorded.")

    def decide(
        self, person: Person, step: str, day: int, criteria: Any, decision: Any, advice: str
    ) -> None:
        """Answer the criteria if there are any, decide, read the engine's advice, and sign."""
        person.open(self.path())
        person.follow(step)
        on = {"When was it decided?": self.day(day)}
        if criteria:
            person.send("Go on", {**on, **criteria})
            person.sees(advice)
            on = {}
        person.send("Go on", {**on, **decision})
        person.sees("Check before you sign")
        person.sees(advice)
        person.send("Sign and record", {"Your password": PASSWORD})
        person.sees(f"“{step}” is decided and signed.")


def notify(priya: Person, review: Review) -> None:
    """Priya records the notification by its pages of questions and checks her answers."""
    priya.open("/b/northmere/")
    priya.follow("Record a notification")
    priya.press("Start")
    priya.send("Go on", {"What may be needed?": "Serious Case Review"})
    first = {
        "When were you told?": review.day(0),
        "Who told us?": "Duty manager, children's services",
        "What happened to the child?": "The child was seriously harmed",
        "When did it happen?": review.day(-2),
    }
    priya.send("Go on", first)
    priya.send("Go on", {"What is known so far?": "A child of six was seriously neglected."})
    involved = "Which agencies are known to have been involved?"
    lives = "Does or did the child normally live in Warrington?"
    priya.send("Go on", {lives: "Yes", involved: [POLICE]})
    born = ("2", "4", "2019")
    who = {"Name": "Rowan Tester", "Date of birth": born, "Address": "3 Nowhere Lane"}
    priya.send("Go on", who)
    priya.send("Add another", {"Name": "Robin Tester"})
    priya.press("Go on")
    priya.send("Go on", {"Made-up name": "Child Alder"})
    for words in ("Check your answers", "Rowan Tester", "Robin Tester", POLICE):
        priya.sees(words)
    priya.press("Record the notification")
    review.reference = Case.objects.get().reference
    priya.sees(f"The notification is recorded as {review.reference}.")
