"""Clauses of the source document, and how each is honoured."""

from enum import StrEnum
from typing import Literal

from uplift.engine.spec.base import ClauseId, Frozen, Name, PeriodText, Slug, Text
from uplift.engine.spec.measures import Measure

ClauseKind = Literal[
    "principle",
    "scope",
    "criterion",
    "step",
    "deadline",
    "role",
    "notify",
    "form",
    "record",
    "decision",
    "independence",
    "participation",
    "report",
    "publication",
    "dissemination",
    "embedding",
    "impact",
    "audit",
    "dataset",
    "feedback",
    "risk",
    "training",
    "governance",
    "sharing",
    "learning-source",
    "methodology",
]
Area = Literal[
    "audits",
    "feedback",
    "indicators",
    "reports",
    "risks",
    "training",
    "lessons",
    "boards",
    "framework",
]


class Honour(StrEnum):
    """How a clause is honoured."""

    BUILT_IN = "built in"
    MEASURED = "measured"
    ATTESTED = "attested"
    PLANNED = "planned"


class Attest(Frozen):
    """A named person states how the clause is honoured, with evidence and a date."""

    ask: Text
    """What the person is asked to state."""
    every: PeriodText
    """How often."""
    by: Slug
    """The role that states it."""


class Planned(Frozen):
    """The clause waits for a part of the product that is still to come."""

    area: Area
    """The part of the product it waits for."""
    says: Text | None = None
    """What will honour it then."""


class Clause(Frozen):
    """One clause, in our own words."""

    id: ClauseId
    """Its permanent id."""
    where: Name
    """Where in the source document it stands."""
    kind: ClauseKind
    """What kind of clause it is."""
    says: Text
    """What it says, in our words."""
    honoured_by: tuple[str, ...] = ()
    """Elements: `step:scr.panel`, `criteria:scr`, `feature:learning.finding`…"""
    measure: Measure | None = None
    """The figure it is judged by."""
    attest: Attest | None = None
    """What a named person states."""
    planned: Planned | None = None
    """What it waits for."""
    boards: tuple[Slug, ...] = ()
    """The boards that it is about, where it isn't about all that share the framework."""
    verified: bool = True
    """False: shown to the adopting board as a question to check."""
