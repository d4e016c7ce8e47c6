"""Invented events played through a process: where every step would stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from uplift.engine.process import Fact, Position, State, StepPosition, position
from uplift.engine.spec import Pack
from uplift.engine.text import capital, quote, say_date


@dataclass(frozen=True)
class Happened:
    """A step as it was invented: its day, its end, what was answered, and for whom."""

    step: str
    on: date
    outcome: str | None = None
    values: dict[str, Any] = field(default_factory=dict)
    items: tuple[str, ...] = ()


class Row(NamedTuple):
    """A step as the page shows it."""

    name: str
    state: str
    note: str
    date: str
    date_note: str
    late: bool
    optional: bool


def play(pack: Pack, process: str, events: Iterable[Happened]) -> tuple[list[Fact], list[str]]:
    """The facts of these events in the order of their days, and what could not have been so."""
    facts: list[Fact] = []
    told: list[str] = []
    order = {step.id: number for number, step in enumerate(pack.processes[process].steps)}
    for event in sorted(events, key=lambda one: (one.on, order[one.step])):
        before = position(pack, process, facts, event.on).step(event.step)
        if before.state in (State.WAITING, State.NOT_NEEDED):
            told.append(_not_open(before, event.on))
        named = event.items or tuple(one.item for one in before.items) or (None,)
        facts += [
            Fact(
                step=event.step, on=event.on, item=item, outcome=event.outcome, values=event.values
            )
            for item in named
        ]
    return facts, told


def _not_open(step: StepPosition, on: date) -> str:
    name = quote(step.step.name)
    if step.state is State.NOT_NEEDED:
        return f"On {say_date(on)} {name} isn't needed, so it couldn't be recorded."
    return f"On {say_date(on)} {name} isn't open: it waits for {step.waits_for}."


def by_stage(pack: Pack, found: Position) -> list[tuple[str, list[Row]]]:
    """The steps as they stand, by stage."""
    process = pack.processes[found.process_id]
    return [
        (stage.name, [_row(step) for step in found.steps if step.step.stage == stage.id])
        for stage in process.stages.values()
    ]


def _row(step: StepPosition) -> Row:
    due = f"due {say_date(step.due)}" if step.due else ""
    done = f"done {say_date(step.done_on)}" if step.done_on else ""
    waits = f"Waits for {step.waits_for}." if step.waits_for else ""
    ended = f"Ended in {quote(step.step.outcomes[step.outcome].name)}." if step.outcome else ""
    why = f"{capital(step.explanation)}." if step.explanation else ""
    return Row(
        name=step.step.name,
        state=step.state.value,
        note=" ".join(filter(None, (ended, waits, why))),
        date=done or due,
        date_note=due if done else "",
        late=step.late,
        optional=step.optional and step.state is State.OPEN,
    )
