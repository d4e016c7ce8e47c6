"""What a condition or a clock may speak of, at one place of a draft.

A draft may have faults, so nothing here takes for granted that what is named is there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from uplift.engine.drafting.edits import Place, Raw
from uplift.engine.spec.forms import CHOSEN
from uplift.engine.text import quote

YES_NO = {"yes": "Yes", "no": "No"}
Names = dict[str, str]


@dataclass(frozen=True)
class Scope:
    """Names by id, or by reference: `step`, `step.field`. `rule` when a word alone is a question
    answered yes, as in the rule of criteria."""

    steps: Names = field(default_factory=dict)
    questions: dict[str, Raw] = field(default_factory=dict)
    events: Names = field(default_factory=dict)
    criteria: Names = field(default_factory=dict)
    outcomes: dict[str, Names] = field(default_factory=dict)
    lists: Names = field(default_factory=dict)
    each: frozenset[str] = frozenset()
    rule: bool = False

    def answers(self, reference: str) -> Names:
        """The answers that a question offers, with their names."""
        question = self.questions.get(reference, {})
        if question.get("type") in CHOSEN:
            return names_of(question.get("choices"))
        return YES_NO if question.get("type", "yes_no") == "yes_no" else {}


def scope_of(raw: Raw, place: Place) -> Scope:
    """What the condition or clock at that place may speak of."""
    if place[0] == "processes":
        return _of_process(raw, raw["processes"].get(place[1], {}))
    if place[0] == "criteria":
        asked = raw["criteria"].get(place[1], {}).get("ask", {})
        if "ask" in place:
            asked = dict(_earlier(asked.items(), place[3]))
        return Scope(questions=dict(asked), rule=place[2] in ("met", "consider"))
    fields = raw["forms"].get(place[1], {}).get("fields", [])
    named = [(part.get("id", ""), part) for part in fields]
    return Scope(
        steps={"this": "this step"},
        questions=dict(_earlier(named, place[3])),
        outcomes={"this": _outcomes_with(raw, place[1])},
    )


def names_of(elements: Any) -> Names:
    """The elements of a mapping by id, each with the name that people know it by."""
    return {key: name_of(part, key) for key, part in (elements or {}).items()}


def name_of(element: Any, otherwise: str = "") -> str:
    """What people know an element by: its name, question, title or words."""
    if not isinstance(element, Mapping):
        return str(element or otherwise)
    for key in ("name", "ask", "question", "title", "subject", "says"):
        if isinstance(element.get(key), str):
            return str(element[key])
    return otherwise


def _earlier(named: Any, word: str) -> Iterator[tuple[str, Raw]]:
    for name, part in named:
        if name == word:
            return
        yield name, part


def _outcomes_with(raw: Raw, form: str) -> Names:
    """The outcomes of the steps that ask this form."""
    return {
        outcome: name
        for process in raw.get("processes", {}).values()
        for step in process.get("steps", [])
        if step.get("form") == form
        for outcome, name in names_of(step.get("outcomes")).items()
    }


def _of_process(raw: Raw, process: Raw) -> Scope:
    steps = {step.get("id", ""): step for step in process.get("steps", [])}
    questions = {
        f"{key}.{name}": {**question, "of": name_of(step, key)}
        for key, step in steps.items()
        for name, question in _asked(raw, step)
    }
    nouns = {key: step.get("event") or quote(name_of(step, key)) for key, step in steps.items()}
    dates = {
        key: question.get("event") or quote(name_of(question, key))
        for key, question in questions.items()
        if question.get("type") == "date"
    }
    known = names_of(raw.get("criteria"))
    asked = [name for step in steps.values() for name in as_list(step.get("criteria"))]
    return Scope(
        steps=names_of(steps),
        questions=questions,
        events={"opened": "the opening of the case", **nouns, **dates},
        criteria={name: known[name] for name in asked if name in known},
        outcomes={key: names_of(step.get("outcomes")) for key, step in steps.items()},
        lists={
            key: f"{name_of(question, key)} ({question['of']})"
            for key, question in questions.items()
            if question.get("many") or question.get("type") == "many_of"
        },
        each=frozenset(key for key, step in steps.items() if step.get("each")),
    )


def _asked(raw: Raw, step: Raw) -> Iterator[tuple[str, Raw]]:
    for name in as_list(step.get("criteria")):
        yield from raw.get("criteria", {}).get(name, {}).get("ask", {}).items()
    form = raw.get("forms", {}).get(step.get("form"), {})
    yield from ((field.get("id", ""), field) for field in form.get("fields", []))


def as_list(value: Any) -> list[Any]:
    """One thing written alone, several, or none, as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
