"""Recording a step: one page for every step that needs no signature; what was recorded of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from uplift.engine.process import StepPosition
from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed
from uplift.loop.cases.forms.recording import RecordForm
from uplift.loop.cases.letters import letter_of
from uplift.loop.cases.opened import Opened
from uplift.loop.cases.recording import Recording, refusal_of, since
from uplift.loop.cases.views import decisions
from uplift.loop.cases.views.common import address, note, now, open_case, page, sent_before, step_of


@require_http_methods(["GET", "POST"])
def step(request: BoardRequest, board: str, case: str, step: str) -> HttpResponse:
    """Record a step, or read why that can't be done now."""
    if again := sent_before(request):
        return again
    opened = open_case(request, case)
    at = step_of(opened, step)
    publication = opened.case.type.publication
    if publication and step in publication.kept_apart:
        return redirect("publishing:case", board, case)
    note(request, opened, at.step.name)
    refusal, possible = refusal_of(opened, at)
    if not possible:
        return page(request, "step_refused", opened, at=at, refusal=refusal)
    if opened.is_signed(at.step):
        return decisions.first(request, opened, at)
    work = Recording(opened, at.step)
    form = work.sent(request, now())
    typed = Typed(request, form)
    sent = typed.send(lambda: _record(request, work, form))
    return sent or page(
        request, "step", opened, typed=typed, **step_context(opened, at, form, request)
    )


def _record(request: BoardRequest, work: Recording, form: RecordForm) -> str:
    fact = work.record(form, request, now())
    messages.success(request, f"“{work.step.name}” is recorded.")
    again = work.step.kind == "notify" and fact.item
    return (
        address("step", work.opened.case, step=fact.step)
        if again
        else address("page", work.opened.case)
    )


def step_context(
    opened: Opened, at: StepPosition, form: RecordForm, request: BoardRequest
) -> dict[str, Any]:
    """What every page that asks a step's questions shows beside them."""
    refusal, _ = refusal_of(opened, at)
    seen = form["version"].value() if form.is_bound else opened.case.version
    return {
        "at": at,
        "form": form,
        "refusal": refusal,
        "letter": letter_of(opened, at.step, request.user),
        "since": since(opened, int(seen) if str(seen).isdigit() else 0),
    }


@require_safe
def done(request: BoardRequest, board: str, case: str, step: str) -> HttpResponse:
    """What was recorded of one step, with what it corrected."""
    opened = open_case(request, case)
    at = step_of(opened, step)
    records = opened.records(step)
    if not records:
        return redirect(address("step", opened.case, step=step))
    note(request, opened, at.step.name)
    earlier = {fact.pk: fact for fact in opened.facts}
    return page(request, "done", opened, at=at, records=records, earlier=earlier)
