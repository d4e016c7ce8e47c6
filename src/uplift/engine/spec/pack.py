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
from uplift.engine.spec.document import Learning, LearningStage, Part, Table
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
    """The title of the source document."""
    published: Name | None = None
    """When it was published, as it says."""
    rules: Name | None = None
    """The rules it answers to."""


class Role(Named):
    """A role in the framework, by the framework's own name."""

    seats: Literal["one", "group"] = "one"
    """Whether one person holds it, or a group."""
    held: Literal["board", "agency", "case", "shared", "outside"] = "board"
    """Held in the board, an agency, one case, a group over several boards (shared), or outside."""
    may: tuple[Capability, ...] = ()
    """What the role may do in the product."""
    enters_for: tuple[Slug, ...] = ()
    """Roles on whose behalf it may enter records."""


class Yearly(Frozen):
    """How many in a year."""

    at_least: Annotated[int | None, Field(ge=0)] = None
    """The fewest in a year."""
    at_most: Annotated[int | None, Field(ge=0)] = None
    """The most in a year."""


class Activity(Named):
    """An audit or other activity of the board's programme, as declared."""

    by: Slug
    """The role that leads it."""
    a_year: Yearly | None = None
    """How many in a year."""
    every: PeriodText | None = None
    """How often it comes round."""
    cases: Annotated[int | None, Field(ge=1)] = None
    """How many cases each takes in."""
    form: Slug | None = None
    """The form that is filled in."""
    areas: Annotated[dict[Slug, Named], ById] = Field(default_factory=dict)
    """What it looks into."""


class Pack(Frozen):
    """A framework pack: immutable, one edition of one board's framework."""

    pack: PackId
    """Permanent id."""
    edition: Annotated[int, Field(ge=1)] = 1
    """Released editions never change: a change is a new edition."""
    name: Name
    """The name of the framework."""
    short: Name | None = None
    """A short name."""
    people: People
    """Whom it is for."""
    source: Source
    """The document it puts into data."""
    statement: Text | None = None
    """What the framework opens with."""
    vision: Text | None = None
    """The board's vision."""
    roles: Annotated[dict[Slug, Role], ById] = Field(min_length=1)
    """Who does what."""
    bodies: Annotated[dict[Slug, Named], ById] = Field(default_factory=dict)
    """Bodies outside the board that are told or asked."""
    principles: Annotated[dict[Slug, Named], ById] = Field(default_factory=dict)
    """Principles to read beside the work."""
    routes: Annotated[dict[Slug, Named], ById] = Field(default_factory=dict)
    """Routes by which learning is spread."""
    methods: Annotated[dict[Slug, Named], ById] = Field(default_factory=dict)
    """Methods of review."""
    criteria: Annotated[dict[Slug, Criteria], ById] = Field(default_factory=dict)
    """Sets of criteria."""
    forms: Annotated[dict[Slug, Form], ById] = Field(default_factory=dict)
    """Forms: questions asked together."""
    processes: Annotated[dict[Slug, Process], ById] = Field(min_length=1)
    """Reviews and other work, step by step."""
    notices: Annotated[dict[Slug, Notice], ById] = Field(default_factory=dict)
    """Letters to bodies."""
    documents: Annotated[dict[Slug, Document], ById] = Field(default_factory=dict)
    """Forms of the appendix, filled from a case."""
    programme: Annotated[dict[Slug, Activity], ById] = Field(default_factory=dict)
    """Audits and other activities, as declared."""
    tables: Annotated[dict[Slug, Table], ById] = Field(default_factory=dict)
    """Tables of the document, to be read as they stand there."""
    thread: Annotated[dict[LearningStage, Learning], ById] = Field(default_factory=dict)
    """What the board calls the stages of learning."""
    boards: Annotated[dict[Slug, Part], ById] = Field(default_factory=dict)
    """The boards that share the framework; each adopts it as one of these."""
    clauses: tuple[Clause, ...] = ()
    """Every clause of the source document."""

    @cached_property
    def _questions(self) -> dict[int, dict[str, Question]]:
        return {
            id(step): {question.id: question for question in self._asked(step)}
            for process in self.processes.values()
            for step in process.steps
        }

    def _asked(self, step: Step) -> list[Question]:
        # What is named but isn't there is said by the checks, which ask here first.
        asked: list[Question] = []
        for name in step.criteria:
            if name in self.criteria:
                asked.extend(self.criteria[name].ask.values())
        if step.form in self.forms:
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
