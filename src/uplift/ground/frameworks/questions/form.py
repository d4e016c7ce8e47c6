"""A form made of typed questions."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms

from uplift.engine import answers
from uplift.engine.answers import AnswerError
from uplift.engine.process import asked
from uplift.engine.spec import NOT_KNOWN, Question, Result
from uplift.ground.drafts.forms import VersionForm
from uplift.ground.frameworks.questions.boxes import BOXES, SAYS_UNKNOWN, Choices
from uplift.ground.frameworks.questions.conditions import as_rule, in_words
from uplift.ground.ui.forms import asks_for, speak_plainly

PREFIX = "q-"
UNKNOWN = "-unknown"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a form: the names of its fields, the first of which bears it; `only` says
    in words when it is asked, `rule` says it to the script."""

    question: Question
    names: tuple[str, ...]
    only: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """What was read: stored values by question, and sentences by field."""

    values: dict[str, Any] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)


class QuestionForm(VersionForm):
    """Asks `questions`, by id; `answers_given` holds the stored values after `is_valid`, `brought`
    the files that came along, which the room keeps.

    `values` are stored answers to begin with; `outcomes` those of the step, on which a question
    may depend (the field `outcome` is the room's). Nothing is required by itself: what is asked,
    given the other answers, must be answered.
    """

    def __init__(
        self,
        *args: Any,
        questions: Mapping[str, Question],
        today: dt.date,
        offered: Choices | None = None,
        values: Mapping[str, Any] | None = None,
        outcomes: Mapping[str, Result] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions, self.today = questions, today
        self.offered = offered or Choices()
        self.asked = tuple(self._ask(one, outcomes or {}) for one in questions.values())
        self.answers_given: dict[str, Any] = {}
        self.brought: dict[str, list[Any]] = {}
        for name, value in (values or {}).items():
            if name in questions and not answers.is_blank(value):
                self.initial.update(self._filled(questions[name], value))
        speak_plainly(self)

    def _ask(self, question: Question, outcomes: Mapping[str, Result]) -> Asked:
        name = f"{PREFIX}{question.id}"
        boxes = BOXES[question.type].fields(question, self.offered)
        if question.may_be_unknown and question.type not in SAYS_UNKNOWN:
            boxes[UNKNOWN] = forms.BooleanField(label="Not known", required=False)
        if not question.required:
            boxes[""].label = f"{question.ask} (optional)"
        self.fields.update({f"{name}{suffix}": box for suffix, box in boxes.items()})
        only = rule = ""
        if question.when:
            only = in_words(question.when, self.questions, outcomes)
            rule = json.dumps(as_rule(question.when, PREFIX))
        return Asked(question, tuple(f"{name}{suffix}" for suffix in boxes), only, rule)

    def _filled(self, question: Question, value: Any) -> dict[str, Any]:
        name = f"{PREFIX}{question.id}"
        if value == NOT_KNOWN and question.type not in SAYS_UNKNOWN:
            return {f"{name}{UNKNOWN}": True}
        filled = BOXES[question.type].initial(question, value, self.offered)
        return {f"{name}{suffix}": part for suffix, part in filled.items()}

    def clean(self) -> dict[str, Any]:
        """Read every answer, keep those that are asked, and ask for what is missing."""
        cleaned: dict[str, Any] = super().clean() or {}
        read, self.brought = Answered(), dict(self._uploads(cleaned))
        for one in self.asked:
            self._read(one, cleaned, read)
        open_questions = asked(self.questions, read.values, cleaned.get("outcome") or None)
        for one in self.asked:
            if one.question.id in open_questions:
                self._settle(one, read)
            else:
                self._forget(one)
        self.answers_given = {
            name: value for name, value in read.values.items() if name in open_questions
        }
        return cleaned

    def _read(self, one: Asked, cleaned: Mapping[str, Any], read: Answered) -> None:
        if any(part in self.errors for part in one.names):
            return
        try:
            value = self._value(one, cleaned)
        except AnswerError as error:
            read.wrong[one.names[0]] = error.sentence
        else:
            if not answers.is_blank(value):
                read.values[one.question.id] = value

    def _value(self, one: Asked, cleaned: Mapping[str, Any]) -> Any:
        """The stored value of the question's fields; raises AnswerError."""
        given = {part.removeprefix(one.names[0]): cleaned.get(part) for part in one.names}
        value = BOXES[one.question.type].read(one.question, given)
        if given.get(UNKNOWN):
            if not answers.is_blank(value):
                raise AnswerError("Give the answer or tick “Not known”, not both.")
            value = NOT_KNOWN
        if not answers.is_blank(value):
            answers.validate(one.question, value, today=self.today)
        return value

    def _settle(self, one: Asked, read: Answered) -> None:
        """Ask for what is missing, and say what is wrong, of a question that is asked."""
        name, question = one.names[0], one.question
        wrong = any(part in self.errors for part in one.names)
        if sentence := read.wrong.get(name):
            self.add_error(name, sentence)
        elif question.required and not (
            wrong or question.id in read.values or question.id in self.brought
        ):
            self.add_error(name, asks_for(self.fields[name], question.ask))

    def _forget(self, one: Asked) -> None:
        """What isn't asked can't be wrong."""
        for part in one.names:
            self.errors.pop(part, None)

    def _uploads(self, cleaned: Mapping[str, Any]) -> Iterator[tuple[str, list[Any]]]:
        """The files that came with the form, by question; those refused are left out."""
        for one in self.asked:
            if isinstance(self.fields[one.names[0]], forms.FileField):
                given = cleaned.get(one.names[0])
                files = [file for file in (given if isinstance(given, list) else [given]) if file]
                if files:
                    yield one.question.id, files
