"""What one step's pages have in common: its forms, the files that come with them, its letter."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from uplift.engine.process import Advice, StepPosition, advice
from uplift.engine.process.states import State
from uplift.engine.spec import Step
from uplift.ground.access.gate import BoardRequest
from uplift.ground.frameworks.questions.boxes import KEPT
from uplift.ground.frameworks.questions.form import PREFIX
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases import operations
from uplift.loop.cases.forms.recording import RecordForm
from uplift.loop.cases.models import CaseFile, Fact
from uplift.loop.cases.opened import Opened


@dataclass(frozen=True, slots=True)
class Recording:
    """One step being recorded, or one record (`corrects`) being set right, by one person."""

    opened: Opened
    step: Step
    item: str = ""
    corrects: Fact | None = None

    def form(self, data: QueryDict | None = None, part: str = "", **more: Any) -> RecordForm:
        """The step's form, or the part of it that one page asks."""
        return RecordForm(
            data,
            opened=self.opened,
            step=self.step,
            part=part,
            item=self.item,
            corrects=self.corrects,
            **more,
        )

    def sent(self, request: BoardRequest, now: dt.datetime, part: str = "") -> RecordForm:
        """The form as it was sent, or an empty one. Files that came with it go into the case at
        once, so that they are still there when something else is wrong with the form."""
        if request.method != "POST":
            return self.form(part=part)
        if not request.FILES:
            return self.form(request.POST, part)
        form = self.form(request.POST, part, files=request.FILES)
        form.full_clean()
        data = request.POST.copy()
        for question, files in form.brought.items():
            brought = [self._bring(file, request, now) for file in files]
            name = f"{PREFIX}{question}{KEPT}"
            kept = data.getlist(name) if form.questions[question].many else []
            data.setlist(name, [*kept, *(str(one.pk) for one in brought)])
        kept_names = {f"{PREFIX}{question}" for question in form.brought}
        refused = {
            name: form.errors[name]
            for name in request.FILES
            if name in form.errors and name not in kept_names
        }
        self.opened.__dict__.pop("files", None)
        again = self.form(data, part)
        for name, sentences in refused.items():
            again.add_error(name, list(sentences))
        return again

    def _bring(self, file: Any, request: BoardRequest, now: dt.datetime) -> CaseFile:
        return operations.bring(
            case=self.opened.case, upload=file, by=request.user, now=now, step=self.step.id
        )

    def record(
        self,
        form: RecordForm,
        request: BoardRequest,
        now: dt.datetime,
        *,
        signed: bool = False,
        version: int | None = None,
    ) -> Fact:
        """Record what the form says."""
        fact = form.fact()
        return operations.record(
            case=self.opened.case,
            step=fact.step,
            item=fact.item,
            on=fact.on,
            outcome=fact.outcome,
            values=fact.values,
            corrects=self.corrects,
            by=request.user,
            roles=self.opened.roles,
            now=now,
            version=form.cleaned_data["version"] if version is None else version,
            signed=signed,
        )

    def advice(self, values: dict[str, Any], on: dt.date) -> Advice:
        """What the engine says beside these answers."""
        facts = self.opened.engine_facts
        if self.corrects:
            facts = [one for one in facts if one.id != str(self.corrects.pk)]
        given = Fact(case=self.opened.case, step=self.step.id, on=on, values=values)
        case = self.opened.case
        return advice(
            self.opened.pack, case.started_as, facts, given.as_engine(), opened=case.opened_on
        )


def refusal_of(opened: Opened, at: StepPosition) -> tuple[Refusal | None, bool]:
    """Why the step can't be recorded today; and whether it may have been done on an earlier day,
    while it was open, and can be recorded for that day."""
    refusal = opened.may_begin(at.step.id)
    seat = bool(opened.roles & opened.pack.may_enter(at.step))
    return refusal, refusal is None or (seat and at.state is State.NOT_NEEDED)


def since(opened: Opened, version: int) -> list[Fact]:
    """What was recorded in the case after a page of that version had been opened."""
    newer = opened.case.version - version
    return opened.facts[-newer:] if newer > 0 else []
