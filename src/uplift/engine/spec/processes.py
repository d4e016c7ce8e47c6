"""Processes: reviews and other work, step by step."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, model_validator

from uplift.engine.spec.base import (
    Alone,
    ById,
    Element,
    Frozen,
    Name,
    Named,
    PeriodText,
    Slug,
    Slugs,
)
from uplift.engine.spec.clocks import Due, Repeat
from uplift.engine.spec.conditions import Condition, Reference
from uplift.engine.spec.order import ordered


class Kind(StrEnum):
    """What a step is."""

    RECORD = "record"
    DECISION = "decision"
    NOTIFY = "notify"
    APPOINT = "appoint"
    RETURN = "return"
    REPORT = "report"
    PUBLISH = "publish"
    MEETING = "meeting"


class Duty(StrEnum):
    """How far a step binds. One that only *may* be taken holds nothing back."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


People = Literal["children", "adults", "everyone"]


class Result(Named):
    """An outcome of a step."""

    again: bool = False
    """It is on record, and the step stays open: a panel that asks for more."""
    when: Condition | None = None
    """The engine advises this outcome then."""
    only: Condition | None = None
    """It can be chosen only when this is yes."""
    convert: Slug | None = None
    """Recording it turns the case into this process."""
    reasons: bool = False
    """It always needs reasons."""


class Quorum(Frozen):
    """Which roles must be present."""

    present: Slugs
    """The roles who must be present."""
    at_least: Annotated[int | None, Field(ge=1)] = None
    """How many of them; all of them otherwise."""
    casting: Slug | None = None
    """The role with the casting vote."""

    @property
    def wanted(self) -> int:
        """How many of the roles must be there."""
        return self.at_least or len(self.present)


class Step(Named):
    """One step of a process."""

    kind: Kind
    """What the step is."""
    stage: Slug
    """The stage it belongs to."""
    by: Slug
    """The role that takes it."""
    event: Name | None = None
    """What its date is called in the sentence of a clock: “notification”."""
    duty: Duty = Duty.MUST
    """Whether it must, should or may be taken; what may be taken holds nothing back."""
    after: Condition | None = None
    """It opens once this is yes; without it, it is open from the start."""
    until: Condition | None = None
    """Once this is yes it is not needed any more (with duty: may or should)."""
    due: Due | None = None
    """When it is due."""
    form: Slug | None = None
    """The form to fill in."""
    criteria: Annotated[tuple[Slug, ...], Alone] = ()
    """Criteria whose questions are answered together with the form."""
    outcomes: Annotated[dict[Slug, Result], ById] = Field(default_factory=dict)
    """How it may end."""
    follows: Slug | None = None
    """An earlier step with outcomes of the same ids: departing from its outcome needs reasons."""
    each: Annotated[tuple[str, ...], Field(max_length=2), Alone] = ()
    """The list field that names what it is done once for; two of them: once for each pair."""
    repeat: Repeat | None = None
    """Recorded again and again."""
    needs: Quorum | None = None
    """Who must be present."""
    to: Slug | None = None
    """The body told."""
    notice: Slug | None = None
    """The letter sent."""
    independent_of: Annotated[tuple[str, ...], Alone] = ()
    """Lists of agencies, or “board”, to which the person appointed must have no tie."""

    @model_validator(mode="after")
    def _fits_its_kind(self) -> "Step":
        for wrong, sentence in (
            (self.kind is Kind.DECISION and not self.outcomes, "A decision needs outcomes."),
            (self.kind is Kind.NOTIFY and not self.to, "A notice needs to: the body told."),
            (
                self.until and self.duty is Duty.MUST,
                "until: is for a step with duty: may or should.",
            ),
            (
                self.repeat and not self.repeat.until and not self.optional,
                "Only a step with duty: may repeats without until:.",
            ),
            (self.each and self.repeat, "A step has each: or repeat:, not both."),
            (self.independent_of and not self.form, "independent_of: needs a form."),
            (
                self.outcomes
                and all(result.again or result.only for result in self.outcomes.values()),
                "One outcome at least must end the step (without again: true and only:).",
            ),
        ):
            if wrong:
                raise ValueError(sentence)
        return self

    @property
    def optional(self) -> bool:
        """Whether it may be left out: it holds nothing back."""
        return self.duty is Duty.MAY

    @property
    def lapses(self) -> bool:
        """Whether it may come to be not needed though it was open."""
        return self.optional or self.until is not None

    @property
    def noun(self) -> str:
        """What its date is called within a sentence."""
        return self.event or f"“{self.name}”"

    def references(self) -> Iterator[Reference]:
        """Everything that decides where it stands."""
        yield from self.openings()
        if self.until:
            yield from self.until.refers()

    def openings(self) -> Iterator[Reference]:
        """Everything that decides whether and for how long it is open, whoever takes it."""
        if self.after:
            yield from self.after.refers()
        for reference in self.each:
            yield Reference("each", reference)
        if self.repeat:
            if self.repeat.until:
                yield from self.repeat.until.refers()
            if self.repeat.start:
                yield Reference("event", self.repeat.start)

    def ends(self, outcome: str | None) -> bool:
        """Whether a fact of this outcome makes the step done."""
        result = self.outcomes.get(outcome) if outcome else None
        return result is None or not result.again


