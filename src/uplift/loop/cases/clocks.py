"""The clocks of a case: how much of each has run."""

from dataclasses import dataclass

from uplift.engine.process import State, StepPosition
from uplift.engine.text import say_count
from uplift.ground.ui.filters.dates import days_left
from uplift.ground.ui.filters.text import capital
from uplift.loop.cases.opened import Opened

MOST = 6


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock: days run of its length, and the same in words; `kind` colours the bar."""

    label: str
    run: int
    length: int
    note: str
    kind: str


def clocks(opened: Opened) -> list[Clock]:
    """The clocks that run or ran, and those whose start is still to come."""
    timed = [
        one
        for one in opened.position.steps
        if one.step.due and one.state is not State.NOT_NEEDED and not one.optional
    ]
    running = [one for one in timed if one.state is State.OPEN and one.clock_from]
    others = [one for one in timed if one not in running]
    shown = {one.step.id for one in (*running, *others)[:MOST]}
    return [_clock(one, opened) for one in timed if one.step.id in shown]


def _clock(at: StepPosition, opened: Opened) -> Clock:
    if at.due is None or at.clock_from is None:
        return Clock(at.step.name, 0, 1, capital(at.explanation), "strong")
    length = (at.due - at.clock_from).days
    run = ((at.done_on or opened.reach.today) - at.clock_from).days
    kind = "late" if at.late else "done" if at.state is State.DONE else "strong"
    return Clock(at.step.name, run, max(length, 1), _note(at, run, length), kind)


def _note(at: StepPosition, run: int, length: int) -> str:
    if at.state is State.DONE:
        late = f", {days_left(at.days)}" if at.late else ""
        return f"Stopped at {run} of {say_count(length, 'day')}{late}"
    return f"{run} of {say_count(length, 'day')}, {days_left(at.days)}"
