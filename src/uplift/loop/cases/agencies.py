"""The agencies in a case."""

from dataclasses import dataclass, field

from uplift.engine.process import State
from uplift.engine.spec import Type
from uplift.loop.cases.opened import Opened


@dataclass(slots=True)
class Asked:
    """One thing that an agency is asked for, and whether it came."""

    step: str
    name: str
    state: str
    done_on: object
    due: object
    late: bool


@dataclass(slots=True)
class InCase:
    """An agency, the questions it was named in, and what it is asked for."""

    name: str
    named_in: list[str] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)


def agencies(opened: Opened) -> list[InCase]:
    """Every agency that the records name, by name."""
    found: dict[str, InCase] = {}
    for fact in opened.standing:
        step = opened.step_of(fact)
        for name, question in (opened.pack.questions(step) if step else {}).items():
            if step and question.type is Type.AGENCY and (value := fact.values.get(name)):
                for key in value if isinstance(value, list) else [value]:
                    agency = found.setdefault(key, InCase(opened.item_name(key)))
                    if step.name not in agency.named_in:
                        agency.named_in.append(step.name)
    for at in opened.position.steps:
        for item in at.items:
            late = at.late and item.state is State.OPEN
            asked = Asked(at.step.id, at.step.name, str(item.state), item.done_on, at.due, late)
            found.setdefault(item.item, InCase(opened.item_name(item.item))).asked.append(asked)
    return sorted(found.values(), key=lambda agency: agency.name)
