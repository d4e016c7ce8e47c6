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
    every: PeriodText
    by: Slug


class Planned(Frozen):
    """The clause waits for a part of the product that is still to come."""

    area: Area
    says: Text | None = None


class Clause(Frozen):
    """One clause, in our own words."""

    id: ClauseId
    where: Name
    kind: ClauseKind
    says: Text
    honoured_by: tuple[str, ...] = ()
    """Elements: `step:scr.panel`, `criteria:scr`, `feature:learning.finding`…"""
    measure: Measure | None = None
    attest: Attest | None = None
    planned: Planned | None = None
    verified: bool = True
