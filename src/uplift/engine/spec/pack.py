"""A framework pack: what a board's document says, as data."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from uplift.engine.spec.base import (
    ById,
    Frozen,
    Name,
    Named,
    PackId,
    PeriodText,
    Slug,
    Text,
)
from uplift.engine.spec.clauses import Clause
from uplift.engine.spec.forms import Criteria, Form, Question
from uplift.engine.spec.papers import Document, Notice
from uplift.engine.spec.processes import People, Process, Step

Capability = Literal[
    "see_every_case",
    "see_case",
    "see_identity",
    "open_case",
    "record",
    "decide",
    "correct",
    "pause",
    "convert",
    "export",
    "manage_learning",
    "manage_actions",
    "update_action",
    "share",
    "confirm_sharing",
    "evaluate",
    "draft_publication",
    "approve_publication",
    "withdraw",
    "attest",
    "see_history",
    "manage_board",
    "import_findings",
    "answer_return",
    "read_learning",
]


class Source(Frozen):
    """The document a pack puts into data."""

    title: Name
    published: Name | None = None
    rules: Name | None = None
    """The rules it answers to."""


class Role(Named):
    """A role in the framework, by the framework's own name."""

    seats: Literal["one", "group"] = "one"
    held: Literal["board", "agency", "case", "shared", "outside"] = "board"
    may: tuple[Capability, ...] = ()
    enters_for: tuple[Slug, ...] = ()
    """Roles on whose behalf it may enter records."""


class Yearly(Frozen):
    """How many in a year."""

    at_least: Annotated[int | None, Field(ge=0)] = None
    at_most: Annotated[int | None, Field(ge=0)] = None


class Activity(Named):
    """An audit or other activity of the board's programme, as declared."""

    by: Slug
    a_year: Yearly | None = None
    every: PeriodText | None = None
    cases: Annotated[int | None, Field(ge=1)] = None
    form: Slug | None = None
    areas: Annotated[dict[Slug, Named], ById] = Field(default_factory=dict)


class Pack(Frozen):
    """A framework pack: immutable, one edition of one board's framework."""

    pack: PackId
    """Permanent id."""
    edition: Annotated[int, Field(ge=1)] = 1
    name: Name
    short: Name | None = None
    people: People
    source: Source
    statement: Text | None = None
    vision: Text | None = None
    roles: Annotated[dict[Slug, Role], ById] = Field(min_length=1)
    bodies: Annotated[dict[Slug, Named], ById] = Field(default_factory=dict)
    principles: Annotated[dict[Slug, Named], ById] = Field(default_factory=dict)
    routes: Annotated[dict[Slug, Named], ById] = Field(default_factory=dict)
    methods: Annotated[dict[Slug, Named], ById] = Field(default_factory=dict)
    criteria: Annotated[dict[Slug, Criteria], ById] = Field(default_factory=dict)
    forms: Annotated[dict[Slug, Form], ById] = Field(default_factory=dict)
    processes: Annotated[dict[Slug, Process], ById] = Field(min_length=1)
    notices: Annotated[dict[Slug, Notice], ById] = Field(default_factory=dict)
    documents: Annotated[dict[Slug, Document], ById] = Field(default_factory=dict)
    programme: Annotated[dict[Slug, Activity], ById] = Field(default_factory=dict)
    clauses: tuple[Clause, ...] = ()

    @cached_property
    def _questions(self) -> dict[int, dict[str, Question]]:
        return {
            id(step): {question.id: question for question in self._asked(step)}
            for process in self.processes.values()
            for step in process.steps
        }

    def _asked(self, step: Step) -> list[Question]:
        asked: list[Question] = []
        for name in step.criteria:
            asked.extend(self.criteria[name].ask.values())
        if step.form:
            asked.extend(self.forms[step.form].fields)
        return asked

    def questions(self, step: Step) -> dict[str, Question]:
        """The questions a step asks, by id: those of its criteria, then those of its form."""
        return self._questions[id(step)]

    def may_enter(self, step: Step) -> frozenset[str]:
        """The roles that may record a step: its own, and those that enter on its behalf."""
        return frozenset(
            {step.by} | {role.id for role in self.roles.values() if step.by in role.enters_for}
        )
