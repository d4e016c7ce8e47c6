"""The plan of a walk over a process: its order, its choices, and what must be remembered."""

from collections.abc import Mapping
from typing import Any

from uplift.engine.rules import Three, evaluate
from uplift.engine.spec.checks.choices import choices_of, keys_read
from uplift.engine.spec.checks.rests import Leaves, Rest, leaves, settle
from uplift.engine.spec.checks.world import Key, World
from uplift.engine.spec.clocks import limits
from uplift.engine.spec.order import narrow
from uplift.engine.spec.pack import Pack
from uplift.engine.spec.processes import Process, Step

# The rest of a step that has been taken.
TAKEN = Three.UNKNOWN


class Plan:
    """What a walk needs to know of a process before it sets out."""

    def __init__(self, pack: Pack, process: Process) -> None:
        self.process = process
        self.choices = {step.id: list(choices_of(pack, process, step)) for step in process.steps}
        self.may_be_empty = {
            step.id
            for step in process.steps
            for name in step.each
            if not _required(pack, process, name)
        }
        reads = {step.id: self._reads(step) for step in process.steps}
        gives = {
            name: frozenset({("end", name), *(key for chosen in choices for key in chosen)})
            for name, choices in self.choices.items()
        }
        self.steps = tuple(process.step(name) for name in narrow(reads, gives))
        self.number = {step.id: number for number, step in enumerate(self.steps)}
        self._plan_rests()
        self._plan_clocks()
        self._plan_memory()

    def settled(self, rests: tuple[Rest, ...], number: int, world: World) -> tuple[Rest, ...]:
        """The rests of conditions after the step of this number ended as the world has it."""
        after = list(rests)
        after[2 * number] = after[2 * number + 1] = TAKEN
        for place in self._readers[number]:
            after[place] = settle(after[place], lambda leaf: self._value(leaf, number, world))
        return tuple(after)

    def _value(self, leaf: int, number: int, world: World) -> Three | None:
        """The value of a question after the step of this number, or None while it is open."""
        if self._known_after[leaf] > number:
            return None
        return evaluate(self._leaves.conditions[leaf], world)

    def kept(self, choices: Mapping[Key, Any], number: int) -> frozenset[tuple[Key, Any]]:
        """What must still be remembered by itself after the step of this number."""
        return frozenset(
            (key, value) for key, value in choices.items() if self._last.get(key, -1) > number
        )

    def _reads(self, step: Step) -> frozenset[Key]:
        """The choices on which it depends whether the step opens."""
        keys = {key for one in step.openings() for key in keys_read(self.process, one)}
        starts = self.process.starts
        if step.id in starts:
            # Of several steps that may start a process the first is chosen first.
            keys |= {("end", name) for name in starts[: starts.index(step.id)]}
        return frozenset(keys)

    def _plan_rests(self) -> None:
        """For each step the whole of its gate and of its end; which steps settle what."""
        self._leaves = Leaves()
        rests: list[Rest] = []
        for step in self.steps:
            rests.append(self._leaves.rest(step.after))
            rests.append(self._leaves.rest(step.repeat.until if step.repeat else None))
        self._keys = [
            {key for one in leaf.refers() for key in keys_read(self.process, one)}
            for leaf in self._leaves.conditions
        ]
        self._known_after = [
            max((self._given_after(key) for key in keys), default=-1) for keys in self._keys
        ]
        self._readers: list[set[int]] = [set() for _ in self.steps]
        # What rests on nothing but the opening of the case is settled before the first step.
        nothing = World(self.process, {})
        self.rests = tuple(
            settle(rest, lambda leaf: self._value(leaf, -1, nothing)) for rest in rests
        )
        for place, rest in enumerate(self.rests):
            for leaf in leaves(rest):
                self._readers[self._known_after[leaf]].add(place)

    def _given_after(self, key: Key) -> int:
        """The number of the step that gives this choice, the last if there are several."""
        if key[0] == "criteria":
            return max(self.number[step] for step in self.process.asking(key[1]))
        return self.number[step_of(key[1])]

    def _plan_clocks(self) -> None:
        """At which step each clock can be checked: once it and all its events are known."""
        self.clocks: list[list[Step]] = [[] for _ in self.steps]
        for step in self.steps:
            events = [step_of(limit.of) for limit in limits(step.due)]
            if events:
                numbers = [self.number.get(event, 0) for event in events]
                self.clocks[max(self.number[step.id], *numbers)].append(step)

    def _plan_memory(self) -> None:
        """Until when each choice must be remembered, besides what the rests remember."""
        self._last: dict[Key, int] = {}
        for keys, known in zip(self._keys, self._known_after, strict=True):
            self._remember(keys, known)
        for number, step in enumerate(self.steps):
            self._remember({("end", step_of(name)) for name in step.each}, number)
            for other in self.clocks[number]:
                events = {step_of(limit.of) for limit in limits(other.due)}
                self._remember({("end", name) for name in (other.id, *events)}, number)
        starts = self.process.starts
        last = max(self.number[name] for name in starts)
        self._remember({("end", name) for name in starts}, last)

    def _remember(self, keys: set[Key], number: int) -> None:
        for key in keys:
            self._last[key] = max(self._last.get(key, -1), number)


def step_of(reference: str) -> str:
    """The step that an event or a field belongs to."""
    return reference.partition(".")[0]


def _required(pack: Pack, process: Process, reference: str) -> bool:
    step, _, name = reference.partition(".")
    question = pack.questions(process.step(step))[name]
    return question.required and question.when is None and not question.may_be_unknown
