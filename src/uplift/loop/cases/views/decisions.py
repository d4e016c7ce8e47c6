"""Taking a decision: the criteria, the decision beside the engine's advice, then the signature."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from uplift.engine.process import StepPosition
from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.operations import discard
from uplift.ground.drafts.typed import Typed
from uplift.ground.identity.signature import confirm_signature
from uplift.ground.ui.forms import Form, refuse
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.flow import Flow
from uplift.loop.cases.forms.recording import RecordForm
from uplift.loop.cases.forms.sign import SignForm
from uplift.loop.cases.opened import Opened
from uplift.loop.cases.recording import Recording, refusal_of, since
from uplift.loop.cases.views.common import (
    address,
    demand,
    note,
    now,
    open_case,
    page,
    sent_before,
    step_of,
)


def flow_of(request: BoardRequest, opened: Opened, step: str) -> Flow:
    """What this person has answered so far of the decision."""
    return Flow(request.user, address("step", opened.case, step=step))


def first(request: BoardRequest, opened: Opened, at: StepPosition) -> HttpResponse:
    """The criteria, where the decision has any; else the decision itself."""
    return _ask(request, opened, at, "criteria" if at.step.criteria else "")


@require_http_methods(["GET", "POST"])
def decide(request: BoardRequest, board: str, case: str, step: str) -> HttpResponse:
    """The decision, with what the engine makes of the criteria beside it."""
    opened = open_case(request, case)
    at = step_of(opened, step)
    demand(_refusal(opened, at))
    if (
        not at.step.criteria
        or not Recording(opened, at.step)
        .form(flow_of(request, opened, step).data, "criteria")
        .is_valid()
    ):
        return redirect(address("step", opened.case, step=step))
    note(request, opened, at.step.name)
    return _ask(request, opened, at, "decision")


def _refusal(opened: Opened, at: StepPosition) -> Refusal | None:
    refusal, possible = refusal_of(opened, at)
    return None if possible else refusal


def _ask(request: BoardRequest, opened: Opened, at: StepPosition, part: str) -> HttpResponse:
    """One page of the decision's questions; on to the next when they are answered."""
    work, flow = Recording(opened, at.step), flow_of(request, opened, at.step.id)
    form = work.sent(request, now(), part)
    if not form.is_bound:
        flow.fill(form)
    typed = Typed(request, form)
    if form.is_bound and form.is_valid():
        flow.take(form)
        discard(user=request.user, place=typed.place)
        if part == "criteria" or _whole(work, flow, form):
            onward = "decide" if part == "criteria" else "check"
            return redirect(address(onward, opened.case, step=at.step.id))
    more = _beside(work, flow) if part == "decision" else {}
    return page(
        request, "decision", opened, at=at, form=form, typed=typed, part=part,
        refusal=opened.may_begin(at.step.id), since=[], **more,
    )  # fmt: skip


def _whole(work: Recording, flow: Flow, form: RecordForm) -> bool:
    """Whether all pages together can be recorded; what can't is said on this page."""
    whole = work.form(flow.data)
    for name, sentences in whole.errors.items():
        form.add_error(name if name in form.fields else None, list(sentences))
    return whole.is_valid()


def _beside(work: Recording, flow: Flow) -> dict[str, Any]:
    """The criteria's answers and what the engine makes of them."""
    asked = work.form(flow.data, "criteria")
    if not asked.is_valid():
        return {}
    values = asked.recorded_values
    return {"advice": work.advice(values, asked.on), "said": work.opened.said(work.step, values)}


@require_http_methods(["GET", "POST"])
def check(request: BoardRequest, board: str, case: str, step: str) -> HttpResponse:
    """Everything once more, the advice beside it; then the password signs it."""
    if again := sent_before(request):
        return again
    opened = open_case(request, case)
    at = step_of(opened, step)
    demand(_refusal(opened, at))
    work, flow = Recording(opened, at.step), flow_of(request, opened, step)
    whole = work.form(flow.data)
    if not whole.is_valid():
        return redirect(address("step", opened.case, step=step))
    seen = whole.cleaned_data["version"]
    form = SignForm(request.POST or None, initial={"version": seen})
    typed = Typed(request, form)
    sent = password_right(request, form) and typed.send(
        lambda: _decide(request, work, whole, form, flow)
    )
    if sent:
        return sent
    values = whole.recorded_values
    return page(
        request, "check", opened, at=at, form=form, typed=typed, whole=whole,
        advice=work.advice(values, whole.on), said=opened.said(at.step, values),
        since=since(opened, seen) if form.is_bound else [],
    )  # fmt: skip


def password_right(request: BoardRequest, form: Form) -> bool:
    """Whether the password is right; asked outside the transaction, so that wrong ones count."""
    if not (form.is_bound and form.is_valid()):
        return False
    try:
        confirm_signature(user=request.user, password=form.cleaned_data["password"], now=now())
    except Refusal as refusal:
        refuse(form, refusal)
        return False
    return True


def _decide(
    request: BoardRequest, work: Recording, whole: RecordForm, form: SignForm, flow: Flow
) -> str:
    work.record(whole, request, now(), signed=True, version=form.cleaned_data["version"])
    flow.drop()
    messages.success(request, f"“{work.step.name}” is decided and signed.")
    return address("page", work.opened.case)
