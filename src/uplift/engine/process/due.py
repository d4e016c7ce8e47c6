"""When a step is due, with the sentence that explains it."""

from dataclasses import dataclass
from datetime import date

from uplift.engine import clock
from uplift.engine.process.reading import Reading, Standing
from uplift.engine.process.states import State
from uplift.engine.spec import Step
from uplift.engine.spec.clocks import Before, Earliest, Late, Limit, Within, limits
from uplift.engine.text import say_count, say_date
from uplift.engine.wording import Words


@dataclass(frozen=True)
class DueDate:
    """A due day, or none yet, and why."""

    day: date | None
    explanation: str
    clock_from: date | None = None
    late: Late | None = None


NONE = DueDate(None, "")


def due_date(step: Step, standing: Standing, reading: Reading) -> DueDate:
    """When the step is due; nothing is due of a step that is not needed."""
    if standing.state is State.NOT_NEEDED:
        return NONE
    if step.repeat and step.repeat.every:
        return _turn(step, standing, reading)
    as_of = standing.done_on or reading.record.today
    coming = (limit for limit in limits(step.due) if not reading.never(limit.of))
    found = [_limit(limit, as_of, reading) for limit in coming]
    if not found:
        return NONE
    first = min(found, key=lambda due: due.day or date.max)
    if not isinstance(step.due, Earliest) or len(found) == 1:
        return first
    explanation = f"the earliest of: {'; '.join(due.explanation for due in found)}"
    return DueDate(first.day, explanation, first.clock_from, first.late)


def _turn(step: Step, standing: Standing, reading: Reading) -> DueDate:
    turn = reading.turn(step)
    if turn is None or standing.state is State.DONE or step.repeat is None:
        return NONE
    explanation = f"every {step.repeat.every}, this time from {say_date(turn[0])}"
    return DueDate(turn[1], explanation, turn[0])


def _limit(limit: Limit, as_of: date, reading: Reading) -> DueDate:
    day = reading.event(limit.of)
    words = Words(reading.record.pack, reading.process).limit(limit)
    if day is None:
        pending = ", once that date is set" if "." in limit.of else ""
        return DueDate(None, words + pending, late=limit.late)
    words = f"{words} on {say_date(day)}"
    if isinstance(limit, Before):
        return DueDate(clock.subtract(day, limit.by), words, late=limit.late)
    if not limit.pauses:
        due = clock.add(day, limit.within, limit.counting)
        return DueDate(due, words, day, limit.late)
    due, added = clock.paused_due(day, limit.within, reading.record.pauses, as_of, limit.counting)
    return DueDate(due, words + _paused(added, limit, reading), day, limit.late)


def _paused(added: int, limit: Within, reading: Reading) -> str:
    unit = "working day" if limit.within.unit is clock.Unit.WORKING_DAY else "day"
    words = f", with {say_count(added, unit)} of pause added" if added else ""
    since = reading.record.paused_since
    return f"{words}, paused since {say_date(since)}" if since else words
