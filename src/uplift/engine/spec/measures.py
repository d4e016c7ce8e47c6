"""The closed list of measures: figures a clause may be judged by.

Here is only what each needs to be told; the figures are computed from a board's records elsewhere.
Each takes `at_least` or `at_most` where a target is meant.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from uplift.engine.spec.base import Frozen, Slug

Share = Annotated[float, Field(ge=0, le=100)]
Thing = Literal[
    "case",
    "finding",
    "good_practice",
    "theme",
    "outcome",
    "action",
    "briefing",
    "delivery",
    "training",
    "publication",
    "evaluation",
    "lesson",
]


class OfStep(Frozen):
    """A share of the cases in which the step was due."""

    process: Slug
    """The process."""
    step: Slug
    """The step."""
    at_least: Share = 100
    """The target, per cent."""


class OfField(OfStep):
    """A share of the records of a step."""

    field: str
    """The field of the step."""


class OfOutcome(Frozen):
    """A share of the records of a step."""

    process: Slug
    """The process."""
    step: Slug
    """The step."""
    outcome: Slug
    """The outcome."""
    at_least: Share | None = None
    """The least, per cent."""
    at_most: Share | None = None
    """The most, per cent."""


class Between(Frozen):
    """The median of days from one event to another."""

    process: Slug
    """The process."""
    start: Annotated[str, Field(alias="from")]
    """The first event."""
    to: str
    """The second event."""
    at_most: Annotated[int | None, Field(ge=0)] = None
    """The most days."""


class Yearly(Frozen):
    """How many there are in a year."""

    of: Thing | Literal["programme"]
    """What is counted."""
    programme: Slug | None = None
    """Which activity of the programme."""
    process: Slug | None = None
    """Only those of this process."""
    at_least: Annotated[int | None, Field(ge=0)] = None
    """The fewest."""
    at_most: Annotated[int | None, Field(ge=0)] = None
    """The most."""


class Linked(Frozen):
    """The share of these that are linked to those."""

    these: Thing
    """What should be linked."""
    to: Thing
    """What to."""
    at_least: Share = 100
    """The target, per cent."""


class OfProcess(Frozen):
    """A share of the cases of a process."""

    process: Slug
    """The process."""
    at_least: Share = 100
    """The target, per cent."""


class Plain(Frozen):
    """A share of all there are."""

    at_least: Share = 100
    """The target, per cent."""


class OfRole(Frozen):
    """Whether someone holds the role."""

    role: Slug
    """The role."""


class Measure(Frozen):
    """One of the closed list, with its parameters."""

    step_in_time: OfStep | None = None
    """Cases in which the step was done by its due day."""
    step_done: OfStep | None = None
    """Cases in which the step was done once it was open."""
    step_late_with_reason: OfStep | None = None
    """Late cases in which the reason was given."""
    field_filled: OfField | None = None
    """Records of the step in which the field is filled."""
    outcome_share: OfOutcome | None = None
    """Records of the step that end so."""
    median_days: Between | None = None
    """Median days from one event to the other."""
    so_many_a_year: Yearly | None = None
    """How many in the last twelve months."""
    agencies_answered: OfStep | None = None
    """Agencies asked that have answered."""
    linked: Linked | None = None
    """These that are linked to those."""
    kept_public: OfProcess | None = None
    """Published reviews kept public for the time promised."""
    published: OfProcess | None = None
    """Finished reviews with something public."""
    decisions_with_reasons: OfProcess | None = None
    """Decisions with their reasons recorded."""
    actions_in_time: Plain | None = None
    """Actions finished by their date."""
    actions_verified: Plain | None = None
    """Finished actions checked by a second person."""
    actions_agreed: Plain | None = None
    """Actions agreed by the partner they were put to."""
    briefings_confirmed: Plain | None = None
    """Agencies that confirmed a briefing sent to them."""
    routes_decided: OfProcess | None = None
    """Finished reviews in which each route was decided on."""
    impact_evaluated: Plain | None = None
    """Learning outcomes with an evaluation of impact."""
    findings_returning: Plain | None = None
    """Themes found again after their actions were finished."""
    good_practice_share: Plain | None = None
    """Findings that are of good practice."""
    seat_held: OfRole | None = None
    """The seat is held today."""
    framework_accepted: Plain | None = None
    """Agencies that accepted the framework in force."""

    @model_validator(mode="after")
    def _exactly_one(self) -> "Measure":
        if len(self.model_dump()) != 1:
            raise ValueError("A measure is one of the closed list, with its parameters.")
        return self

    @model_serializer(mode="wrap")
    def _only_the_one(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in write(self).items() if value is not None}

    @property
    def name(self) -> str:
        """Which measure it is."""
        return next(name for name in type(self).model_fields if getattr(self, name) is not None)

    @property
    def of(self) -> Frozen:
        """Its parameters."""
        of: Frozen = getattr(self, self.name)
        return of

    @property
    def says(self) -> str:
        """What the figure is, in words."""
        return (type(self).model_fields[self.name].description or "").rstrip(".")
