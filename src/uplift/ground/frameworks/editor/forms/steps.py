"""What is asked of a process, its steps, their outcomes and clocks."""

from typing import Any, ClassVar

from django import forms

from uplift.engine import drafting
from uplift.engine.drafting.blank import new_process
from uplift.engine.drafting.edits import Raw
from uplift.engine.drafting.scopes import as_list
from uplift.ground.frameworks.editor.forms.base import CheckedForm, PartForm, Span
from uplift.ground.frameworks.editor.forms.simple import PEOPLE
from uplift.ground.ui import fields

STEP_KINDS = (
    ("record", "Something is recorded"),
    ("decision", "A decision"),
    ("meeting", "A meeting"),
    ("return", "A return: agencies send something in"),
    ("notify", "A body is told"),
    ("appoint", "Somebody is appointed"),
    ("report", "A report"),
    ("publish", "A publication"),
)
DUTIES = (
    ("must", "It must be taken"),
    ("should", "It should be taken"),
    ("may", "It may be taken; a case can end without it"),
)


class ProcessForm(CheckedForm):
    """A type of review; a new one begins with its first step."""

    OFFERS: ClassVar[dict[str, str]] = {"methods": "methods", "commissioned_by": "bodies"}
    short = fields.Line(label="What is it called for short?", most=300, required=False, width=20)
    people = fields.OneOf(
        label="Whom is it for?",
        choices=(*PEOPLE, ("nobody", "It is about no one person")),
        required=False,
    )
    starts = fields.ManyOf(
        label="Which step opens a case?",
        choices=(),
        help_text="Once one of them is recorded, the others are not needed.",
    )
    methods = fields.ManyOf(label="Which methods are offered?", choices=(), required=False)
    commissioned_by = forms.ChoiceField(
        label="Which outside body commissions it?", choices=(), required=False
    )
    field_order = ("name", "short", "says", "people")

    def prepare(self) -> None:
        if self.adds:
            for name in ("starts", "methods", "commissioned_by"):
                del self.fields[name]
            return
        steps = as_list(self.book.get((*self.place, "steps")))
        first = {one["id"]: one["name"] for one in steps if not one.get("after")}
        self.offer("starts", first)
        for name in ("methods", "commissioned_by"):
            if not self.book.names((self.OFFERS[name],)):
                del self.fields[name]

    def write(self, element: Any) -> Any:
        made = super().write(element)
        if not self.adds:
            return made
        return {**new_process(made["name"], next(iter(self.book.names(("roles",))), "")), **made}


