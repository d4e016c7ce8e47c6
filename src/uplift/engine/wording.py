"""How events, conditions and clocks of a pack are said, as parts of a sentence."""

from collections.abc import Iterable

from uplift.engine.clock import Counting
from uplift.engine.spec import Condition, Pack, Process, Question
from uplift.engine.spec.clocks import Before, Limit, limits
from uplift.engine.spec.conditions import (
    All,
    Answer,
    AnyOf,
    CriteriaSay,
    Done,
    During,
    Elapsed,
    Not,
    Outcome,
    Some,
)
from uplift.engine.spec.processes import Step
from uplift.engine.text import quote, say_count, say_list

RESULTS = {
    "met": "being met",
    "not_met": "not being met",
    "consider": "asking that it be considered",
}


class Words:
    """Says the parts of one process of a pack."""

    def __init__(self, pack: Pack, process: Process) -> None:
        self.pack = pack
        self.process = process

    def noun(self, event: str) -> str:
        """What an event is called: “notification”, “planned publication”."""
        if event == "opened":
            return "the opening of the case"
        if "." not in event:
            return self.process.step(event).noun
        question = self.question(event)
        return question.event or quote(question.ask)

    def question(self, reference: str) -> Question:
        """The question that `step.field` names."""
        step, _, name = reference.partition(".")
        return self.pack.questions(self.process.step(step))[name]

    def step(self, name: str) -> str:
        """A step's name."""
        return quote(self.process.step(name).name)

    def condition(self, condition: Condition) -> str:
        """What a condition asks for, so that “after” or “waits for” can stand before it."""
        match condition:
            case All(all=parts):
                return self._joined(parts, "and")
            case AnyOf(any=parts):
                waited_for = where_needed(condition)
                if waited_for:
                    return f"{self.condition(waited_for)} (where needed)"
                return self._joined(parts, "or")
            case Not(part=part):
                return f"anything but {self.condition(part)}"
            case Done(done=steps):
                return say_list(self.step(step) for step in steps)
            case Outcome(outcome=outcomes):
                return say_list(self._ending(name, wanted) for name, wanted in outcomes.items())
            case _:
                return self._figure(condition)

    def _figure(self, condition: Condition) -> str:
        match condition:
            case Some(some=some):
                step = self.process.step(some.of)
                ending = f" ending in {_outcomes(step, some.outcome)}" if some.outcome else ""
                return f"{say_count(some.count, 'record')} of {quote(step.name)}{ending}"
            case Answer(answer=answers):
                return say_list(self._answered(name, wanted) for name, wanted in answers.items())
            case CriteriaSay(criteria=criteria):
                named = self.pack.criteria
                return say_list(
                    f"the criteria {quote(named[name].name)} {RESULTS[result]}"
                    for name, result in criteria.items()
                )
            case Elapsed(elapsed=since):
                return f"{since.at_least} from {self.noun(since.since)}"
            case During(during=span):
                less = f"{span.start.minus} before " if span.start.minus else ""
                first, last = self.noun(span.start.of), self.noun(span.to)
                asked = quote(self.question(span.periods).ask)
                return f"a period of {asked} between {less}{first} and {last}"
            case _:
                raise TypeError(condition)

    def limit(self, limit: Limit) -> str:
        """When something is due: “3 weeks from notification”."""
        event = self.noun(limit.of)
        if isinstance(limit, Before):
            return f"{limit.by} before {event}" if limit.by.count else f"the same day as {event}"
        if limit.within.count == 0:
            return f"the same day as {event}"
        first = ", counted as day 1," if limit.counting is Counting.FROM_DAY_1 else ""
        return f"{limit.within} from {event}{first}"

    def due(self, step: Step) -> str:
        """When a step is due, before anything is known of a case."""
        said = [self.limit(limit) for limit in limits(step.due)]
        return f"the earliest of: {'; '.join(said)}" if len(said) > 1 else "".join(said)

    def _joined(self, parts: Iterable[Condition], by: str) -> str:
        """The parts joined, those that are themselves joined within brackets."""
        return say_list(
            (
                f"({self.condition(part)})"
                if isinstance(part, All | AnyOf)
                else self.condition(part)
                for part in parts
            ),
            by,
        )

    def _ending(self, name: str, wanted: tuple[str, ...]) -> str:
        step = self.process.step(name)
        return f"{quote(step.name)} ending in {_outcomes(step, wanted)}"

    def _answered(self, name: str, wanted: tuple[str | int | float, ...]) -> str:
        question = self.question(name)
        said = (
            question.choices[value].name if value in question.choices else str(value)
            for value in map(str, wanted)
        )
        return f"{quote(question.ask)} answered {say_list(said, 'or')}"


def where_needed(condition: Condition) -> Condition | None:
    """The part of “this or not this”: done if it is needed, and settled either way."""
    if isinstance(condition, AnyOf) and len(condition.any) == 2:
        for one, other in (condition.any, condition.any[::-1]):
            if isinstance(other, Not) and other.part == one:
                return one
    return None


def _outcomes(step: Step, outcomes: tuple[str, ...]) -> str:
    return say_list((quote(step.outcomes[name].name) for name in outcomes), "or")
