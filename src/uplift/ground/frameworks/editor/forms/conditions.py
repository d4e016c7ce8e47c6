"""What a condition may say here: first of what it speaks, then what it says of that."""

from typing import Any

from django import forms

from uplift.engine.drafting.conditions import Leaf
from uplift.engine.drafting.scopes import Scope, as_list, name_of
from uplift.engine.text import quote
from uplift.ground.drafts.forms import OnceForm
from uplift.ground.frameworks.editor.forms.base import Span
from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form, speak_plainly

RESULTS = (
    ("met", "They are met"),
    ("not_met", "They are not met"),
    ("consider", "They ask that it be considered all the same"),
)


def subjects(scope: Scope) -> dict[str, str]:
    """What a statement may be about: by key, in words."""
    found: dict[str, str] = {}
    if scope.steps and "this" not in scope.steps:
        found["done"] = "A step is done"
    for step, ends in scope.outcomes.items():
        if ends and step not in scope.each:
            found[f"outcome:{step}"] = f"How {_called(scope, step)} ended"
    for name, question in scope.questions.items():
        if scope.answers(name) and question.get("required", True):
            of = f" ({question['of']})" if "of" in question else ""
            found[f"answer:{name}"] = f"The answer to {quote(name_of(question, name))}{of}"
    for step in scope.each:
        found[f"some:{step}"] = f"How many of {quote(scope.steps[step])} are in"
    if scope.criteria:
        found["criteria"] = "What criteria say"
    if scope.events:
        found["elapsed"] = "Time has passed"
    return found


class SubjectForm(Form):
    """Of what the statement speaks."""

    subject = forms.ChoiceField(label="What does it depend on?", choices=())

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["subject"]
        field.choices = [("", "Choose"), *subjects(scope).items()]


class StatementForm(OnceForm):
    """What is said of the subject."""

    contrary = forms.BooleanField(
        label="The contrary: it must not be so",
        required=False,
    )

    def __init__(
        self, *args: Any, scope: Scope, subject: str, leaf: Leaf | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.word, _, self.of = subject.partition(":")
        self.fields.update(getattr(self, f"_{self.word}")(scope))
        self.order_fields([name for name in self.fields if name != "contrary"])
        if leaf and subject_of(leaf) == subject:
            self.initial = {**self._filled(leaf), "contrary": leaf.negated, **self.initial}
        elif self.word == "answer" and "yes" in scope.answers(self.of):
            self.initial = {"values": ["yes"], **self.initial}
        speak_plainly(self)

    @property
    def leaf(self) -> Leaf:
        """The statement as it was answered."""
        given = self.cleaned_data
        value: Any
        match self.word:
            case "done":
                value = list(given["values"])
            case "outcome" | "answer":
                value = {self.of: list(given["values"])}
            case "criteria":
                value = {given["of"]: given["result"]}
            case "elapsed":
                value = {"since": given["of"], "at_least": given["at_least"]}
            case _:
                value = {"of": self.of, "count": given["count"]}
                if given["values"]:
                    value["outcome"] = list(given["values"])
        return Leaf(self.word, value, given["contrary"])

    def _filled(self, leaf: Leaf) -> dict[str, Any]:
        value = leaf.value
        match leaf.word:
            case "done":
                return {"values": as_list(value)}
            case "outcome" | "answer":
                return {"values": [str(one) for one in as_list(value[self.of])]}
            case "criteria":
                ((name, result),) = value.items()
                return {"of": name, "result": result}
            case "elapsed":
                return {"of": value["since"], "at_least": value["at_least"]}
            case _:
                return {"count": value["count"], "values": as_list(value.get("outcome"))}

    def _done(self, scope: Scope) -> dict[str, forms.Field]:
        return {"values": fields.ManyOf(label="Which steps are done?", choices=scope.steps.items())}

    def _outcome(self, scope: Scope) -> dict[str, forms.Field]:
        label = f"How did {_called(scope, self.of)} end?"
        choices = scope.outcomes[self.of].items()
        help_text = "If you choose several, any one of them will do."
        return {"values": fields.ManyOf(label=label, choices=choices, help_text=help_text)}

    def _answer(self, scope: Scope) -> dict[str, forms.Field]:
        label = name_of(scope.questions[self.of], self.of)
        return {"values": fields.ManyOf(label=label, choices=scope.answers(self.of).items())}

    def _criteria(self, scope: Scope) -> dict[str, forms.Field]:
        return {
            "of": forms.ChoiceField(label="Which criteria?", choices=scope.criteria.items()),
            "result": fields.OneOf(label="What do they say?", choices=RESULTS),
        }

    def _elapsed(self, scope: Scope) -> dict[str, forms.Field]:
        return {
            "at_least": Span(label="How much time has passed?"),
            "of": forms.ChoiceField(label="Since when?", choices=scope.events.items()),
        }

    def _some(self, scope: Scope) -> dict[str, forms.Field]:
        count = forms.IntegerField(label="How many are in?", min_value=1, max_value=1000)
        ends = scope.outcomes.get(self.of)
        if not ends:
            none = forms.MultipleChoiceField(required=False, widget=forms.MultipleHiddenInput)
            return {"count": count, "values": none}
        label = "Only those that ended so"
        values = fields.ManyOf(label=label, choices=ends.items(), required=False)
        return {"count": count, "values": values}


def subject_of(leaf: Leaf) -> str:
    """Of what a statement speaks, as `subjects` has it; nothing where it can't be said so."""
    if leaf.word in ("outcome", "answer") and isinstance(leaf.value, dict) and len(leaf.value) == 1:
        return f"{leaf.word}:{next(iter(leaf.value))}"
    if leaf.word == "some" and isinstance(leaf.value, dict):
        return f"some:{leaf.value.get('of')}"
    return leaf.word if leaf.word in ("done", "criteria", "elapsed") else ""


def _called(scope: Scope, step: str) -> str:
    """A step by its name; in a form, whichever step asks it."""
    return "this step" if step == "this" else quote(scope.steps[step])
