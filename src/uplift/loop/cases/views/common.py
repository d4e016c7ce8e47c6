"""What the pages of one case share."""

import datetime as dt
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from uplift.engine.process import StepPosition
from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts import queries
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case, Fact
from uplift.loop.cases.opened import Opened
from uplift.loop.cases.queries import cases_of


def now() -> dt.datetime:
    """This moment on the clock in London: its date is the day of a record."""
    return timezone.localtime()


def open_case(request: BoardRequest, reference: str) -> Opened:
    """The board's case of that reference as this person has it; else 404."""
    cases = cases_of(request.reach).select_related("edition", "board")
    return Opened(get_object_or_404(cases, reference=reference), request.reach)


def sent_before(request: BoardRequest) -> HttpResponse | None:
    """A form that was sent twice leads to where the first sending led."""
    key = request.POST.get("submission", "") if request.method == "POST" else ""
    outcome = queries.sent_before(request.user, key[:64])
    return redirect(outcome) if outcome else None


def step_of(opened: Opened, step: str) -> StepPosition:
    """Where the step stands; 404 when the case has no such step."""
    found = opened.at(step)
    if found is None:
        raise Http404("This case has no such step.")
    return found


def fact_of(opened: Opened, number: int) -> Fact:
    """A record that stands in the case; else 404."""
    found = next((fact for fact in opened.standing if fact.pk == number), None)
    if found is None:
        raise Http404("This case has no such record.")
    return found


def demand(refusal: Refusal | None) -> None:
    """Stop here where there is a refusal."""
    if refusal:
        raise refusal


def note(
    request: BoardRequest, opened: Opened, what: str, kind: Reading.Kind = Reading.Kind.PAGE
) -> None:
    """Record that this person read, or took away, something of the case."""
    history.read(
        board=request.reach.board,
        by=request.user,
        now=now(),
        kind=kind,
        subject=opened.case,
        about=f"{opened.case.reference}, {what}",
    )


def page(
    request: BoardRequest, template: str, opened: Opened, tab: str = "", **more: Any
) -> HttpResponse:
    """A page in the case's layout."""
    context = {"case": opened.case, "opened": opened, "tab": tab, **more}
    return render(request, f"cases/{template}.html", context)


def address(name: str, case: Case, **more: Any) -> str:
    """The address of one of the case's pages."""
    return reverse(
        f"cases:{name}", kwargs={"board": case.board.slug, "case": case.reference, **more}
    )
