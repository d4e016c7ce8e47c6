"""Runs scenarios: each difference from what is expected, with the path to where it is written."""

from collections.abc import Iterator
from typing import Any

from uplift.engine.process import (
    Fact,
    Position,
    Refused,
    StepPosition,
    may_record,
    position,
    verdict,
)
from uplift.engine.process.facts import BUILT_IN
from uplift.engine.rules import Three
from uplift.engine.scenarios.spec import Given, Moment, Scenario, Stand, Then, When
from uplift.engine.spec import Pack

Path = tuple[str | int, ...]
Difference = tuple[Path, str]

RESULTS = {Three.YES: "met", Three.NO: "not_met", Three.UNKNOWN: "cant_tell"}


def run(pack: Pack, scenario: Scenario) -> Iterator[Difference]:
    """Every difference between what the scenario expects and what the engine says."""
    unknown = list(_unknown(pack, scenario))
    if unknown:
        yield from unknown
        return
    facts: list[Fact] = []
    for number, moment in enumerate(scenario.moments):
        at: Path = ("and", number - 1) if number else ()
        facts.extend(given.fact() for given in moment.given)
        for path, sentence in _moment(pack, scenario.process, facts, moment):
            yield (*at, *path), sentence


def _unknown(pack: Pack, scenario: Scenario) -> Iterator[Difference]:
    """What the scenario names and the pack doesn't have."""
    if scenario.process not in pack.processes:
        yield ("process",), f"There is no process “{scenario.process}”."
        return
    outcomes: dict[str, set[str]] = {name: set() for name in BUILT_IN}
    for process in pack.processes.values():
        for step in process.steps:
            outcomes.setdefault(step.id, set()).update(step.outcomes)
    for number, moment in enumerate(scenario.moments):
        at: Path = ("and", number - 1) if number else ()
        for index, given in enumerate(moment.given):
            yield from _unknown_fact(given, outcomes, (*at, "given", index))
        if moment.when.criteria and moment.when.criteria not in pack.criteria:
            yield (*at, "when", "criteria"), f"There are no criteria “{moment.when.criteria}”."


def _unknown_fact(given: Given, outcomes: dict[str, set[str]], at: Path) -> Iterator[Difference]:
    if given.step not in outcomes:
        yield (*at, "step"), f"There is no step “{given.step}”."
    elif given.outcome and given.outcome not in outcomes[given.step]:
        yield (*at, "outcome"), f"“{given.step}” has no outcome “{given.outcome}”."


def _moment(pack: Pack, process: str, facts: list[Fact], moment: Moment) -> Iterator[Difference]:
    when, then = moment.when, moment.then
    if when.today is None:
        yield from _criteria(pack, when, then)
        return
    if when.record:
        refused = may_record(
            pack,
            process,
            facts,
            when.record.fact(),
            roles=when.roles,
            today=when.today,
            board_agencies=when.board_agencies,
        )
        yield from _refusals(refused, then)
    yield from _position(position(pack, process, facts, when.today), then)


def _criteria(pack: Pack, when: When, then: Then) -> Iterator[Difference]:
    found = verdict(pack.criteria[when.criteria or ""], when.answers)
    yield from _compare(("then", "result"), then.result, RESULTS[found.result])
    yield from _compare(("then", "settle"), then.settle, found.settle)
    yield from _compare(("then", "consider"), then.consider, str(found.consider))


def _refusals(refused: tuple[Refused, ...], then: Then) -> Iterator[Difference]:
    codes = tuple(sorted({one.code for one in refused}))
    if then.refused is not None:
        yield from _compare(("then", "refused"), tuple(sorted(then.refused)), codes)
    elif then.allowed and refused:
        said = " ".join(one.sentence for one in refused)
        yield ("then", "allowed"), f"It is refused ({', '.join(codes)}): {said}"


def _position(found: Position, then: Then) -> Iterator[Difference]:
    known = {step.step.id: step for step in found.steps}
    for name, stand in then.steps.items():
        if name in known:
            yield from _step(known[name], stand, ("then", "steps", name))
        else:
            yield ("then", "steps", name), f"There is no step “{name}” in {found.process_id}."
    if then.open is not None:
        opened = tuple(sorted(step.step.id for step in found.open))
        yield from _compare(("then", "open"), tuple(sorted(then.open)), opened)
    for key, value in (
        ("ended", found.ended),
        ("process", found.process_id),
        ("paused_since", found.paused_since),
    ):
        if key in then.model_fields_set:
            yield from _compare(("then", key), getattr(then, key), value, known_to_be=True)


def _step(found: StepPosition, stand: Stand, at: Path) -> Iterator[Difference]:
    for key in sorted(stand.model_fields_set):
        value: Any = getattr(found, key)
        if key == "items":
            value = {item.item: item.state for item in found.items}
        yield from _compare((*at, key), getattr(stand, key), value, known_to_be=True)


def _compare(
    path: Path, expected: Any, found: Any, *, known_to_be: bool = False
) -> Iterator[Difference]:
    """The difference, if there is one; an expectation of None counts where it was written."""
    if expected != found and (known_to_be or expected is not None):
        yield path, f"Expected {_say(expected)}, but it is {_say(found)}."


def _say(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {part}" for key, part in value.items()) or "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "none" if value is None or value == "" else str(value)
