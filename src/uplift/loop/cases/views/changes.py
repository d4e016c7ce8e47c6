"""Pausing a case, ending the pause, saying why something is late."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.forms import VersionForm
from uplift.ground.drafts.typed import Typed
from uplift.loop.cases import operations
from uplift.loop.cases.forms.changes import LateForm, PauseForm, ResumeForm
from uplift.loop.cases.opened import Opened
from uplift.loop.cases.views.common import (
    address,
    demand,
    now,
    open_case,
    page,
    sent_before,
    step_of,
)


def _change(
    request: BoardRequest,
    opened: Opened,
    form: VersionForm,
    do: Callable[..., Any],
    *,
    title: str,
    told: str,
    button: str,
    intro: str = "",
) -> HttpResponse:
    """A page with one form; once it is done, back to the case."""

    def make() -> str:
        do(case=opened.case, by=request.user, roles=opened.roles, now=now(), **form.answers)
        messages.success(request, told)
        return address("page", opened.case)

    typed = Typed(request, form)
    sent = sent_before(request) or typed.send(make)
    return sent or page(
        request,
        "form",
        opened,
        form=form,
        typed=typed,
        heading=title,
        button=button,
        intro=intro,
    )


@require_http_methods(["GET", "POST"])
def pause(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Stop the clocks that may be stopped."""
    opened = open_case(request, case)
    demand(opened.may("pause"))
    return _change(
        request,
        opened,
        PauseForm(request.POST or None, opened=opened),
        operations.pause,
        title="Pause this case",
        told="The case is paused.",
        button="Pause it",
        intro="Clocks that the framework lets pause stand still until the pause ends.",
    )


@require_http_methods(["GET", "POST"])
def resume(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Let the clocks run again."""
    opened = open_case(request, case)
    demand(opened.may("pause"))
    form = ResumeForm(request.POST or None, opened=opened)
    return _change(
        request,
        opened,
        form,
        operations.resume,
        title="End the pause",
        told="The pause has ended.",
        button="End it",
    )


@require_http_methods(["GET", "POST"])
def late(request: BoardRequest, board: str, case: str, step: str) -> HttpResponse:
    """Give the reason for a delay."""
    opened = open_case(request, case)
    at = step_of(opened, step)

    def do(**given: Any) -> None:
        operations.give_late_reason(step=step, **given)

    return _change(
        request,
        opened,
        LateForm(request.POST or None, opened=opened),
        do,
        title=f"Why is it late: {at.step.name}",
        told="The reason is recorded.",
        button="Give the reason",
        intro=f"{at.explanation[:1].upper()}{at.explanation[1:]}." if at.explanation else "",
    )
