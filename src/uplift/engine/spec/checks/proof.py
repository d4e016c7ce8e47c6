"""Proof, over all outcomes of its decisions, that a process never gets stuck.

Every step can open; no ending leaves a step waiting for ever; no clock counts from an event that
may never come. The ways a process may go are walked step by step, in an order in which steps rest
on one another. Two ways that no later step can tell apart are one way, which keeps the walk short:
a process of 40 steps takes milliseconds.
"""

from collections.abc import Iterator
from typing import Any

from uplift.engine.rules import Three
from uplift.engine.spec.checks.choices import again_outcomes, keys_read, say_choice
from uplift.engine.spec.checks.names import Fault
from uplift.engine.spec.checks.plan import Plan, step_of
from uplift.engine.spec.checks.rests import Rest
from uplift.engine.spec.checks.world import End, Key, World
from uplift.engine.spec.clocks import limits
from uplift.engine.spec.order import Cycle, ordered
from uplift.engine.spec.pack import Pack
from uplift.engine.spec.processes import Process, Step
from uplift.engine.text import say_list

MOST_WAYS = 2_000
LONGEST_STORY = 4
# Marks a way in which a step stands open after an outcome that ends nothing: it shows which other
# steps can open then, and proves nothing about the end.
PENDING: Key = ("pending",)

Choices = dict[Key, Any]
Way = tuple[tuple[Rest, ...], frozenset[tuple[Key, Any]]]
Story = tuple[tuple[str, str], ...]


def prove(pack: Pack, process: Process) -> Iterator[Fault]:
    """Everything that may go wrong in a process whose names are all there."""
    try:
        ordered(process.rests_on)
    except Cycle as cycle:
        number = process.steps.index(process.step(cycle.path[0]))
        sentence = f"Steps wait for one another: {cycle}."
        yield ("processes", process.id, "steps", number, "after"), sentence
        return
    yield from Walk(pack, process).faults()


class Walk:
    """A walk over all the ways a process may go."""

    def __init__(self, pack: Pack, process: Process) -> None:
        self.process = process
        self.plan = Plan(pack, process)
        self.opened: set[str] = set()
        self.found: dict[Fault, None] = {}

    def faults(self) -> Iterator[Fault]:
        """Each fault once."""
        ways: dict[Way, Story] = {(self.plan.rests, frozenset()): ()}
        for number, step in enumerate(self.plan.steps):
            ways = self._take(number, step, ways)
            if len(ways) > MOST_WAYS:
                self._fault(step, "after", "There are too many ways to this step to check them.")
                break
        if not self.found:
            for step in self.plan.steps:
                if step.id not in self.opened:
                    self._fault(step, "after", f"“{step.name}” can never open.")
        yield from self.found

    def _take(self, number: int, step: Step, ways: dict[Way, Story]) -> dict[Way, Story]:
        """The ways after this step, without what no later step can tell apart."""
        later: dict[Way, Story] = {}
        for (rests, kept), story in ways.items():
            world = World(self.process, dict(kept))
            gate, over = rests[2 * number], rests[2 * number + 1]
            for chosen in self._ends(step, world, story, gate, over):
                choices = {**world.choices, **chosen}
                told = (*story, *say_choice(step, chosen))
                for other in self.plan.clocks[number]:
                    self._check_clock(other, choices, told)
                left = self.plan.settled(rests, number, World(self.process, choices))
                still = self.plan.kept(choices, number)
                pending = {(PENDING, True)} if PENDING in choices else set()
                later.setdefault((left, still | pending), told)
        return later

    def _ends(
        self, step: Step, world: World, story: Story, gate: Rest, over: Rest
    ) -> Iterator[Choices]:
        """Every way in which the step may end in this world; none when the world is at fault."""
        if step.id in self.process.starts:
            yield from self._starts(step, world)
            return
        ends = over is Three.YES
        if gate is Three.NO or step.lapses or (step.repeat and ends):
            yield {("end", step.id): End.NEVER}
        if gate is Three.YES:
            self.opened.add(step.id)
            yield from self._open(step, world, story, ends=ends)
        elif gate is Three.UNKNOWN:
            yield from self._stuck(step, world, story, f"“{step.name}” would wait for ever")

    def _starts(self, step: Step, world: World) -> Iterator[Choices]:
        """One of the steps that start a process is taken; then the others are not needed."""
        self.opened.add(step.id)
        starts = self.process.starts
        earlier = starts[: starts.index(step.id)]
        started = any(world.end(other) is End.DONE for other in earlier)
        if not started:
            yield from self._done(step)
        if started or step.id != starts[-1]:
            yield {("end", step.id): End.NEVER}

    def _open(self, step: Step, world: World, story: Story, *, ends: bool) -> Iterator[Choices]:
        naming = [world.end(step_of(reference)) for reference in step.each]
        if End.NEVER in naming or step.id in self.plan.may_be_empty:
            yield {("end", step.id): End.NEVER}
        if End.NEVER in naming:
            return
        if ends or step.optional:
            yield from self._done(step)
        else:
            yield from self._stuck(step, world, story, f"“{step.name}” would go on for ever")
        for outcome in again_outcomes(self.process, step):
            yield {("end", step.id): End.LEFT, ("outcome", step.id): outcome, PENDING: True}

    def _done(self, step: Step) -> Iterator[Choices]:
        for chosen in self.plan.choices[step.id]:
            yield {("end", step.id): End.DONE, **chosen}

    def _stuck(self, step: Step, world: World, story: Story, sentence: str) -> Iterator[Choices]:
        """A fault, unless the way is pending and so proves nothing about the end."""
        if PENDING in world.choices:
            yield {("end", step.id): End.LEFT}
        else:
            self._fault(step, "after", sentence + self._tell(step, story))

    def _check_clock(self, step: Step, choices: Choices, story: Story) -> None:
        if choices["end", step.id] is not End.DONE or PENDING in choices:
            return
        events = [limit.of for limit in limits(step.due)]
        if all(choices.get(("end", step_of(event)), End.DONE) is not End.DONE for event in events):
            never = say_list((f"“{event}”" for event in events), "or")
            sentence = f"The clock of “{step.name}” counts from {never}, which may never come"
            self._fault(step, "due", sentence + self._tell(step, story))

    def _tell(self, step: Step, story: Story) -> str:
        """The choices that lead there, those that matter first."""
        near = {key[1] for one in step.openings() for key in keys_read(self.process, one)}
        told = [words for name, words in story if name in near] or [words for _, words in story]
        return f" if {say_list(told[-LONGEST_STORY:])}." if told else "."

    def _fault(self, step: Step, key: str, sentence: str) -> None:
        number = self.process.steps.index(step)
        path = ("processes", self.process.id, "steps", number, key)
        # One example for each place is enough.
        if not any(known == path for known, _ in self.found):
            self.found[path, sentence] = None