class Publication(Element):
    """What of a review becomes public, and for how long."""

    decision: Slug
    """The step whose outcome says what is published."""
    published: Slug
    """The step recorded on publication."""
    planned: str | None = None
    """The date field that holds the planned day."""
    shows: dict[Slug, Literal["report", "summary", "learning", "nothing"]]
    """For each outcome of the decision, what becomes public."""
    at_least: PeriodText | None = None
    """How long it stays public, where the document sets a time."""
    afterwards: Literal["on_request", "removed"] = "on_request"
    """What becomes of it when that time is over."""
    sent: Slug | None = None
    """The step by which the report goes to a body before publication."""
    response: Slug | None = None
    """The step by which the board's response is written; its fields `done`, `impact` and `more`
    start the response that is published."""
    withdrawn: Slug | None = None
    """The step for taking it down at once, by its outcome `down`, and putting it `back`."""
    removed: Slug | None = None
    """The step recorded when its time on the site is over."""

    @property
    def kept_apart(self) -> frozenset[str]:
        """The steps recorded where the publication is kept, together with what the public sees."""
        return frozenset(filter(None, (self.published, self.withdrawn, self.removed)))

    @property
    def called(self) -> str:
        """What people know its rules by."""
        return "Rules of publication"


class Process(Named):
    """One type of review or other work."""

    short: Name | None = None
    """A short name."""
    starts: Slugs
    """The step that opens a case, or several: once one is recorded the others are not needed."""
    stages: Annotated[dict[Slug, Named], ById] = Field(min_length=1)
    """The stages of the work, in order."""
    methods: tuple[Slug, ...] = ()
    """The methods offered."""
    people: People | Literal["nobody"] | None = None
    """Whom it is for, if not whom the pack is for; nobody when it is about no one person."""
    commissioned_by: Slug | None = None
    """A body outside that commissions it."""
    publication: Publication | None = None
    """What becomes public, and for how long."""
    steps: tuple[Step, ...] = Field(min_length=1, max_length=200)
    """The steps, in the order in which they are shown."""

    @cached_property
    def by_id(self) -> dict[str, Step]:
        """The steps by id."""
        return {step.id: step for step in self.steps}

    def step(self, step_id: str) -> Step:
        """The step of that id; raises KeyError."""
        return self.by_id[step_id]

    def decided_by(self, references: Iterable[Reference]) -> Iterator[str]:
        """The steps on which these references rest."""
        for reference in references:
            if reference.kind == "criteria":
                yield from self.asking(reference.name)
            elif reference.name != "opened":
                yield reference.name.partition(".")[0]

    @cached_property
    def rests_on(self) -> dict[str, tuple[str, ...]]:
        """For each step, those that decide where it stands."""
        return {
            step.id: tuple(dict.fromkeys(self.decided_by(step.references()))) for step in self.steps
        }

    @cached_property
    def in_order(self) -> tuple[Step, ...]:
        """The steps, each after those that decide where it stands; raises Cycle."""
        return tuple(self.by_id[name] for name in ordered(self.rests_on))

    def asking(self, criteria: str) -> tuple[str, ...]:
        """The steps that ask these criteria."""
        return self._asking.get(criteria, ())

    @cached_property
    def _asking(self) -> dict[str, tuple[str, ...]]:
        names = {name for step in self.steps for name in step.criteria}
        return {
            name: tuple(step.id for step in self.steps if name in step.criteria) for name in names
        }
