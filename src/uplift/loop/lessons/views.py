"""Inspections of the board: the list, one of them, recording it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed
from uplift.loop.lessons import operations, policies, queries
from uplift.loop.lessons.forms import FIELDS, ChangeInspection, InspectionForm


@require_safe
def listing(request: BoardRequest, board: str) -> HttpResponse:
    """The board's inspections, newest first."""
    rows = Paginator(queries.inspections_of(request.reach), 25)
    context = {
        "page": rows.get_page(request.GET.get("page")),
        "refusal": policies.may_record(request.reach),
    }
    return render(request, "lessons/list.html", context)


@require_safe
def page(request: BoardRequest, board: str, inspection: int) -> HttpResponse:
    """One inspection; what it found is a page of the room above."""
    found = get_object_or_404(queries.inspections_of(request.reach), pk=inspection)
    context = {
        "inspection": found,
        "tab": "inspection",
        "refusal": policies.may_record(request.reach),
    }
    return render(request, "lessons/page.html", context)


@require_http_methods(["GET", "POST"])
def new(request: BoardRequest, board: str) -> HttpResponse:
    """Record an inspection."""
    if refusal := policies.may_record(request.reach):
        raise refusal
    form = InspectionForm(request.POST or None)
    typed = Typed(request, form)
    sent = typed.send(
        lambda: operations.record_inspection(
            board=request.reach.board, by=request.user, now=timezone.localtime(), **form.answers
        )
    )
    return sent or render(request, "lessons/form.html", {"form": form, "typed": typed})


@require_http_methods(["GET", "POST"])
def change(request: BoardRequest, board: str, inspection: int) -> HttpResponse:
    """Change what is recorded of an inspection."""
    found = get_object_or_404(queries.inspections_of(request.reach), pk=inspection)
    if refusal := policies.may_record(request.reach):
        raise refusal
    initial = {name: getattr(found, name) for name in FIELDS}
    form = ChangeInspection(request.POST or None, initial=initial)
    typed = Typed(request, form)
    sent = typed.send(
        lambda: operations.change_inspection(
            inspection=found, by=request.user, now=timezone.localtime(), **form.answers
        )
    )
    context = {"form": form, "typed": typed, "inspection": found}
    return sent or render(request, "lessons/form.html", context)
