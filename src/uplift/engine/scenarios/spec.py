"""A scenario: given facts, when a day comes or something is recorded, then this is so.

Scenarios are a pack's tests, and its documentation.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from uplift.engine.process import Fact, State
from uplift.engine.spec.base import Frozen, Name, Slug, Text, as_tuple


class Given(Frozen):
    """A fact on record."""

    step: Slug
    on: date
    id: str | None = None
    item: str | None = None
    outcome: Slug | None = None
    values: dict[str, Any] = Field(default_factory=dict)
    corrects: str | None = None
    void: bool = False

    def fact(self) -> Fact:
        """The fact as the engine takes it."""
        return Fact(
            step=self.step,
            on=self.on,
            item=self.item,
            outcome=self.outcome,
            values=self.values,
            id=self.id,
            corrects=self.corrects,
            void=self.void,
        )


class When(Frozen):
    """A day comes; or somebody wants to record something; or criteria are answered."""

    today: date | None = None
    record: Given | None = None
    roles: Annotated[tuple[Slug, ...], BeforeValidator(as_tuple), Field(alias="as")] = ()
    board_agencies: tuple[str, ...] = ()
    criteria: Slug | None = None
    answers: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_of_them(self) -> "When":
        if (self.today is None) == (self.criteria is None):
            raise ValueError("Say either today: or criteria: with answers:.")
        return self


class Stand(Frozen):
    """Where a step is expected to stand; only what is written is compared."""

    state: State | None = None
    due: date | None = None
    late: bool | None = None
    done_on: date | None = None
    outcome: Slug | None = None
    explanation: str | None = None
    waits_for: str | None = None
    days: int | None = None
    reason_needed: bool | None = None
    reason_given: bool | None = None
    items: dict[str, State] | None = None


def _as_stand(value: Any) -> Any:
    return {"state": value} if isinstance(value, str) else value


class Then(Frozen):
    """What is expected; only what is written is compared."""

    steps: dict[Slug, Annotated[Stand, BeforeValidator(_as_stand)]] = Field(default_factory=dict)
    open: tuple[Slug, ...] | None = None
    ended: bool | None = None
    process: Slug | None = None
    paused_since: date | None = None
    refused: tuple[str, ...] | None = None
    """The codes of the refusals, every one of them."""
    allowed: Literal[True] | None = None
    result: Literal["met", "not_met", "cant_tell"] | None = None
    settle: tuple[Slug, ...] | None = None
    consider: Literal["yes", "no", "unknown"] | None = None


class Moment(Frozen):
    """What comes next, on top of the facts so far."""

    given: tuple[Given, ...] = ()
    when: When
    then: Then


class Scenario(Moment):
    """A story told in given, when, then; with more moments to follow."""

    scenario: Name
    process: Slug
    says: Text | None = None
    more: Annotated[tuple[Moment, ...], Field(alias="and")] = ()

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All its moments, the first among them."""
        return (self, *self.more)
