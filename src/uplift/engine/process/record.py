"""What the facts of a case say by themselves, before any condition is asked."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from uplift.engine.clock import Pause
from uplift.engine.process.facts import CONVERT, PAUSE, RESUME, Fact, effective
from uplift.engine.process.verdict import read_date
from uplift.engine.spec import Pack, Process, Step


class Record:
    """The facts of a case that stand on a day, and what was named and answered in them."""

    def __init__(
        self,
        pack: Pack,
        process_id: str,
        facts: Iterable[Fact],
        today: date,
        opened: date | None = None,
    ) -> None:
        self.pack = pack
        self.today = today
        self.facts = effective(facts, today)
        self.process: Process = pack.processes[in_force(pack, process_id, self.facts)]
        self._by_step: dict[str, list[Fact]] = {}
        for fact in self.facts:
            self._by_step.setdefault(fact.step, []).append(fact)
        self.pauses = self._pauses()
        starts = (fact.on for start in self.process.starts for fact in self.of(start))
        self.opened = opened or min(starts, default=None)

    def of(self, step_id: str) -> list[Fact]:
        """The step's facts, by date."""
        return self._by_step.get(step_id, [])

    def value(self, reference: str) -> Any:
        """The last answer to `step.field`, or None."""
        step_id, _, name = reference.partition(".")
        for fact in reversed(self.of(step_id)):
            if fact.values.get(name) is not None:
                return fact.values[name]
        return None

    def answers(self, steps: Iterable[str]) -> dict[str, Any]:
        """The last answers given in any of these steps, by question."""
        asking = set(steps)
        given: dict[str, Any] = {}
        for fact in self.facts:
            if fact.step in asking:
                given.update(
                    {name: value for name, value in fact.values.items() if value is not None}
                )
        return given

    def items(self, step: Step) -> tuple[str, ...]:
        """What a step is done once for: all named so far, in order; for two lists, each pair."""
        lists = [self.named(reference) for reference in step.each]
        if len(lists) == 2:
            return tuple(f"{one} / {other}" for one in lists[0] for other in lists[1])
        return tuple(lists[0]) if lists else ()

    def named(self, reference: str) -> list[str]:
        """Everything named in the list `step.field`, in the order in which it was named."""
        step_id, _, name = reference.partition(".")
        named: dict[str, None] = {}
        for fact in self.of(step_id):
            value = fact.values.get(name)
            named.update(dict.fromkeys(map(str, value if isinstance(value, list | tuple) else ())))
        return list(named)

    def date_in(self, reference: str) -> date | None:
        """The day that the form field `step.field` holds."""
        return read_date(self.value(reference))

    @property
    def paused_since(self) -> date | None:
        """The day since which the case is paused, or None."""
        return self.pauses[-1].start if self.pauses and self.pauses[-1].end is None else None

    def _pauses(self) -> list[Pause]:
        pauses: list[Pause] = []
        for fact in self.facts:
            running = pauses and pauses[-1].end is None
            if fact.step == PAUSE and not running:
                pauses.append(Pause(fact.on, None))
            elif fact.step == RESUME and running:
                pauses[-1] = Pause(pauses[-1].start, fact.on)
        return pauses


def in_force(pack: Pack, process_id: str, facts: Iterable[Fact]) -> str:
    """The process a case follows now: the one it began with, or what it was turned into."""
    for fact in facts:
        if fact.step == CONVERT:
            to = str(fact.values.get("to"))
            process_id = to if to in pack.processes else process_id
            continue
        step = pack.processes[process_id].by_id.get(fact.step)
        outcome = step.outcomes.get(fact.outcome or "") if step else None
        process_id = (outcome and outcome.convert) or process_id
    return process_id
