"""The clocks of a case: how much of each has run."""

from dataclasses import dataclass

from uplift.engine.process import State, StepPosition
from uplift.engine.text import say_count
from uplift.ground.ui.filters.dates import day, days_left
from uplift.ground.ui.filters.text import capital
from uplift.loop.cases.opened import Opened

MOST = 5


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock: days run of its length, and the same in words; `kind` colours the bar."""

    label: str
    run: int
    length: int
    note: str
    kind: str


def clocks(opened: Opened) -> list[Clock]:
    """The clocks that run or ran, and the next one to start."""
    timed = [
        one
        for one in opened.position.steps
        if one.step.due and one.state is not State.NOT_NEEDED and not one.optional
    ]
    running = [one for one in timed if one.clock_from and one.state is not State.DONE]
    over = [one for one in timed if one.state is State.DONE]
    to_come = [one for one in timed if not one.clock_from and one not in over][:1]
    shown = {one.step.id for one in (*running, *to_come, *reversed(over))[:MOST]}
    return [_clock(one, opened) for one in timed if one.step.id in shown]


def _clock(at: StepPosition, opened: Opened) -> Clock:
    if at.due is None or at.clock_from is None:
        return Clock(at.step.name, 0, 1, capital(at.explanation), "strong")
    length = (at.due - at.clock_from).days
    if length < 1:
        return _one_day(at)
    run = ((at.done_on or opened.reach.today) - at.clock_from).days
    kind = "late" if at.late else "done" if at.state is State.DONE else "strong"
    return Clock(at.step.name, run, length, _note(at, run, length), kind)


def _one_day(at: StepPosition) -> Clock:
    """A clock for one day only: nothing of it can have run."""
    said = "Done late" if at.late else "Done in time"
    note = said if at.state is State.DONE else f"Due {day(at.due)}, {days_left(at.days)}"
    kind = "late" if at.late else "done" if at.state is State.DONE else "strong"
    return Clock(at.step.name, int(at.late or at.state is State.DONE), 1, note, kind)


def _note(at: StepPosition, run: int, length: int) -> str:
    if at.state is State.DONE:
        late = f", {days_left(at.days)}" if at.late else ""
        return f"Stopped at {run} of {say_count(length, 'day')}{late}"
    return f"{run} of {say_count(length, 'day')}, {days_left(at.days)}"
