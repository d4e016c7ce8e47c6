"""The learning of a case told through the operations, for tests of any room along the thread."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from tests.world import World
from uplift.config.demo.cast import Cast
from uplift.ground.boards.models import Agency
from uplift.ground.identity.models import User
from uplift.loop.actions import operations as actions
from uplift.loop.actions.models import Action
from uplift.loop.cases.models import Case
from uplift.loop.impact import operations as impact
from uplift.loop.impact.models import Evaluation
from uplift.loop.learning import operations as learning
from uplift.loop.learning.models import Finding, Outcome, Theme
from uplift.loop.lessons.models import Inspection
from uplift.loop.lessons.operations import record_inspection
from uplift.loop.sharing import operations as sharing
from uplift.loop.sharing.models import Briefing, Confirmation

FINDING: dict[str, Any] = {
    "kind": "improvement",
    "title": "First contacts were answered without reading the history",
    "detail": "Three contacts in a month were each taken as the first.",
    "why": "Opening the old record takes ten minutes.",
    "evidence": "Contact records of the three agencies.",
    "reach": "local",
    "early": False,
    "systemic": True,
}
OUTCOME = {
    "statement": "Every first contact shows that history was considered.",
    "seen_by": "Share of first contacts with history considered.",
    "baseline": "38 %",
    "target": "90 %",
    "evaluate_how": "Re-audit of 30 contacts.",
}
EVALUATION = {
    "method": "Re-audit of 30 contacts",
    "result": "26 of 29 contacts, 90 %",
    "difference": "yes",
    "practice": "A summary of the history opens with the record.",
    "children": "They didn't ask me everything again.",
    "words": "child",
}


@dataclass
class Story:
    """Makes one thing after the other at one board, Northmere unless told, by the people whose
    work it is."""

    world: World
    cast: Cast
    now: dt.datetime = field(default_factory=timezone.localtime)

    @property
    def priya(self) -> User:
        """The business manager."""
        return self.cast.people["priya"]

    @property
    def sam(self) -> User:
        """Who answers for the police."""
        return self.cast.people["sam"]

    @property
    def by(self) -> dict[str, Any]:
        """What every operation by the manager, now, is told."""
        return {"by": self.priya, "now": self.now}

    def in_days(self, days: int) -> dt.date:
        """That many days from today."""
        return self.world.today + dt.timedelta(days=days)

    def inspection(self, **changes: Any) -> Inspection:
        wanted = {
            "body": "Inspectorate",
            "title": "Review of the board",
            "on": self.in_days(-60),
            "judgement": "Requires improvement",
            "factors": "Data comes late.",
            "source": "",
        }
        board = self.cast.board
        return record_inspection(board=board, **{**wanted, **changes}, **self.by)

    def finding(self, source: Case | Inspection | None = None, **changes: Any) -> Finding:
        source = source or Inspection.objects.filter(board=self.cast.board).first()
        source = source or self.inspection()
        wanted = {**FINDING, "found_on": self.world.today, **changes}
        return learning.add_finding(source=source, **wanted, **self.by)

    def theme(self, *findings: Finding, name: str = "Using history") -> Theme:
        board = self.cast.board
        return learning.make_theme(board=board, name=name, says="", findings=findings, **self.by)

    def outcome(self, theme: Theme, **changes: Any) -> Outcome:
        days = {"due": self.in_days(100), "evaluate_on": self.in_days(110)}
        return learning.set_outcome(theme=theme, **{**OUTCOME, **days, **changes}, **self.by)

    def action(self, *findings: Finding, agency: str | Agency = "police", **changes: Any) -> Action:
        wanted = {
            "title": "Put the history on the first screen",
            "success": "The first screen shows it in every record.",
            "agency": self.cast.agencies[agency] if isinstance(agency, str) else agency,
            "due": self.in_days(30),
            **changes,
        }
        board = self.cast.board
        return actions.propose(board=board, findings=findings, **wanted, **self.by)

    def accepted(self, *findings: Finding, **changes: Any) -> Action:
        action = self.action(*findings, **changes)
        return actions.answer(
            action=action, version=1, accept=True, reason="", by=self.sam, now=self.now
        )

    def done(self, *findings: Finding, **changes: Any) -> Action:
        action = self.accepted(*findings, **changes)
        return actions.finish(
            action=action,
            version=action.version,
            on=self.world.today,
            evidence="Screenshot.",
            by=self.sam,
            now=self.now,
        )

    def embedded(self, *findings: Finding, **changes: Any) -> Action:
        action = self.done(*findings, **changes)
        return actions.embed(
            action=action,
            version=action.version,
            on=self.world.today,
            embedding="A dip sample of 20 records.",
            **self.by,
        )

    def briefing(self, *findings: Finding, issued: bool = True, **changes: Any) -> Briefing:
        wanted = {"title": "Read the history first", "body": "## Why\n\nIt saves time.", **changes}
        board = self.cast.board
        briefing = sharing.write_briefing(board=board, findings=findings, **wanted, **self.by)
        return sharing.issue(briefing=briefing, version=1, **self.by) if issued else briefing

    def asked(self, briefing: Briefing, *agencies: str, due: int = 28) -> list[Confirmation]:
        wanted = [self.cast.agencies[key] for key in agencies or ("police",)]
        return sharing.ask(briefing=briefing, agencies=wanted, due=self.in_days(due), **self.by)

    def evaluation(self, outcome: Outcome, **changes: Any) -> Evaluation:
        wanted = {**EVALUATION, "on": self.world.today, **changes}
        return impact.evaluate(outcome=outcome, **wanted, **self.by)
