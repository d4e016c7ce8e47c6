"""Proof, over all outcomes of its decisions, that a process never gets stuck.

Every step can open; no ending leaves a step waiting for ever; no clock counts from an event that
may never come. The ways a process may go are walked step by step, in the order in which steps
rest on one another. Two ways that no later step can tell apart are one way, which keeps the walk
short: a process of 40 steps takes milliseconds.
"""

from collections.abc import Iterator
from typing import Any

from uplift.engine.rules import Three, evaluate
from uplift.engine.spec.checks.choices import again_outcomes, choices_of, keys_read, say_choice
from uplift.engine.spec.checks.names import Fault
from uplift.engine.spec.checks.world import End, Key, World
from uplift.engine.spec.clocks import limits
from uplift.engine.spec.order import Cycle
from uplift.engine.spec.pack import Pack
from uplift.engine.spec.processes import Process, Step
from uplift.engine.text import say_list

MOST_WAYS = 50_000
LONGEST_STORY = 4
# Marks a way in which a step stands open after an outcome that ends nothing: it shows which other
# steps can open then, and proves nothing about the end.
PENDING: Key = ("pending",)

Choices = dict[Key, Any]
Way = frozenset[tuple[Key, Any]]
Story = tuple[tuple[str, str], ...]


def prove(pack: Pack, process: Process) -> Iterator[Fault]:
    """Everything that may go wrong in a process whose names are all there."""
    try:
        steps = process.in_order
    except Cycle as cycle:
        number = process.steps.index(process.step(cycle.path[0]))
        sentence = f"Steps wait for one another: {cycle}."
        yield ("processes", process.id, "steps", number, "after"), sentence
        return
    yield from Walk(pack, process, steps).faults()


class Walk:
    """A walk over all the ways a process may go."""

    def __init__(self, pack: Pack, process: Process, steps: tuple[Step, ...]) -> None:
        self.process = process
        self.steps = steps
        self.number = {step.id: number for number, step in enumerate(steps)}
        self.choices = {step.id: list(choices_of(pack, process, step)) for step in steps}
        self.may_be_empty = {
            step.id for step in steps for name in step.each if not _required(pack, process, name)
        }
        self.last_read = self._last_reads()
        self.opened: set[str] = set()
        self.found: dict[Fault, None] = {}

    def faults(self) -> Iterator[Fault]:
        """Each fault once."""
        ways: dict[Way, Story] = {frozenset(): ()}
        for step in self.steps:
            ways = self._take(step, ways)
            if len(ways) > MOST_WAYS:
                self._fault(step, "after", "There are too many ways to this step to check them.")
                break
        yield from self.found
        if not self.found:
            closed = (step for step in self.steps if step.id not in self.opened)
            for step in closed:
                self._fault(step, "after", f"“{step.name}” can never open.")
            yield from self.found

    def _last_reads(self) -> dict[Key, int]:
        """For each choice, the last step that can tell it apart."""
        last: dict[Key, int] = {}
        for number, step in enumerate(self.steps):
            for reference in step.references():
                last.update(dict.fromkeys(keys_read(self.process, reference), number))
        for step in self.steps:
            for limit in limits(step.due):
                for name in (step.id, _step_of(limit.of)):
                    last["end", name] = max(last.get(("end", name), 0), self._known(step, limit.of))
        for start in self.process.starts:
            others = (self.number[other] for other in self.process.starts)
            last["end", start] = max(last.get(("end", start), 0), *others)
        return last

    def _known(self, step: Step, event: str) -> int:
        """The number of the step after which both the step and the event are known."""
        return max(self.number[step.id], self.number.get(_step_of(event), 0))

    def _take(self, step: Step, ways: dict[Way, Story]) -> dict[Way, Story]:
        """The ways after this step, without what no later step can tell apart."""
        number, after = self.number[step.id], dict[Way, Story]()
        clocks = [
            other
            for other in self.steps
            if other.due
            and max(self._known(other, limit.of) for limit in limits(other.due)) == number
        ]
        for way, story in ways.items():
            world = World(self.process, dict(way))
            for chosen in self._ends(step, world, story):
                choices = {**world.choices, **chosen}
                told = (*story, *say_choice(step, chosen, self.choices[step.id]))
                for other in clocks:
                    self._check_clock(other, choices, told)
                kept = ((key, value) for key, value in choices.items() if self._live(key, number))
                after.setdefault(frozenset(kept), told)
        return after

    def _live(self, key: Key, number: int) -> bool:
        return key == PENDING or self.last_read.get(key, -1) > number

    def _ends(self, step: Step, world: World, story: Story) -> Iterator[Choices]:
        """Every way in which the step may end in this world; none when the world is at fault."""
        if step.id in self.process.starts:
            yield from self._starts(step, world)
            return
        over = step.repeat is None or evaluate(step.repeat.until, world) is Three.YES
        value = evaluate(step.after, world) if step.after else Three.YES
        if value is Three.NO or step.optional or (step.repeat and over):
            yield {("end", step.id): End.NEVER}
        if value is Three.YES:
            self.opened.add(step.id)
            yield from self._open(step, world, story, over)
        elif value is Three.UNKNOWN:
            yield from self._stuck(step, world, story, f"“{step.name}” would wait for ever")

    def _starts(self, step: Step, world: World) -> Iterator[Choices]:
        """One of the steps that start a process is taken; then the others are not needed."""
        self.opened.add(step.id)
        others = [name for name in self.process.starts if name != step.id]
        known = [world.choices.get(("end", name)) for name in others]
        if End.DONE not in known:
            yield from self._done(step)
        if End.DONE in known or None in known:
            yield {("end", step.id): End.NEVER}

    def _open(self, step: Step, world: World, story: Story, over: bool) -> Iterator[Choices]:
        naming = [world.end(_step_of(reference)) for reference in step.each]
        if End.NEVER in naming or step.id in self.may_be_empty:
            yield {("end", step.id): End.NEVER}
        if End.NEVER in naming:
            return
        if over or step.optional:
            yield from self._done(step)
        else:
            yield from self._stuck(step, world, story, f"“{step.name}” would go on for ever")
        for outcome in again_outcomes(self.process, step):
            yield {("end", step.id): End.LEFT, ("outcome", step.id): outcome, PENDING: True}

    def _done(self, step: Step) -> Iterator[Choices]:
        for chosen in self.choices[step.id]:
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
        if all(choices.get(("end", _step_of(event)), End.DONE) is not End.DONE for event in events):
            never = say_list((f"“{event}”" for event in events), "or")
            sentence = f"The clock of “{step.name}” counts from {never}, which may never come"
            self._fault(step, "due", sentence + self._tell(step, story))

    def _tell(self, step: Step, story: Story) -> str:
        """The choices that lead there, those that matter first."""
        near = {_step_of(key[1]) for r in step.references() for key in keys_read(self.process, r)}
        told = [words for name, words in story if name in near] or [words for _, words in story]
        return f" if {say_list(told[-LONGEST_STORY:])}." if told else "."

    def _fault(self, step: Step, key: str, sentence: str) -> None:
        number = self.process.steps.index(step)
        path = ("processes", self.process.id, "steps", number, key)
        # One example for each place is enough.
        if not any(known == path for known, _ in self.found):
            self.found[path, sentence] = None


def _step_of(reference: str) -> str:
    return reference.partition(".")[0]


def _required(pack: Pack, process: Process, reference: str) -> bool:
    step, _, name = reference.partition(".")
    question = pack.questions(process.step(step))[name]
    return question.required and question.when is None and not question.may_be_unknown
