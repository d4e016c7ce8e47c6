"""A way in which a process may go: what was decided and answered, and where that leaves steps.

It stands in for every case that goes that way, and answers the questions of conditions as such a
case would at its end, when all that can be done is done.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from uplift.engine.clock import Period
from uplift.engine.rules import Silent, Three, all_of, three
from uplift.engine.spec.processes import Process


class End(StrEnum):
    """Where a step is left."""

    DONE = "done"
    NEVER = "never"
    LEFT = "left open"
    """Seen while it is still open, to find what else can open then."""


Key = tuple[str, ...]
Choices = Mapping[Key, Any]


class World(Silent):
    """The ends and choices known so far, asked as a case."""

    def __init__(self, process: Process, choices: Choices) -> None:
        self.process = process
        self.choices = choices

    def end(self, step: str) -> End:
        """Where the step is left."""
        end: End = self.choices[("end", step.partition(".")[0])]
        return end

    def _of_step(self, step: str, key: Key) -> Three:
        """What was chosen in a step; never if the step is not needed."""
        if self.end(step) is End.DONE:
            return three(self.choices[key])
        return self.done(step)

    def done(self, step: str) -> Three:
        """Yes when done, never when not needed."""
        return {End.DONE: Three.YES, End.NEVER: Three.NO}.get(self.end(step), Three.UNKNOWN)

    def outcome(self, step: str, wanted: tuple[str, ...]) -> Three:
        """Whether it ended so."""
        chosen = self.choices.get(("outcome", step))
        if chosen in wanted:
            return Three.YES
        return Three.UNKNOWN if self.end(step) is End.LEFT else Three.NO

    def some(self, step: str, count: int, outcomes: tuple[str, ...]) -> Three:
        """All are in at the end; whether so many ended so is chosen."""
        key = ("some", step, str(count), *outcomes)
        return self._of_step(step, key) if outcomes else self.done(step)

    def answer(self, reference: str, wanted: tuple[str | int | float, ...]) -> Three:
        """Whether it was answered so."""
        step = reference.partition(".")[0]
        if self.end(step) is not End.DONE:
            return self.done(step)
        return three(bool(self.choices[("answer", reference)] & set(wanted)))

    def criteria(self, criteria: str, result: str) -> Three:
        """What the last step that asked them found."""
        found = self.choices.get(("criteria", criteria))
        if found is not None:
            return three(result in found)
        ends = [self.end(step) for step in self.process.asking(criteria)]
        return Three.NO if all(end is End.NEVER for end in ends) else Three.UNKNOWN

    def elapsed(self, event: str, period: Period) -> Three:
        """Time passes: yes if the event comes."""
        return self._comes(event)

    def during(self, periods: str, start: tuple[str, Period | None], end: str) -> Three:
        """Whether a period fell in the span is chosen."""
        came = all_of(self._comes(event) for event in (start[0], end))
        key = ("during", periods, start[0], str(start[1]), end)
        return self._of_step(periods, key) if came is Three.YES else came

    def _comes(self, event: str) -> Three:
        return Three.YES if event == "opened" else self.done(event)
