"""The one form for every step of every framework."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS

from uplift.engine import answers, process
from uplift.engine.process.facts import LATE_REASON
from uplift.engine.process.filled import CAST_BY, PRESENT, REASONS
from uplift.engine.spec import Kind, Step
from uplift.engine.text import quote, say_list
from uplift.ground.frameworks.questions import QuestionForm
from uplift.ground.frameworks.questions.form import PREFIX
from uplift.ground.ui import fields
from uplift.ground.ui.filters.dates import day
from uplift.ground.ui.forms import speak_plainly
from uplift.loop.cases.models import Fact
from uplift.loop.cases.opened import Opened
from uplift.loop.cases.operations.recording import refusals

WHEN = {
    Kind.RECORD: "When was this done?",
    Kind.DECISION: "When was it decided?",
    Kind.NOTIFY: "When was it sent?",
    Kind.APPOINT: "When were they appointed?",
    Kind.RETURN: "When was it given?",
    Kind.REPORT: "When was it finished?",
    Kind.PUBLISH: "When was it published?",
    Kind.MEETING: "When did it take place?",
}


class RecordForm(QuestionForm):
    """Records a step, or sets a record of it right (`corrects`).

    `part` names what is asked of a decision that takes several pages: its `criteria` first, then
    the `decision`; everything otherwise. `item` is given where the step is done for one agency.
    After `is_valid`, `fact()` is what will be recorded: the engine has nothing against it.
    """

    def __init__(
        self,
        *args: Any,
        opened: Opened,
        step: Step,
        part: str = "",
        item: str = "",
        corrects: Fact | None = None,
        **kwargs: Any,
    ) -> None:
        self.opened, self.step, self.part, self.corrects = opened, step, part, corrects
        self.item = corrects.item if corrects else item
        values = dict(corrects.values) if corrects else {}
        initial = {"version": opened.case.version, **self._before(values)}
        asked = opened.pack.questions(step)
        criteria = {q for name in step.criteria for q in opened.pack.criteria[name].ask}
        wanted = {n: q for n, q in asked.items() if not q.identity and self._here(n, criteria)}
        super().__init__(
            *args,
            questions=wanted,
            today=opened.reach.today,
            offered=opened.choices(),
            values=values,
            outcomes=step.outcomes,
            initial=initial | kwargs.pop("initial", {}),
            **kwargs,
        )
        self.criteria = tuple(one for one in self.asked if one.question.id in criteria)
        self.others = tuple(one for one in self.asked if one.question.id not in criteria)
        if part != "decision":
            self._add_when_and_who()
        if part != "criteria":
            self._add_outcome(reasons=REASONS not in asked)
        self.order_fields(self._drawn())
        speak_plainly(self)

    def _drawn(self) -> list[str]:
        """The fields that stand on the page before the other questions."""
        criteria = [name for one in self.criteria for name in one.names]
        return ["on", "item", PRESENT, CAST_BY, *criteria, "outcome"]

    def _here(self, question: str, criteria: Collection[str]) -> bool:
        """Whether the question is asked on this page."""
        return not self.part or (self.part == "criteria") == (question in criteria)

    def _before(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """What stood in the fields that every step has."""
        if self.corrects is None:
            return {"on": self.opened.reach.today}
        besides = (REASONS, LATE_REASON, PRESENT, CAST_BY)
        kept = {name: values[name] for name in besides if name in values}
        return {"on": self.corrects.on, "outcome": self.corrects.outcome, **kept}

    def _add_when_and_who(self) -> None:
        self.fields["on"] = fields.DateField(
            label=WHEN[self.step.kind], help_text="Today, unless you change it."
        )
        if self.step.each and not self.item:
            self.fields["item"] = fields.OneOf(label="Who is it from?", choices=self._items())
        if needs := self.step.needs:
            roles = self.opened.pack.roles
            present = [(role, roles[role].name) for role in needs.present]
            extra = needs.casting if needs.casting and needs.casting not in needs.present else ""
            present += [(extra, roles[extra].name)] if extra else []
            self.fields[PRESENT] = fields.ManyOf(
                label="Who was there?", choices=present, required=False
            )
            if needs.casting:
                self.fields[CAST_BY] = forms.BooleanField(
                    label=f"The {roles[needs.casting].name} gave the casting vote",
                    required=False,
                )

    def _items(self) -> list[tuple[str, str]]:
        here = self.opened.at(self.step.id)
        waiting = [one.item for one in here.items if one.done_on is None] if here else []
        return [(item, self.opened.item_name(item)) for item in waiting]

    def _add_outcome(self, *, reasons: bool) -> None:
        if results := self.step.outcomes:
            self.fields["outcome"] = fields.OneOf(
                label="What is the outcome?",
                choices=[(one.id, one.name) for one in results.values()],
                hints={one.id: one.says for one in results.values() if one.says},
            )
        why = self._reasons_needed()
        if reasons and (why or (self.corrects and REASONS in self.corrects.values)):
            self.fields[REASONS] = fields.Paragraphs(
                label="Reasons", required=False, rows=4, help_text=why
            )
        here = self.opened.at(self.step.id)
        late = here and here.due and here.reason_needed and not here.reason_given
        if late or (self.corrects and LATE_REASON in self.corrects.values):
            due = f"This was due on {day(here.due)}. " if here and here.due else ""
            self.fields[LATE_REASON] = fields.Paragraphs(
                label="Why is it late?",
                required=False,
                rows=4,
                help_text=f"{due}Needed if it was done after that day.",
            )

    def _reasons_needed(self) -> str:
        """When the step's outcome needs reasons, in words; empty when it never does."""
        results = self.step.outcomes.values()
        always = [quote(one.name) for one in results if one.reasons]
        said = [f"Needed for {say_list(always, 'or')}."] if always else []
        if self.step.follows or any(one.when for one in results):
            said.append("Needed when you depart from the advice or from a recommendation.")
        return " ".join(said)

    def clean(self) -> dict[str, Any]:
        """Ask the engine whether it can be recorded so; its sentences go where they belong."""
        cleaned = super().clean()
        if not self.errors:
            self.cleaned_data = cleaned
            for refused in self._refused():
                if self.part != "criteria" or refused.field == "on":  # the rest isn't asked yet
                    self.add_error(self._field(refused.field), refused.sentence)
        return cleaned

    def _refused(self) -> tuple[process.Refused, ...]:
        if "on" not in self.fields:
            return ()  # the day was asked on an earlier page; the last page asks the engine
        return refusals(
            self.opened.case,
            self.fact().as_engine(),
            roles=self.opened.roles,
            today=self.opened.reach.today,
        )

    def _field(self, name: str | None) -> str | None:
        """The form's field for the engine's name of it; none: the top of the form."""
        for known in (f"{PREFIX}{name}", name):
            if known in self.fields:
                return known
        return NON_FIELD_ERRORS

    @property
    def on(self) -> dt.date:
        """The day given."""
        given: dt.date = self.cleaned_data["on"]
        return given

    @property
    def recorded_values(self) -> dict[str, Any]:
        """Everything that is kept of the record besides its day and outcome."""
        besides = {name: self.cleaned_data.get(name) for name in (REASONS, LATE_REASON, PRESENT)}
        if self.cleaned_data.get(CAST_BY) and self.step.needs:
            besides[CAST_BY] = self.step.needs.casting
        return self.answers_given | {
            name: value for name, value in besides.items() if not answers.is_blank(value)
        }

    def fact(self) -> Fact:
        """The record as it will be made, not saved."""
        return Fact(
            case=self.opened.case,
            step=self.step.id,
            item=self.item or self.cleaned_data.get("item") or "",
            on=self.on,
            outcome=self.cleaned_data.get("outcome") or "",
            values=self.recorded_values,
            corrects=self.corrects,
        )
