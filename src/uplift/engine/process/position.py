"""Where a case stands on a day: a pure function of its pack and its facts."""

from collections.abc import Iterable
from datetime import date

from uplift.engine.process.due import DueDate, due_date
from uplift.engine.process.facts import LATE_REASON, Fact
from uplift.engine.process.reading import Reading, Standing
from uplift.engine.process.record import Record
from uplift.engine.process.states import Position, State, StepPosition
from uplift.engine.process.wording import waits_for
from uplift.engine.spec import Pack, Step, Type
from uplift.engine.text import say_date, say_list


def position(
    pack: Pack,
    process_id: str,
    facts: Iterable[Fact],
    today: date,
    *,
    opened: date | None = None,
) -> Position:
    """Where every step of the case stands on `today`; facts dated later are not seen.

    `opened` is the day the case was opened, when that is not the day of its first step. A case
    that was converted is read by the process it was converted to. Raises KeyError for a process
    the pack does not have.
    """
    record = Record(pack, process_id, facts, today, opened)
    reading = Reading(record)
    return Position(
        process_id=reading.process.id,
        today=today,
        steps=tuple(step_position(step, reading) for step in reading.process.steps),
        ended=record.opened is not None and not Reading(record, closing=True).holds,
        paused_since=record.paused_since,
        events=_events(reading),
    )


def step_position(step: Step, reading: Reading) -> StepPosition:
    """Where one step stands in a case that is being read."""
    standing = reading.standing(step.id)
    due = due_date(step, standing, reading)
    reference = standing.done_on or reading.record.today
    days = (due.day - reference).days if due.day else None
    late = days is not None and days < 0
    facts = reading.record.of(step.id)
    return StepPosition(
        step=step,
        state=standing.state,
        done_on=standing.done_on,
        outcome=facts[-1].outcome if facts and not step.each else None,
        due=due.day,
        explanation=due.explanation,
        clock_from=due.clock_from,
        late=late,
        days=days,
        waits_for=_waits_for(step, standing, reading),
        reason_needed=late and due.late is not None,
        reason_given=reason_given(step, reading.record),
        reason_to=_reason_to(due, late),
        items=standing.items,
    )


def reason_given(step: Step, record: Record) -> bool:
    """Whether the reason for the step's delay is on record: with the step or afterwards."""
    with_step = any(fact.values.get(LATE_REASON) for fact in record.of(step.id))
    return with_step or any(fact.values.get("step") == step.id for fact in record.of(LATE_REASON))


def _reason_to(due: DueDate, late: bool) -> str | None:
    return due.late.reason_to if late and due.late else None


def _waits_for(step: Step, standing: Standing, reading: Reading) -> str:
    if standing.state is State.OPEN:
        return say_list(item.item for item in standing.items if item.done_on is None)
    if standing.state is not State.WAITING:
        return ""
    turn = reading.turn(step)
    if turn and reading.record.today < turn[0]:
        return f"the next turn, from {say_date(turn[0])}"
    return waits_for(step.after, reading) if step.after else ""


def _events(reading: Reading) -> dict[str, date]:
    names = ["opened"]
    for step in reading.process.steps:
        questions = reading.record.pack.questions(step)
        names.append(step.id)
        names.extend(
            f"{step.id}.{name}" for name, asked in questions.items() if asked.type is Type.DATE
        )
    return {name: day for name in names if (day := reading.event(name))}
