"""When a step is due, as a pack says it."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from uplift.engine.clock import Counting, Unit
from uplift.engine.spec.base import Frozen, PeriodText, Slug
from uplift.engine.spec.conditions import Condition


class Late(Frozen):
    """What lateness asks for."""

    reason_to: Slug | None = None
    """The role to whom the reason for the delay is given."""
    reason: Literal[True] = True
    """Reasons are wanted: `{reason: true}` where the document names nobody to give them to."""


class Within(Frozen):
    """Due within a period of an event."""

    within: PeriodText
    """The period."""
    of: str
    """The event it counts from."""
    counting: Counting = Counting.FROM_DAY_0
    """Whether the event's own day is day 0 or day 1."""
    pauses: bool = False
    """Whether pauses add their days."""
    late: Late | None = None
    """What lateness asks for."""

    @model_validator(mode="after")
    def _has_a_first_day(self) -> "Within":
        if self.counting is Counting.FROM_DAY_1 and self.within.count == 0:
            raise ValueError("Counted from day 1 a period has one day at least.")
        return self


class Before(Frozen):
    """Due some time before an event."""

    before: str
    """The event."""
    by: PeriodText
    """How long before it."""
    late: Late | None = None
    """What lateness asks for."""

    @property
    def of(self) -> str:
        """The event."""
        return self.before


Limit = Within | Before


def _form(value: Any) -> str:
    keys = value if isinstance(value, dict) else type(value).model_fields
    for key in ("any_of", "before"):
        if key in keys:
            return key
    return "within"


OneLimit = Annotated[
    Annotated[Within, Tag("within")] | Annotated[Before, Tag("before")], Discriminator(_form)
]


class Earliest(Frozen):
    """Due at the earliest of several limits."""

    any_of: tuple[OneLimit, ...] = Field(min_length=2)
    """The limits; the earliest counts."""


Due = Annotated[
    Annotated[Within, Tag("within")]
    | Annotated[Before, Tag("before")]
    | Annotated[Earliest, Tag("any_of")],
    Discriminator(_form),
]


class Repeat(Frozen):
    """A step recorded once a period, or as often as needed, until a condition is yes."""

    every: PeriodText | None = None
    """How often; without it, as often as needed."""
    start: Annotated[str | None, Field(alias="from")] = None
    """The event from which turns are counted."""
    until: Condition | None = None
    """When it stops; a log without an end has none (with duty: may)."""

    @model_validator(mode="after")
    def _period_and_start(self) -> "Repeat":
        if (self.every is None) != (self.start is None):
            raise ValueError("Give both every: and from:, or neither.")
        if self.every and (self.every.count == 0 or self.every.unit is Unit.WORKING_DAY):
            raise ValueError("Repeat every so many days, weeks, months or years.")
        return self


def limits(due: Within | Before | Earliest | None) -> Iterator[Limit]:
    """The limits a due date is made of."""
    if isinstance(due, Earliest):
        yield from due.any_of
    elif due:
        yield due
