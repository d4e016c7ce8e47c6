"""Looking up what a pack names, with a sentence when it isn't there."""

from collections.abc import Iterable, Iterator

from uplift.engine.spec.conditions import Condition, Reference
from uplift.engine.spec.forms import Question, Type
from uplift.engine.spec.pack import Pack
from uplift.engine.spec.processes import Process
from uplift.engine.text import near_miss, say_list

Path = tuple[str | int, ...]
Fault = tuple[Path, str]


def missing(kind: str, name: str, known: Iterable[str], where: str = "") -> str | None:
    """The sentence for a name that isn't among those known, or None."""
    names = list(known)
    if name in names:
        return None
    there = "There are" if kind == "criteria" else "There is"
    return f"{there} no {kind} “{name}”{where}.{near_miss(name, names)}"


class Names:
    """What a process may name."""

    def __init__(self, pack: Pack, process: Process) -> None:
        self.pack = pack
        self.process = process

    def step(self, name: str) -> str | None:
        """The fault of naming this step, or None."""
        return missing("step", name, self.process.by_id)

    def question(self, reference: str) -> Question | str:
        """The question that `step.field` names, or the sentence that says what's wrong."""
        step_id, dot, name = reference.partition(".")
        if not dot:
            return f"“{reference}” must name a step and its field: step.field."
        if fault := self.step(step_id):
            return fault
        questions = self.pack.questions(self.process.step(step_id))
        fault = missing("question", name, questions, f" in step “{step_id}”")
        return fault or questions[name]

    def field(self, reference: str, values: tuple[object, ...] = ()) -> str | None:
        """The fault of a condition on this field with these values, or None."""
        question = self.question(reference)
        if isinstance(question, str):
            return question
        return _uncertain(question) or value_fault(question, values)

    def list_field(self, reference: str) -> str | None:
        """The fault of counting the items of this field, or None."""
        question = self.question(reference)
        if isinstance(question, str):
            return question
        if not question.is_list:
            return f"“{reference}” isn't a list: give the question many: true."
        return "A sealed answer can't be counted from." if question.identity else None

    def event(self, event: str) -> str | None:
        """The fault of counting time from this event, or None."""
        if event == "opened":
            return None
        if "." not in event:
            return self.step(event)
        question = self.question(event)
        if isinstance(question, str):
            return question
        if question.type is not Type.DATE:
            return f"“{event}” isn't a date: a clock needs a question of type date."
        return _uncertain(question)

    def outcomes(self, step_id: str, outcomes: Iterable[object]) -> str | None:
        """The fault of asking whether the step ended so, or None."""
        if fault := self.step(step_id):
            return fault
        step = self.process.step(step_id)
        of = f" of step “{step_id}”"
        faults = (missing("outcome", str(name), step.outcomes, of) for name in outcomes)
        return next((fault for fault in faults if fault), None)


def _uncertain(question: Question) -> str | None:
    """Why nothing can rest on a question's answer, or None."""
    if question.identity:
        return f"“{question.id}” is sealed: nothing else can depend on it."
    if not question.required or question.when:
        return f"“{question.id}” may be left blank, so nothing can wait for it."
    if question.type is Type.DATE and question.may_be_unknown:
        return f"“{question.id}” may be not known, so no clock can count from it."
    return None


def value_fault(question: Question, values: tuple[object, ...]) -> str | None:
    """The fault of expecting one of these values as an answer, or None."""
    words = ("yes", "no") if question.type is Type.YES_NO else tuple(question.choices)
    for value in values if words else ():
        if value not in words:
            return f"“{value}” isn't an answer to “{question.id}”. Write {say_list(words, 'or')}."
    return None


def condition_faults(condition: Condition | None, names: Names) -> Iterator[str]:
    """Everything that a condition names and that isn't there."""
    for reference in condition.refers() if condition else ():
        fault = _reference(reference, names)
        if fault:
            yield fault


def _reference(reference: Reference, names: Names) -> str | None:
    kind, name, values = reference[:3]
    if kind == "event":
        return names.event(name)
    if kind == "field":
        return names.field(name, values)
    if kind == "periods":
        return _periods(name, names)
    if kind == "criteria":
        return _criteria(name, names)
    if kind == "outcomes" and (step := names.process.by_id.get(name)) and step.each:
        return f"“{name}” has an outcome for each item: use some: with outcome:."
    return names.outcomes(name, values)


def _periods(reference: str, names: Names) -> str | None:
    question = names.question(reference)
    if isinstance(question, str):
        return question
    if question.type is not Type.PERIODS:
        return f"“{reference}” isn't a question of type periods."
    return _uncertain(question)


def _criteria(name: str, names: Names) -> str | None:
    if fault := missing("criteria", name, names.pack.criteria):
        return fault
    if not names.process.asking(name):
        return f"No step of this process asks the criteria “{name}”."
    return None
