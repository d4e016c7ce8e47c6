"""What a board's framework says of publishing one case, as the case stands today."""

import datetime as dt
from dataclasses import dataclass

from uplift.engine import clock
from uplift.engine.process import Position, State, StepPosition
from uplift.engine.spec.processes import Publication as Rules
from uplift.loop.cases.models import Case
from uplift.loop.cases.queries import position_of

NOTHING = "nothing"  # what `Plan.shows` says when the decision is to publish nothing


@dataclass(frozen=True, slots=True)
class Plan:
    """The framework's rules of publication, and where the case stands in its process."""

    case: Case
    rules: Rules
    position: Position

    @property
    def decision(self) -> StepPosition:
        """The step by which the board decides what to publish."""
        return self.position.step(self.rules.decision)

    @property
    def publishing(self) -> StepPosition:
        """The step that is recorded on publication."""
        return self.position.step(self.rules.published)

    @property
    def outcome(self) -> str:
        """How the board decided; empty until it has."""
        return (self.decision.outcome or "") if self.decision.state is State.DONE else ""

    @property
    def outcome_name(self) -> str:
        """The decision in the framework's words."""
        return self.decision.step.outcomes[self.outcome].name if self.outcome else ""

    @property
    def shows(self) -> str:
        """What becomes public: report, summary, learning or nothing; empty until decided."""
        return self.rules.shows[self.outcome] if self.outcome else ""

    @property
    def planned(self) -> dt.date | None:
        """The day on which it is to be published, where one is set."""
        return self.position.events.get(self.rules.planned) if self.rules.planned else None

    @property
    def sent(self) -> StepPosition | None:
        """The step by which the report goes to a body first, where the framework has one."""
        return self.position.step(self.rules.sent) if self.rules.sent else None

    @property
    def on_request(self) -> bool:
        """Whether it is given to who asks, once its time on the site is over."""
        return self.rules.afterwards == "on_request"

    def keep_until(self, published: dt.date) -> dt.date | None:
        """The first day on which what was published then may leave the site; none where the
        framework sets no time."""
        return clock.add(published, self.rules.at_least) if self.rules.at_least else None


def plan_of(case: Case, today: dt.date) -> Plan | None:
    """The plan of a case; None where its type of review publishes nothing at all."""
    position = position_of(case, today)
    rules = case.pack.processes[position.process_id].publication
    return Plan(case, rules, position) if rules else None
