"""What it would mean to turn a case into another type of review."""

import datetime as dt
from dataclasses import dataclass

from uplift.engine.process import Fact, State, StepPosition
from uplift.engine.process.facts import BUILT_IN, CONVERT
from uplift.engine.spec import Process
from uplift.loop.cases import models
from uplift.loop.cases.opened import Opened


@dataclass(frozen=True, slots=True)
class Clock:
    """A step that has a due day now, would have one then, or both."""

    name: str
    now: dt.date | None
    then: dt.date | None
    why: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The case as it would stand as another type, beside how it stands now.

    `kept` are records that count there too, `set_aside` those that stay on record but count for
    no step of the new type, `open` what would be open.
    """

    to: Process
    kept: list[str]
    set_aside: list[str]
    open: list[StepPosition]
    clocks: list[Clock]


def others(opened: Opened) -> list[Process]:
    """The types of review that the case could be turned into."""
    return [p for p in opened.pack.processes.values() if p.id != opened.case.process]


def preview(opened: Opened, to: Process) -> Preview:
    """The case as it would stand if it were turned into that type today."""
    turned = Fact(CONVERT, opened.reach.today, values={"to": to.id})
    then = opened.position_on([*opened.engine_facts, turned])
    recorded = dict.fromkeys(fact.step for fact in opened.standing if fact.step not in BUILT_IN)
    names = {name: step.name for name in recorded if (step := opened.step_named(name))}
    before = {one.step.id: one for one in opened.position.steps}
    return Preview(
        to=to,
        kept=[said for name, said in names.items() if name in to.by_id],
        set_aside=[said for name, said in names.items() if name not in to.by_id],
        open=[one for one in then.open if not one.optional],
        clocks=[clock for one in then.steps if (clock := _clock(before.get(one.step.id), one))],
    )


def _clock(before: StepPosition | None, then: StepPosition) -> Clock | None:
    """The clock of a step that is still to be done and whose due day would be another."""
    now = before.due if before else None
    if then.state not in (State.OPEN, State.WAITING) or now == then.due:
        return None
    return Clock(then.step.name, now, then.due, then.explanation)


@dataclass(frozen=True, slots=True)
class Former:
    """What the case was before it was turned, until which day, and why it was turned.

    `records` are those that count for no step of what it is now.
    """

    name: str
    until: dt.date
    reasons: str
    records: list[tuple[models.Fact, str]]


def former(opened: Opened) -> Former | None:
    """The type of review that the case was last, if it was ever another."""
    turned = [fact for fact in opened.standing if _turns(opened, fact)]
    if not turned:
        return None
    last = turned[-1]
    kinds = [opened.case.started_as, *(_turns(opened, fact) for fact in turned)]
    now = opened.case.type.by_id
    aside = [fact for fact in opened.standing if fact.step not in {*now, *BUILT_IN}]
    return Former(
        name=opened.pack.processes[kinds[-2]].name,
        until=last.on,
        reasons=str(last.values.get("reasons", "")),
        records=[(fact, opened.name_of(fact)) for fact in aside],
    )


def _turns(opened: Opened, fact: models.Fact) -> str:
    """The type that a record turned the case into, or nothing."""
    if fact.step == CONVERT:
        return str(fact.values.get("to", ""))
    step = opened.step_of(fact)
    result = step.outcomes.get(fact.outcome or "") if step else None
    return result.convert or "" if result else ""
