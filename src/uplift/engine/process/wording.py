"""What a waiting step waits for, in words."""

from uplift.engine import clock
from uplift.engine.process.reading import OVER, Reading
from uplift.engine.rules import Three, evaluate
from uplift.engine.spec import Condition
from uplift.engine.spec.conditions import All, AnyOf, Done, Elapsed
from uplift.engine.text import say_date, say_list
from uplift.engine.wording import Words, where_needed


def waits_for(condition: Condition, reading: Reading) -> str:
    """The parts of a condition that are not known yet."""
    words = Words(reading.record.pack, reading.process)
    condition = where_needed(condition) or condition
    if isinstance(condition, All | AnyOf):
        parts = condition.all if isinstance(condition, All) else condition.any
        unknown = [part for part in parts if evaluate(part, reading) is Three.UNKNOWN]
        joined_by = "and" if isinstance(condition, All) else "or"
        return say_list((waits_for(part, reading) for part in unknown), joined_by)
    if isinstance(condition, Done):
        steps = (step for step in condition.done if reading.standing(step).state not in OVER)
        return say_list(words.step(step) for step in steps)
    if isinstance(condition, Elapsed):
        return _time(condition, words, reading)
    return words.condition(condition)


def _time(condition: Elapsed, words: Words, reading: Reading) -> str:
    since = condition.elapsed
    day = reading.event(since.since)
    until = f", until {say_date(clock.add(day, since.at_least))}" if day else ""
    return f"{since.at_least} to pass from {words.noun(since.since)}{until}"
