"""What may be chosen when a step is done, as far as any condition asks about it."""

from collections.abc import Iterator
from itertools import chain, combinations, product
from typing import Any

from uplift.engine.spec.checks.world import End, Key
from uplift.engine.spec.conditions import Reference
from uplift.engine.spec.forms import Question, Type
from uplift.engine.spec.pack import Pack
from uplift.engine.spec.processes import Process, Step

OTHER = "something else"


def choices_of(pack: Pack, process: Process, step: Step) -> Iterator[dict[Key, Any]]:
    """Every way of doing the step that makes a difference to another step."""
    asked = [reference for other in process.steps for reference in other.openings()]
    options: dict[Key, list[Any]] = {}
    for reference in asked:
        kind, name = reference.kind, reference.name
        if kind == "criteria" and name in step.criteria:
            options[("criteria", name)] = _findings(pack, name)
        elif kind in ("field", "periods") and name.partition(".")[0] == step.id:
            options.update(_answers(pack, step, reference, asked))
        elif kind == "items" and name == step.id and reference.values:
            options[("some", name, str(reference.number), *map(str, reference.values))] = [
                True,
                False,
            ]
    if step.outcomes:
        options[("outcome", step.id)] = _outcomes(step, asked)
    for chosen in product(*options.values()):
        yield dict(zip(options, chosen, strict=True))


def _outcomes(step: Step, asked: list[Reference]) -> list[str]:
    """The outcomes that conditions tell apart; one stands for those of no account."""
    told_apart = {
        str(value)
        for reference in asked
        if reference.kind == "outcomes" and reference.name == step.id
        for value in reference.values
    }
    # A conversion ends the process here; the other process has a proof of its own.
    ends = [one.id for one in step.outcomes.values() if not one.again and not one.convert]
    return _told_apart(ends, told_apart)


def _told_apart(values: list[str], told_apart: set[str]) -> list[str]:
    others = [value for value in values if value not in told_apart]
    return [value for value in values if value in told_apart] + others[:1]


def again_outcomes(process: Process, step: Step) -> Iterator[str]:
    """The outcomes that leave the step open and for which another step waits."""
    for other in process.steps:
        for reference in other.openings():
            if reference.kind == "outcomes" and reference.name == step.id:
                named = (step.outcomes[str(value)] for value in reference.values)
                yield from (result.id for result in named if result.again)


def _answers(
    pack: Pack, step: Step, reference: Reference, asked: list[Reference]
) -> dict[Key, list[Any]]:
    if reference.kind == "periods":
        return {("during", reference.name, *map(str, reference.values)): [True, False]}
    wanted = {
        value
        for other in asked
        if other.kind == "field" and other.name == reference.name
        for value in other.values
    }
    question = pack.questions(step)[reference.name.partition(".")[2]]
    return {("answer", reference.name): _answer_sets(question, wanted)}


def _answer_sets(question: Question, wanted: set[Any]) -> list[frozenset[Any]]:
    """The answers that conditions tell apart."""
    if question.is_list:
        sizes = range(len(wanted) + 1)
        return [frozenset(some) for some in chain(*(combinations(wanted, n) for n in sizes))]
    known = ["yes", "no"] if question.type is Type.YES_NO else list(question.choices)
    answers = _told_apart(known, wanted) if known else [*sorted(wanted, key=str), OTHER]
    return [frozenset([answer]) for answer in answers]


def _findings(pack: Pack, criteria: str) -> list[frozenset[str]]:
    met = [frozenset({"met"}), frozenset({"not_met"})]
    if pack.criteria[criteria].consider is None:
        return met
    return [finding | extra for finding in met for extra in (frozenset(), frozenset({"consider"}))]


def keys_read(process: Process, reference: Reference) -> Iterator[Key]:
    """The choices that a condition looks at."""
    kind, name, values, count = reference
    if kind == "criteria":
        yield ("criteria", name)
        yield from (("end", step) for step in process.asking(name))
        return
    if name != "opened":
        yield ("end", name.partition(".")[0])
    if kind == "outcomes":
        yield ("outcome", name)
    elif kind == "field":
        yield ("answer", name)
    elif kind == "periods":
        yield ("during", name, *map(str, values))
    elif kind == "items" and values:
        yield ("some", name, str(count), *map(str, values))


def say_choice(step: Step, chosen: dict[Key, Any]) -> Iterator[tuple[str, str]]:
    """The step and what was chosen there."""
    name = f"“{step.name}”"
    if step.lapses and chosen["end", step.id] is End.NEVER:
        yield step.id, f"{name} is left out"
    for key, value in chosen.items():
        if key[0] == "outcome":
            yield step.id, f"{name} ends in “{step.outcomes[value].name}”"
        elif key[0] == "answer":
            said = " and ".join(sorted(map(str, value))) or "nothing"
            yield step.id, f"“{key[1]}” is answered “{said}”"
        elif key[0] == "criteria":
            said = "met" if "met" in value else "not met"
            yield step.id, f"the criteria “{key[1]}” are {said}"
