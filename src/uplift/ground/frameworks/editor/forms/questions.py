"""What is asked of criteria, of forms, and of the questions in either."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms

from uplift.engine import drafting
from uplift.engine.drafting.edits import Raw
from uplift.engine.drafting.scopes import name_of
from uplift.engine.spec.forms import CHOSEN, MAY_BE_UNKNOWN, SETTINGS, Type
from uplift.ground.frameworks.editor.forms.base import CheckedForm, PartForm
from uplift.ground.ui import fields

TYPES = {
    Type.YES_NO: "Yes or no",
    Type.TEXT: "A few words",
    Type.LONG_TEXT: "A longer text",
    Type.DATE: "A date",
    Type.APPROXIMATE_DATE: "A date that may be known only about",
    Type.ONE_OF: "One of several choices",
    Type.MANY_OF: "Any of several choices",
    Type.NUMBER: "A number",
    Type.AGENCY: "An agency",
    Type.PERSON: "A person's name",
    Type.FILE: "A file",
    Type.SCORE: "A score, with evidence",
    Type.PERIODS: "Periods, each with a beginning and an end",
}
OF_CRITERIA = (Type.YES_NO, Type.ONE_OF, Type.DATE, Type.PERIODS)


class AskingForm(CheckedForm):
    """Something that asks questions; only a new one is given its first `questions` here."""

    def prepare(self) -> None:
        if not self.adds:
            del self.fields["questions"]

    def put(self, made: Raw, name: str, value: Any) -> None:
        if name == "questions":
            self.ask(made, value)
        else:
            super().put(made, name, value)

    def ask(self, made: Raw, questions: Iterable[str]) -> None:
        """Put the first questions into what is made."""
        raise NotImplementedError


class CriteriaForm(AskingForm):
    """A set of criteria; a new one begins with its questions."""

    questions = fields.OnePerLine(
        label="Which questions are asked? One a line",
        rows=6,
        help_text="Each is answered yes, no or not known. At first the criteria are met when all "
        "are answered yes; you can change the rule afterwards.",
    )

    def ask(self, made: Raw, questions: Iterable[str]) -> None:
        made["ask"] = {}
        for question in questions:
            made["ask"][drafting.id_for(question, made["ask"], "question")] = {"question": question}
        answers = [{"answer": {key: ["yes"]}} for key in made["ask"]]
        made["met"] = {"all": answers} if len(answers) > 1 else answers[0]


class QuestionForm(PartForm):
    """A question: its words, and what kind of answer it takes."""

    CONTRARY: ClassVar[dict[str, str]] = {"to_check": "verified", "optional": "required"}
    ask = fields.Line(label="What is asked?", most=300)
    hint = fields.Paragraphs(label="What helps to answer it?", required=False, rows=2)
    type = forms.ChoiceField(
        label="What kind of answer does it take?",
        choices=[(kind.value, words) for kind, words in TYPES.items()],
    )
    choices = fields.OnePerLine(
        label="Which choices are there? One a line",
        required=False,
        rows=4,
        help_text="Only where the answer is one or any of several choices, or a score.",
    )
    many = forms.BooleanField(
        label="Several may be given",
        required=False,
        help_text="Of agencies, people, files or short texts.",
    )
    optional = forms.BooleanField(label="It may be left empty", required=False)
    unknown = forms.BooleanField(label="“Not known” is an answer", required=False)
    identity = forms.BooleanField(
        label="The answer could tell who it is about: keep it sealed", required=False
    )
    must_be = fields.OneOf(
        label="When may the date be?",
        required=False,
        choices=(("any", "Any day"), ("past", "Today or before"), ("future", "Today or after")),
    )
    event = fields.Line(
        label="What is the date called in a sentence?",
        most=300,
        required=False,
        help_text="For a date from which time is counted, such as “the planned publication”.",
    )
    to_check = forms.BooleanField(label="We still have to check this", required=False)

    def answer(self, name: str, element: Raw) -> Any:
        if name == "choices":
            return tuple(name_of(one, key) for key, one in (element.get("choices") or {}).items())
        if name == "unknown":
            usual = element.get("type", self._usual) in MAY_BE_UNKNOWN
            return element.get("unknown", usual if element else False)
        return super().answer(name, element) or {"must_be": "any"}.get(name)

    _usual = "text"

    def write(self, element: Any) -> Any:
        made = super().write(element)
        kind = self.cleaned_data["type"]
        gone = {setting for setting, kinds in SETTINGS.items() if kind not in kinds}
        return {key: part for key, part in made.items() if key not in gone}

    def put(self, made: Raw, name: str, value: Any) -> None:
        kind = self.cleaned_data["type"]
        if name == "choices":
            made["choices"] = _choices(value, made.get("choices") or {})
        elif name == "unknown":
            made.pop("unknown", None)
            made.update({"unknown": value} if value != (kind in MAY_BE_UNKNOWN) else {})
        else:
            unsaid = value == "any" or (name == "event" and kind != "date")
            super().put(made, name, None if unsaid else value)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("type") in CHOSEN and not cleaned.get("choices"):
            self.add_error("choices", "Write the choices, one a line.")
        return cleaned


class FieldForm(QuestionForm):
    """A question of a form."""


class CriteriaQuestionForm(QuestionForm):
    """A question of criteria: it can't be left empty or sealed."""

    question = fields.Line(label="What is asked?", most=300)
    ask = None  # type: ignore[assignment]  # Django: a criteria's question has another key
    many = optional = identity = must_be = event = None  # type: ignore[assignment]  # as above
    field_order = ("question",)
    _usual = "yes_no"

    def prepare(self) -> None:
        field: Any = self.fields["type"]
        field.choices = [(kind.value, TYPES[kind]) for kind in OF_CRITERIA]

    def answer(self, name: str, element: Raw) -> Any:
        value = super().answer(name, element)
        if name == "unknown" and not element:
            return True
        return value or {"type": "yes_no"}.get(name)


class FormForm(AskingForm):
    """A form; a new one begins with its first questions."""

    questions = fields.OnePerLine(
        label="What does it ask? One question a line",
        rows=6,
        help_text="Each is answered in a few words at first; you can say afterwards what kind of "
        "answer it takes.",
    )

    def ask(self, made: Raw, questions: Iterable[str]) -> None:
        keys: dict[str, str] = {}
        for question in questions:
            keys[drafting.id_for(question, keys, "question")] = question
        made["fields"] = [{"id": key, "ask": ask, "type": "text"} for key, ask in keys.items()]


def _choices(names: tuple[str, ...], known: Raw) -> Raw:
    """The choices of these names: one that was there keeps its id, by its name or by its place."""
    old = {name_of(one, key): key for key, one in known.items()}
    keys = list(known)
    made: Raw = {}
    for number, name in enumerate(dict.fromkeys(names)):
        same_place = len(names) == len(keys) and keys[number] not in {old.get(n) for n in names}
        key = old.get(name) or (keys[number] if same_place else "")
        key = key or drafting.id_for(name, {*known, *made}, "choice")
        before = known.get(key)
        made[key] = {**before, "name": name} if isinstance(before, dict) else {"name": name}
    return made
