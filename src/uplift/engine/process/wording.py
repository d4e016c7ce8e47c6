"""How the parts of a condition are said in a sentence."""

from collections.abc import Iterator

from uplift.engine import clock
from uplift.engine.process.reading import OVER, Reading
from uplift.engine.rules import Three, evaluate
from uplift.engine.spec import Condition, Pack, Process, Step
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
from uplift.engine.text import quote, say_count, say_date, say_list


def noun(pack: Pack, process: Process, event: str) -> str:
    """What an event is called: “notification”, “planned publication”."""
    if event == "opened":
        return "the opening of the case"
    step_id, _, name = event.partition(".")
    step = process.step(step_id)
    if not name:
        return step.noun
    question = pack.questions(step)[name]
    return question.event or quote(question.ask)


def waits_for(condition: Condition, reading: Reading) -> str:
    """What a waiting step waits for: the parts of its condition that are not known yet."""
    if isinstance(condition, All | AnyOf):
        parts = condition.all if isinstance(condition, All) else condition.any
        open_parts = [part for part in parts if evaluate(part, reading) is Three.UNKNOWN]
        joined_by = "and" if isinstance(condition, All) else "or"
        return say_list((waits_for(part, reading) for part in open_parts), joined_by)
    return say_list(_leaf(condition, reading))


def _leaf(condition: Condition, reading: Reading) -> Iterator[str]:
    match condition:
        case Done(done=steps):
            yield from (_name(reading, step) for step in steps if _is_open(reading, step))
        case Outcome(outcome=outcomes):
            for step, wanted in outcomes.items():
                yield _ending(reading.process.step(step), wanted)
        case Some(some=some):
            yield f"{say_count(some.count, 'record')} of {_name(reading, some.of)}"
        case Answer(answer=answers):
            yield from (f"the answer to {_asked(reading, name)}" for name in answers)
        case CriteriaSay(criteria=criteria):
            named = reading.record.pack.criteria
            yield from (f"the answers to {quote(named[name].name)}" for name in criteria)
        case Elapsed():
            yield _time(reading, condition)
        case During(during=span):
            yield f"the dates of {_asked(reading, span.periods)}"
        case Not(part=part):
            yield waits_for(part, reading)


def _time(reading: Reading, condition: Elapsed) -> str:
    since = condition.elapsed
    event = noun(reading.record.pack, reading.process, since.since)
    day = reading.event(since.since)
    if day is None:
        return f"{since.at_least} to pass from {event}"
    return (
        f"{since.at_least} to pass from {event}, until {say_date(clock.add(day, since.at_least))}"
    )


def _is_open(reading: Reading, step: str) -> bool:
    return reading.standing(step).state not in OVER


def _name(reading: Reading, step: str) -> str:
    return quote(reading.process.step(step).name)


def _asked(reading: Reading, reference: str) -> str:
    step, _, name = reference.partition(".")
    return quote(reading.record.pack.questions(reading.process.step(step))[name].ask)


def _ending(step: Step, wanted: tuple[str, ...]) -> str:
    names = (step.outcomes[outcome].name for outcome in wanted)
    return f"{quote(step.name)} to end in {say_list(names, 'or')}"
