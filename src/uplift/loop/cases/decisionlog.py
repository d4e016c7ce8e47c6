"""The decisions of a case, with reasons, signature and delay."""

from dataclasses import dataclass
from typing import Any

from uplift.engine.process.facts import CONVERT, LATE_REASON, PAUSE, RESUME
from uplift.engine.process.filled import REASONS
from uplift.engine.spec import Kind
from uplift.ground.documents.sheet import Grid, Sheet
from uplift.ground.ui.filters.dates import day
from uplift.loop.cases.models import Fact
from uplift.loop.cases.opened import Opened

COLUMNS = ("Date", "Decision", "Outcome", "Reasons", "Reason for delay", "By", "Role", "Signed")
_BUILT_IN = {
    PAUSE: ("Clocks paused", "reason"),
    RESUME: ("Pause ended", ""),
    CONVERT: ("Type of review changed", REASONS),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision in words, and the record it comes from."""

    fact: Fact
    name: str
    outcome: str
    reasons: str
    late_reason: str
    role: str


def decisions(opened: Opened) -> list[Decision]:
    """The decisions that stand, in the order of their days."""
    return [one for one in (_decision(opened, fact) for fact in opened.standing) if one]


def _decision(opened: Opened, fact: Fact) -> Decision | None:
    step = opened.step_of(fact)
    role = opened.pack.roles.get(fact.as_role)
    role_name = role.name if role else ""
    if fact.step in _BUILT_IN:
        name, field = _BUILT_IN[fact.step]
        to = opened.pack.processes.get(str(fact.values.get("to", "")))
        return Decision(
            fact, name, to.name if to else "", str(fact.values.get(field, "")), "", role_name
        )
    if step is None or step.kind is Kind.RETURN or not fact.outcome:
        return None
    result = step.outcomes.get(fact.outcome)
    given = str(fact.values.get(LATE_REASON, "")) or _given_later(opened, fact.step)
    reasons = str(fact.values.get(REASONS, ""))
    return Decision(fact, step.name, result.name if result else "", reasons, given, role_name)


def _given_later(opened: Opened, step: str) -> str:
    """The reason for a delay that was given on its own."""
    reasons = (f.values for f in opened.standing if f.step == LATE_REASON)
    return next((str(v.get("reason", "")) for v in reasons if v.get("step") == step), "")


def cells(one: Decision) -> tuple[Any, ...]:
    """One row of the log, in the order of `COLUMNS`."""
    return (
        one.fact.on,
        one.name,
        one.outcome,
        one.reasons,
        one.late_reason,
        one.fact.by.name,
        one.role,
        one.fact.signed,
    )


def log_sheet(opened: Opened, rows: list[tuple[Any, ...]], printed: str) -> Sheet:
    """The log as a document."""
    case = opened.case
    said = tuple(
        (day(row[0]), *(str(text) for text in row[1:-1]), "Yes" if row[-1] else "No")
        for row in rows
    )
    return Sheet(
        title=f"Decision log: {case.pseudonym}",
        blocks=(Grid(COLUMNS, said),),
        board=opened.reach.board.name,
        reference=case.reference,
        printed=printed,
        wide=True,
    )
