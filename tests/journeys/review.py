"""A case as people carry it forward in the browser."""

import datetime as dt
from typing import Any

from tests.journeys.hands import PASSWORD, Person

AGO = 200  # days since the notification
WHEN = "When was this done?"


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
