"""Tells a scenario as documentation, in Markdown."""

from collections.abc import Iterator
from typing import Any

from uplift.engine.process.facts import CONVERT, LATE_REASON, PAUSE, RESUME
from uplift.engine.process.record import in_force
from uplift.engine.scenarios.spec import Given, Moment, Scenario, Stand, Then, When
from uplift.engine.spec import Pack, Step
from uplift.engine.text import quote, say_date, say_list

BUILT_IN = {
    PAUSE: "the case is paused",
    RESUME: "the case goes on",
    CONVERT: "the case is turned into another type of review",
    LATE_REASON: "the reason for a delay is given",
}
RESULTS = {"met": "met", "not_met": "not met", "cant_tell": "can't tell yet"}


def tell(pack: Pack, scenario: Scenario) -> str:
    """The scenario as a section of Markdown."""
    lines = [f"### {scenario.scenario}", ""]
    if scenario.says:
        lines += [scenario.says.strip(), ""]
    process = scenario.process
    for number, moment in enumerate(scenario.moments):
        lines += list(_moment(pack, process, moment, "And given" if number else "Given"))
        process = in_force(pack, process, [fact.fact() for fact in moment.given])
    return "\n".join(lines)


def _moment(pack: Pack, process: str, moment: Moment, given: str) -> Iterator[str]:
    if moment.given:
        yield f"**{given}**"
        yield ""
        for fact in moment.given:
            yield f"- {say_date(fact.on)}: {_fact(_within(pack, process), fact)}"
            process = in_force(pack, process, [fact.fact()])
        yield ""
    here = _within(pack, process)
    yield f"**When** {_when(here, moment.when)}, **then**"
    yield ""
    yield from (f"- {line}" for line in _then(here, moment.then))
    yield ""


def _within(pack: Pack, process: str) -> Pack:
    """The pack with this process first: in another a step of the same id may have another name."""
    first = {process: pack.processes[process]}
    return pack.model_copy(update={"processes": first | pack.processes})


def _fact(pack: Pack, fact: Given) -> str:
    step = _step(pack, fact.step)
    words = quote(step.name) if step else BUILT_IN.get(fact.step, fact.step)
    if fact.item:
        words += f" for {fact.item}"
    if step and fact.outcome in step.outcomes:
        words += f": {step.outcomes[fact.outcome].name}"
    if fact.void:
        return f"the record of {words} is withdrawn"
    return f"{words} (a correction)" if fact.corrects else words


def _when(pack: Pack, when: When) -> str:
    if when.criteria:
        criteria = pack.criteria[when.criteria]
        given = (
            f"{quote(criteria.ask[name].ask)} {value}"
            for name, value in when.answers.items()
            if name in criteria.ask
        )
        return f"the answers to {quote(criteria.name)} are {say_list(given) or 'all open'}"
    today = say_date(when.today) if when.today else ""
    if not when.record:
        return f"it is {today}"
    who = say_list((pack.roles[role].name for role in when.roles if role in pack.roles), "or")
    what = f"{who or 'somebody'} records {_fact(pack, when.record)}"
    return f"on {today} {what}, dated {say_date(when.record.on)}"


def _then(pack: Pack, then: Then) -> Iterator[str]:
    if then.result:
        yield f"the criteria: {RESULTS[then.result]}"
    if then.settle:
        questions = {name: q.ask for c in pack.criteria.values() for name, q in c.ask.items()}
        asked = say_list(quote(questions.get(name, name)) for name in then.settle)
        yield f"it still depends on {asked}"
    if then.consider == "yes":
        yield "it is to be considered all the same"
    if then.allowed:
        yield "it is recorded"
    if then.refused:
        yield f"it is refused: {say_list(code.replace('_', ' ') for code in then.refused)}"
    for name, stand in then.steps.items():
        step = _step(pack, name)
        yield f"{quote(step.name) if step else name}: {say_list(_stand(stand))}"
    if then.open is not None:
        names = (quote(step.name) for name in then.open if (step := _step(pack, name)))
        yield f"open, and nothing else: {say_list(names) or 'nothing'}"
    if then.process:
        yield f"the case is now a {pack.processes[then.process].name}"
    if then.ended is not None:
        yield "the case can close" if then.ended else "the case can't close yet"


def _stand(stand: Stand) -> Iterator[str]:
    said: dict[str, Any] = {key: getattr(stand, key) for key in stand.model_fields_set}
    if stand.state:
        yield str(stand.state)
    if stand.done_on:
        yield f"on {say_date(stand.done_on)}"
    if "due" in said:
        yield f"due {say_date(stand.due)}" if stand.due else "no due day yet"
    if stand.explanation:
        yield f"({stand.explanation})"
    if stand.late is not None:
        yield "late" if stand.late else "not late"
    if stand.reason_needed:
        yield "a reason is asked for" if not stand.reason_given else "the reason is given"
    if stand.waits_for:
        yield f"waits for {stand.waits_for}"


def _step(pack: Pack, name: str) -> Step | None:
    found = (process.by_id.get(name) for process in pack.processes.values())
    return next((step for step in found if step), None)
