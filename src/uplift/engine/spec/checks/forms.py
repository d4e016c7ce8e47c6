"""Whether forms and criteria hold together by themselves."""

from collections.abc import Iterator

from uplift.engine.spec.checks.names import Fault, Path, missing, value_fault
from uplift.engine.spec.conditions import Condition, Reference
from uplift.engine.spec.forms import WORDY, Criteria, Form, Question, Type
from uplift.engine.spec.pack import Pack

# Offered by the product beside the questions of a form.
RESERVED_ANSWERS = frozenset({"late_reason", "present", "cast_by"})


def check_forms(pack: Pack) -> Iterator[Fault]:
    """Everything wrong within forms and criteria."""
    for criteria in pack.criteria.values():
        yield from _criteria(criteria, ("criteria", criteria.id))
    for form in pack.forms.values():
        yield from _form(pack, form, ("forms", form.id, "fields"))


def _criteria(criteria: Criteria, at: Path) -> Iterator[Fault]:
    earlier: dict[str, Question] = {}
    for question in criteria.ask.values():
        here = (*at, "ask", question.id)
        yield from _question(question, earlier, here)
        for fault in _when(question, earlier, outcomes=()):
            yield (*here, "when"), fault
        if not question.required or question.identity:
            yield here, "A question of criteria can't be left blank or sealed."
        earlier[question.id] = question
    for name, rule in criteria.rules():
        for fault in _rule(rule, criteria):
            yield (*at, name), fault


def _rule(rule: Condition, criteria: Criteria) -> Iterator[str]:
    for kind, name, values, _ in rule.refers():
        if kind not in ("field", "periods", "event"):
            yield "A rule speaks of its own questions: use all, any, not, answer and during."
            continue
        fault = missing("question", name, criteria.ask, " in these criteria")
        fault = fault or _fits(criteria.ask[name], Reference(kind, name, values))
        if fault:
            yield fault


def _form(pack: Pack, form: Form, at: Path) -> Iterator[Fault]:
    outcomes = tuple(
        outcome
        for process in pack.processes.values()
        for step in process.steps
        if step.form == form.id
        for outcome in step.outcomes
    )
    earlier: dict[str, Question] = {}
    for number, field in enumerate(form.fields):
        here = (*at, number)
        yield from _question(field, earlier, here)
        if field.not_before and (fault := _start(form, field.not_before)):
            yield (*here, "not_before"), fault
        for fault in _when(field, earlier, outcomes):
            yield (*here, "when"), fault
        earlier[field.id] = field


def _question(question: Question, earlier: dict[str, Question], at: Path) -> Iterator[Fault]:
    if not question.id:
        yield at, "“id” is missing."
    if question.id in earlier:
        yield (*at, "id"), f"The field “{question.id}” stands here twice."
    if question.id in RESERVED_ANSWERS:
        yield (*at, "id"), f"“{question.id}” is asked by the product itself: choose another id."
    if question.id == "reasons" and (question.type not in WORDY or question.many):
        yield (*at, "id"), "“reasons” must be a text or a long_text."


def _start(form: Form, name: str) -> str | None:
    field = form.field(name)
    if field is None:
        return f"There is no field “{name}” in this form."
    return None if field.type is Type.DATE else f"“{name}” isn't a date."


def _when(
    question: Question, earlier: dict[str, Question], outcomes: tuple[str, ...]
) -> Iterator[str]:
    for kind, name, values, _ in question.when.refers() if question.when else ():
        if kind == "outcomes" and name == "this":
            of = " of a step with this form"
            yield from filter(None, (missing("outcome", str(v), outcomes, of) for v in values))
        elif kind != "field":
            yield "Ask by the answers given here, or by outcome: {this: [..]}."
        elif name not in earlier:
            yield f"There is no earlier question “{name}” here."
        elif fault := _fits(earlier[name], Reference(kind, name, values)):
            yield fault


def _fits(question: Question, reference: Reference) -> str | None:
    if question.identity:
        return f"“{question.id}” is sealed: nothing else can depend on it."
    wanted = {"periods": Type.PERIODS, "event": Type.DATE}.get(reference.kind)
    if wanted and question.type is not wanted:
        return f"“{question.id}” must be a question of type {wanted}."
    return value_fault(question, reference.values)