class StepForm(CheckedForm):
    """A step; a new one may say at once how it may end."""

    OFFERS: ClassVar[dict[str, str]] = {
        "by": "roles",
        "form": "forms",
        "criteria": "criteria",
        "to": "bodies",
        "notice": "notices",
    }
    kind = forms.ChoiceField(label="What is it?", choices=STEP_KINDS)
    by = forms.ChoiceField(label="Who takes it?", choices=())
    stage = forms.ChoiceField(label="In which stage?", choices=())
    duty = fields.OneOf(label="Must it be taken?", choices=DUTIES, required=False)
    event = fields.Line(
        label="What is its day called in a sentence?",
        most=300,
        required=False,
        help_text="So that a clock can say “3 weeks from …”: notification, the chair's decision.",
    )
    form = forms.ChoiceField(label="Which form is filled in?", choices=(), required=False)
    criteria = fields.ManyOf(
        label="Which criteria are answered with it?", choices=(), required=False
    )
    outcomes = fields.OnePerLine(
        label="How may it end? One outcome a line",
        required=False,
        rows=3,
        help_text="Leave this empty for a step that is simply done.",
    )
    each = forms.ChoiceField(
        label="Is it done once for each of a list?",
        choices=(),
        required=False,
        help_text="For example once for each agency named in an earlier step.",
    )
    to = forms.ChoiceField(label="Which body is told?", choices=(), required=False)
    notice = forms.ChoiceField(label="Which letter is sent?", choices=(), required=False)
    follows = forms.ChoiceField(
        label="Which earlier step recommended the outcome?",
        choices=(),
        required=False,
        help_text="Departing from that recommendation then needs reasons.",
    )
    field_order = (
        *("name", "kind", "by", "stage", "duty", "outcomes", "form", "criteria", "each"),
        *("event", "to", "notice", "follows", "says", "to_check"),
    )

    def prepare(self) -> None:
        process = self.place[:2]
        self.offer("stage", self.book.names((*process, "stages")))
        scope = self.book.scope(self.place)
        own = "" if self.adds else self.place[-1]
        lists = {key: words for key, words in scope.lists.items() if not key.startswith(f"{own}.")}
        self.offer("each", lists)
        ending = {key: scope.steps[key] for key, ends in scope.outcomes.items() if ends}
        self.offer("follows", {key: words for key, words in ending.items() if key != own})
        if not self.adds:
            del self.fields["outcomes"]
        for name in ("form", "criteria", "each", "to", "notice", "follows"):
            choices: Any = self.fields[name]
            if not [key for key, _ in choices.choices if key]:
                del self.fields[name]

    def answer(self, name: str, element: Raw) -> Any:
        value = super().answer(name, element)
        if name == "each" and isinstance(value, list):
            return value[0] if len(value) == 1 else value
        return value or {"duty": "must", "kind": "record"}.get(name)

    def put(self, made: Raw, name: str, value: Any) -> None:
        if name == "each" and len(as_list(made.get("each"))) > 1:
            return  # once for each pair of two lists: kept, the editor offers one list
        if name == "outcomes":
            ends: Raw = {}
            for words in value:
                ends[drafting.id_for(words, ends, "outcome")] = {"name": words}
            value = ends or None
        super().put(made, name, value)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("kind") == "decision" and self.adds and not cleaned.get("outcomes"):
            self.add_error("outcomes", "A decision needs outcomes: write them, one a line.")
        if cleaned.get("kind") == "notify" and not cleaned.get("to"):
            where = "to" if "to" in self.fields else "kind"
            self.add_error(
                where, "Say which body is told. Bodies are added under “Outside bodies”."
            )
        return cleaned


class OutcomeForm(CheckedForm):
    """One way in which a step may end."""

    OFFERS: ClassVar[dict[str, str]] = {"convert": "processes"}
    again = forms.BooleanField(
        label="The step stays open after it",
        required=False,
        help_text="For a panel that has met and asks for more.",
    )
    reasons = forms.BooleanField(label="It always needs reasons", required=False)
    convert = forms.ChoiceField(
        label="Does the case turn into another type of review?", choices=(), required=False
    )

    def prepare(self) -> None:
        others = self.book.names(("processes",))
        others.pop(self.place[1], None)
        self.offer("convert", others)
        if not others:
            del self.fields["convert"]


class QuorumForm(PartForm):
    """Who must be present."""

    present = fields.ManyOf(label="Which roles must be present?", choices=(), required=False)
    at_least = forms.IntegerField(
        label="How many of them?",
        required=False,
        min_value=1,
        help_text="Leave this empty if all of them must be there.",
    )
    casting = forms.ChoiceField(label="Who has the casting vote?", choices=(), required=False)
    OFFERS: ClassVar[dict[str, str]] = {"present": "roles", "casting": "roles"}

    def write(self, element: Any) -> Any:
        made = super().write(element)
        return made if made.get("present") else None


class RepeatForm(PartForm):
    """Whether a step is done again and again."""

    how = fields.OneOf(
        label="Is it done again and again?",
        choices=(
            ("once", "No, once"),
            ("needed", "As often as needed"),
            ("every", "Every so often"),
        ),
    )
    every = Span(label="How often?", required=False)
    start = forms.ChoiceField(label="Counted from when?", choices=(), required=False)

    def prepare(self) -> None:
        self.offer("start", self.book.scope(self.place).events)

    def read(self, element: Any) -> dict[str, Any]:
        if element is None:
            return {"how": "once", "every": None, "start": None}
        how = "every" if element.get("every") else "needed"
        return {"how": how, "every": element.get("every"), "start": element.get("from")}

    def write(self, element: Any) -> Any:
        given = self.cleaned_data
        if given["how"] == "once":
            return None
        kept = {key: part for key, part in (element or {}).items() if key == "until"}
        if given["how"] == "every":
            kept = {"every": given["every"], "from": given["start"], **kept}
        return kept

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("how") == "every":
            for name, sentence in (
                ("every", "Say how often, for example 1 month."),
                ("start", "Choose from when the time is counted."),
            ):
                if not self.cleaned_data.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return super().clean()
