"""A case being read: where each step stands, and the answers to what conditions ask.

Steps are read in the order in which they rest on one another, so a condition asks only of steps
whose standing is known.
"""

from dataclasses import dataclass
from datetime import date

from uplift.engine import clock
from uplift.engine.clock import Period
from uplift.engine.process.record import Record
from uplift.engine.process.states import ItemPosition, State
from uplift.engine.process.verdict import holds, judge, overlap
from uplift.engine.rules import Three, evaluate
from uplift.engine.spec import Step
from uplift.engine.spec.clocks import Repeat

OVER = (State.DONE, State.NOT_NEEDED)


@dataclass(frozen=True)
class Standing:
    """Where a step stands, and since when it is done."""

    state: State
    done_on: date | None = None
    items: tuple[ItemPosition, ...] = ()


class Reading:
    """One case on one day. It is a `uplift.engine.rules.Case`."""

    def __init__(self, record: Record, *, closing: bool = False) -> None:
        """Read the case; when `closing`, as if nobody took an optional step any more."""
        self.record = record
        self._closing = closing
        self.process = record.process
        self._standings: dict[str, Standing] = {}
        for step in record.process.in_order:
            self._standings[step.id] = self._stand(step)

    def standing(self, step_id: str) -> Standing:
        """Where the step stands."""
        return self._standings[step_id]

    @property
    def holds(self) -> bool:
        """Whether a step is still to be done."""
        return any(standing.state not in OVER for standing in self._standings.values())

    def event(self, event: str) -> date | None:
        """The day of an event: a step's date, a date in a form, or `opened`."""
        if event == "opened":
            return self.record.opened
        return self.record.date_in(event) if "." in event else self.standing(event).done_on

    def never(self, reference: str) -> bool:
        """Whether a step (or the field of one) is not needed, so that its event cannot come."""
        if reference == "opened":
            return False
        return self.standing(reference.partition(".")[0]).state is State.NOT_NEEDED

    # -- where a step stands ---------------------------------------------------------------------

    def _stand(self, step: Step) -> Standing:
        if step.each:
            return self._stand_each(step)
        if step.repeat:
            return self._stand_repeat(step, step.repeat)
        ending = [fact.on for fact in self.record.of(step.id) if step.ends(fact.outcome)]
        return Standing(State.DONE, ending[-1]) if ending else Standing(self._gate(step))

    def _gate(self, step: Step) -> State:
        """The state of a step that is not done."""
        starts = self.process.starts
        if step.id in starts and any(self.record.of(other) for other in starts if other != step.id):
            return State.NOT_NEEDED
        if (step.optional and self._closing) or self._is_over(step):
            return State.NOT_NEEDED
        value = evaluate(step.after, self) if step.after else Three.YES
        return {Three.YES: State.OPEN, Three.NO: State.NOT_NEEDED}.get(value, State.WAITING)

    def _is_over(self, step: Step) -> bool:
        return step.until is not None and evaluate(step.until, self) is Three.YES

    def _stand_each(self, step: Step) -> Standing:
        facts = self.record.of(step.id)
        outcomes = {fact.item: fact.outcome for fact in facts}
        done = {fact.item: fact.on for fact in facts if step.ends(fact.outcome)}
        named = self.record.items(step)
        if named and all(item in done for item in named):
            state, done_on = State.DONE, max(done[item] for item in named)
        else:
            state, done_on = self._gate(step), None
            if state is State.OPEN and not named and self._naming_is_over(step):
                state = State.NOT_NEEDED
        items = tuple(
            ItemPosition(
                item=item,
                state=State.DONE if item in done else state,
                done_on=done.get(item),
                outcome=outcomes.get(item),
            )
            for item in named
        )
        return Standing(state, done_on, items)

    def _naming_is_over(self, step: Step) -> bool:
        return all(self.standing(name.partition(".")[0]).state in OVER for name in step.each)

    def _stand_repeat(self, step: Step, repeat: Repeat) -> Standing:
        days = [fact.on for fact in self.record.of(step.id)]
        if repeat.until and evaluate(repeat.until, self) is Three.YES:
            return Standing(State.DONE, days[-1]) if days else Standing(State.NOT_NEEDED)
        state, turn = self._gate(step), self.turn(step)
        if state is State.OPEN and turn and self.record.today < turn[0]:
            state = State.WAITING
        return Standing(state, days[0] if days and not repeat.every else None)

    def turn(self, step: Step) -> tuple[date, date] | None:
        """The period for which a repeating step is next asked: its first day and its due day.

        A record counts for the period in which it was made; missed ones are not made up.
        """
        repeat = step.repeat
        start = self.event(repeat.start) if repeat and repeat.start else None
        if not repeat or not repeat.every or start is None:
            return None
        facts, turns = self.record.of(step.id), 0
        if facts:
            # No turn is longer than this, so that many at the least have passed.
            turns = max(0, (facts[-1].on - start).days // repeat.every.longest)
            while _later(start, repeat.every, turns) <= facts[-1].on:
                turns += 1
        return _later(start, repeat.every, turns), _later(start, repeat.every, turns + 1)

    # -- what conditions ask ---------------------------------------------------------------------

    def done(self, step: str) -> Three:
        """Yes when done, never when not needed."""
        standing = self.standing(step)
        if standing.done_on:
            return Three.YES
        return Three.NO if standing.state is State.NOT_NEEDED else Three.UNKNOWN

    def outcome(self, step: str, wanted: tuple[str, ...]) -> Three:
        """Yes when the last outcome is one of these, never when another ended the step."""
        facts = self.record.of(step)
        if facts and facts[-1].outcome in wanted:
            return Three.YES
        return Three.NO if self.standing(step).state in OVER else Three.UNKNOWN

    def some(self, step: str, count: int, outcomes: tuple[str, ...]) -> Three:
        """Yes once so many are in; once all are in that settles it either way."""
        inside = [
            fact.item for fact in self.record.of(step) if not outcomes or fact.outcome in outcomes
        ]
        number = len(set(inside)) if self.process.step(step).each else len(inside)
        state = self.standing(step).state
        if number >= count or (state is State.DONE and not outcomes):
            return Three.YES
        return Three.NO if state in OVER else Three.UNKNOWN

    def answer(self, reference: str, wanted: tuple[str | int | float, ...]) -> Three:
        """Yes when the last answer is one of these; “not known” leaves it open."""
        value = holds(self.record.value(reference), wanted)
        return Three.NO if value is Three.UNKNOWN and self.never(reference) else value

    def criteria(self, criteria: str, result: str) -> Three:
        """What the rule says of the answers so far; never when nobody will be asked."""
        steps = self.process.asking(criteria)
        answers = self.record.answers(steps)
        value = judge(self.record.pack.criteria[criteria], answers, result)
        if value is Three.UNKNOWN and all(self.never(step) for step in steps):
            return Three.NO
        return value

    def elapsed(self, event: str, period: Period) -> Three:
        """Yes once the time has passed."""
        day = self.event(event)
        if day is None:
            return Three.NO if self.never(event) else Three.UNKNOWN
        return Three.YES if self.record.today >= clock.add(day, period) else Three.UNKNOWN

    def during(self, periods: str, start: tuple[str, Period | None], end: str) -> Three:
        """Yes when a period overlaps the span."""
        if any(self.never(reference) for reference in (periods, start[0], end)):
            return Three.NO
        return overlap(self.record.value(periods), self.event(start[0]), start[1], self.event(end))


def _later(start: date, every: Period, turns: int) -> date:
    return clock.add(start, Period(every.count * turns, every.unit))
