"""What might happen in a process: dates, outcomes and answers, all invented."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField

from uplift.engine.answers import AnswerError, is_blank
from uplift.engine.spec import Pack, Question, Step, Type
from uplift.engine.spec.clocks import limits
from uplift.ground.frameworks.editor.trials import Happened
from uplift.ground.frameworks.questions.boxes import BOXES, Choices
from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form, speak_plainly

NAMES = frozenset({Type.AGENCY, Type.PERSON, Type.FILE})


class Asked(NamedTuple):
    """What is asked about one step."""

    title: str
    fields: list[BoundField]


class TrialForm(Form):
    """For each step its day, and what the rest of the process depends on."""

    today = fields.DateField(label="On which day do we look?")

    def __init__(self, *args: Any, pack: Pack, process: str, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.values: dict[str, dict[str, Any]] = {}
        self.process, self.pack = pack.processes[process], pack
        self.fields["today"].initial = today
        self.depends = _depends(pack, process)
        self.parts: dict[str, list[str]] = {}
        for step in self.process.steps:
            made = dict(self._about(step))
            self.fields.update(made)
            self.parts[step.id] = list(made)
        speak_plainly(self)

    @property
    def steps(self) -> Iterator[Asked]:
        """The fields of each step."""
        for step in self.process.steps:
            yield Asked(step.name, [self[name] for name in self.parts[step.id]])

    @property
    def happened(self) -> list[Happened]:
        """What was invented: every step that has a day."""
        given = self.cleaned_data
        return [
            Happened(
                step=step.id,
                on=given[f"on-{step.id}"],
                outcome=given.get(f"end-{step.id}") or None,
                values=self.values[step.id],
                items=given.get(f"for-{step.id}") or (),
            )
            for step in self.process.steps
            if given.get(f"on-{step.id}")
        ]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for step in self.process.steps:
            values = self.values.setdefault(step.id, {})
            for question in self._questions(step):
                name = f"a-{step.id}-{question.id}"
                if name not in self.errors:
                    values |= self._answer(name, question, cleaned)
            end = f"end-{step.id}"
            if step.outcomes and cleaned.get(f"on-{step.id}") and cleaned.get(end) == "":
                self.add_error(end, f"Choose how “{step.name}” ended.")
        return cleaned

    def _answer(self, name: str, question: Question, cleaned: dict[str, Any]) -> dict[str, Any]:
        if question.type in NAMES:
            value = cleaned[name]
            return {question.id: list(value) if question.many else value} if value else {}
        given = {
            key.removeprefix(name): value for key, value in cleaned.items() if key.startswith(name)
        }
        try:
            value = BOXES[question.type].read(question, given)
        except AnswerError as error:
            self.add_error(name, error.sentence)
            return {}
        return {} if is_blank(value) else {question.id: value}

    def _about(self, step: Step) -> Iterator[tuple[str, forms.Field]]:
        label = f"When is “{step.name}” done?"
        yield f"on-{step.id}", fields.DateField(label=label, required=False)
        if step.outcomes:
            ends = [("", "Choose"), *((key, end.name) for key, end in step.outcomes.items())]
            label = f"How does “{step.name}” end?"
            yield f"end-{step.id}", forms.ChoiceField(label=label, choices=ends, required=False)
        if step.each:
            label = f"For whom is “{step.name}” done? One a line"
            hint = "Leave this empty if it is done for all of them."
            yield (
                f"for-{step.id}",
                fields.OnePerLine(label=label, help_text=hint, rows=3, required=False),
            )
        for question in self._questions(step):
            name = f"a-{step.id}-{question.id}"
            if question.type in NAMES:
                label = f"{question.ask} One a line" if question.many else question.ask
                kind = fields.OnePerLine if question.many else fields.Line
                yield name, kind(label=label, required=False)
                continue
            for suffix, box in BOXES[question.type].fields(question, Choices()).items():
                yield f"{name}{suffix}", box

    def _questions(self, step: Step) -> list[Question]:
        """The questions of a step on which something depends."""
        asked = self.pack.questions(step).items()
        return [question for key, question in asked if f"{step.id}.{key}" in self.depends]


def _depends(pack: Pack, process: str) -> frozenset[str]:
    """The questions, as `step.question`, on which steps, advice or clocks of the process depend."""
    found: set[str] = set()
    for step in pack.processes[process].steps:
        found |= {f"{step.id}.{key}" for name in step.criteria for key in pack.criteria[name].ask}
        references = [*step.references()]
        for end in step.outcomes.values():
            for condition in (end.when, end.only):
                references += condition.refers() if condition else ()
        found |= {reference.name for reference in references}
        found |= {limit.of for limit in limits(step.due)}
    return frozenset(found)
