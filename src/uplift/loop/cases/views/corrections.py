"""Setting a record right, and taking one back: what it said and what it will say, side by side."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from uplift.engine.spec import Step
from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.operations import discard
from uplift.ground.drafts.typed import Typed
from uplift.ground.ui.filters.dates import day
from uplift.ground.ui.forms import Form
from uplift.loop.cases import operations
from uplift.loop.cases.flow import Flow
from uplift.loop.cases.forms.recording import RecordForm
from uplift.loop.cases.forms.sign import ConfirmForm, SignForm
from uplift.loop.cases.models import Fact
from uplift.loop.cases.opened import Opened
from uplift.loop.cases.recording import Recording, since
from uplift.loop.cases.views.common import (
    address,
    demand,
    fact_of,
    now,
    open_case,
    page,
    sent_before,
    step_of,
)
from uplift.loop.cases.views.decisions import password_right


class Side(NamedTuple):
    """One part of the record: what it says now, and what it will say."""

    question: str
    before: str
    after: str


def _load(request: BoardRequest, reference: str, number: int) -> tuple[Recording, Flow]:
    """The record that is being set right, and what was typed so far."""
    opened = open_case(request, reference)
    fact = fact_of(opened, number)
    demand(opened.may_correct(fact))
    at = step_of(opened, fact.step)
    return Recording(opened, at.step, corrects=fact), Flow(
        request.user, address("correct", opened.case, number=number)
    )


@require_http_methods(["GET", "POST"])
def correct(request: BoardRequest, board: str, case: str, number: int) -> HttpResponse:
    """The record's questions, filled with what it says."""
    work, flow = _load(request, case, number)
    form = work.sent(request, now())
    if not form.is_bound and flow.kept_at:
        flow.fill(form)
    typed = Typed(request, form)
    if form.is_bound and form.is_valid():
        flow.take(form)
        discard(user=request.user, place=typed.place)
        return redirect(address("check_correction", work.opened.case, number=number))
    at = step_of(work.opened, work.step.id)
    return page(request, "correct", work.opened, at=at, form=form, typed=typed, fact=work.corrects)


@require_http_methods(["GET", "POST"])
def check(request: BoardRequest, board: str, case: str, number: int) -> HttpResponse:
    """Old and new side by side; then it is set right."""
    if again := sent_before(request):
        return again
    work, flow = _load(request, case, number)
    opened, whole = work.opened, work.form(flow.data)
    if not whole.is_valid():
        return redirect(address("correct", opened.case, number=number))
    signed, seen = opened.is_signed(work.step), whole.cleaned_data["version"]
    form = (SignForm if signed else ConfirmForm)(request.POST or None, initial={"version": seen})
    typed = Typed(request, form)
    right = not signed or password_right(request, form)
    sent = right and typed.send(lambda: _correct(request, work, whole, form, flow))
    return sent or page(
        request, "check_correction", opened, at=step_of(opened, work.step.id), form=form,
        typed=typed, fact=work.corrects, sides=_sides(opened, work.step, work.corrects, whole),
        since=since(opened, seen) if form.is_bound else [],
    )  # fmt: skip


def _correct(
    request: BoardRequest, work: Recording, whole: RecordForm, form: Form, flow: Flow
) -> str:
    version = form.cleaned_data["version"]
    signed = work.opened.is_signed(work.step)
    work.record(whole, request, now(), signed=signed, version=version)
    flow.drop()
    messages.success(request, "The record is set right. What it said before stays in the history.")
    return address("done", work.opened.case, step=work.step.id)


def _sides(opened: Opened, step: Step, before: Fact | None, form: RecordForm) -> list[Side]:
    after = form.fact()
    assert before is not None  # noqa: S101 - only a correction comes here
    old, new = _in_words(opened, step, before), _in_words(opened, step, after)
    return [Side(key, old.get(key, ""), new.get(key, "")) for key in {**old, **new}]


def _in_words(opened: Opened, step: Step, fact: Fact) -> dict[str, str]:
    words: dict[str, Any] = {"Date": day(fact.on)}
    if fact.outcome:
        words["Outcome"] = step.outcomes[fact.outcome].name
    return words | {one.question: one.text for one in opened.said(step, fact.values)}


@require_http_methods(["GET", "POST"])
def withdraw(request: BoardRequest, board: str, case: str, number: int) -> HttpResponse:
    """Take a record back: it stays in the history, and counts no more."""
    if again := sent_before(request):
        return again
    work, _ = _load(request, case, number)
    opened, fact = work.opened, fact_of(work.opened, number)
    signed, seen = opened.is_signed(work.step), opened.case.version
    form = (SignForm if signed else ConfirmForm)(request.POST or None, initial={"version": seen})
    typed = Typed(request, form)
    right = not signed or password_right(request, form)
    sent = right and typed.send(lambda: _withdraw(request, opened, fact, form, signed=signed))
    at = step_of(opened, work.step.id)
    return sent or page(request, "withdraw", opened, at=at, form=form, typed=typed, fact=fact)


def _withdraw(
    request: BoardRequest, opened: Opened, fact: Fact, form: Form, *, signed: bool
) -> str:
    operations.record(
        case=opened.case,
        step=fact.step,
        item=fact.item,
        on=fact.on,
        by=request.user,
        roles=opened.roles,
        now=now(),
        version=form.cleaned_data["version"],
        corrects=fact,
        void=True,
        signed=signed,
    )
    messages.success(request, "The record is withdrawn. It stays in the history.")
    return address("page", opened.case)
