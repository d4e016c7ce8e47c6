"""What a position says: where every step of a case stands on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from uplift.engine.spec import Step


class State(StrEnum):
    """Where a step stands."""

    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    NOT_NEEDED = "not needed"


@dataclass(frozen=True)
class ItemPosition:
    """One item of a step that is done once for each: an agency's return."""

    item: str
    state: State
    done_on: date | None
    outcome: str | None


@dataclass(frozen=True)
class StepPosition:
    """Where one step stands."""

    step: Step
    state: State
    done_on: date | None
    outcome: str | None
    """The last outcome; for a step done once for each, every item has its own."""
    due: date | None
    explanation: str
    """Why it is due then: “3 weeks from notification on 31 January 2014”."""
    clock_from: date | None
    """The day its clock started."""
    late: bool
    days: int | None
    """Days left, or days to spare when it was done; negative when late."""
    waits_for: str
    """What a waiting step waits for; which items an open one still lacks."""
    reason_needed: bool
    """It is late, and the framework asks for the reason."""
    reason_given: bool
    reason_to: str | None
    """The role to whom the reason is given."""
    items: tuple[ItemPosition, ...]

    @property
    def optional(self) -> bool:
        """Whether it may be left out."""
        return self.step.optional


@dataclass(frozen=True)
class Position:
    """Where a whole case stands on a day."""

    process_id: str
    today: date
    steps: tuple[StepPosition, ...]
    ended: bool
    """Nothing is left to do, save what is optional."""
    paused_since: date | None
    events: dict[str, date]
    """The day of each event that has come: a step, a date in a form, `opened`."""

    def step(self, step_id: str) -> StepPosition:
        """The step of that id; raises KeyError."""
        for position in self.steps:
            if position.step.id == step_id:
                return position
        raise KeyError(step_id)

    @property
    def open(self) -> tuple[StepPosition, ...]:
        """The steps that can be taken now."""
        return tuple(step for step in self.steps if step.state is State.OPEN)
