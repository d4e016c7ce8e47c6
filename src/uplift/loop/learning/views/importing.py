"""The recommendations of an inspection, brought in as findings: given, looked at, imported."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed
from uplift.ground.ui.filters.text import plural
from uplift.loop.learning import operations, policies
from uplift.loop.learning.forms import GiveRows, ImportRows
from uplift.loop.learning.pages import demand
from uplift.loop.learning.queries import words_there
from uplift.loop.learning.recommendations import Reading, checked, to_json
from uplift.loop.learning.views.loaded import inspection_of
from uplift.loop.lessons.models import Inspection


@require_http_methods(["GET", "POST"])
def give(request: BoardRequest, board: str, inspection: int) -> HttpResponse:
    """Give the text or the file, and see row by row what it would become. Nothing is written."""
    found = inspection_of(request, inspection)
    demand(policies.may_import(request.reach))
    form = GiveRows(request.POST or None, request.FILES or None)
    typed = Typed(request, form)
    context = {"inspection": found, "tab": "findings", "form": form, "typed": typed}
    if form.is_bound and form.is_valid():
        context |= _preview(found, form.cleaned_data["reading"])
    return render(request, "learning/import.html", context)


@require_POST
def take(request: BoardRequest, board: str, inspection: int) -> HttpResponse:
    """Import what the preview showed: all of it, or nothing."""
    found = inspection_of(request, inspection)
    demand(policies.may_import(request.reach))
    form = ImportRows(request.POST)
    there = reverse("learning:inspection", args=(board, found.pk))
    give_again = reverse("learning:import", args=(board, found.pk))
    sent = Typed(request, form, place=give_again).send(lambda: _take(request, found, form, there))
    if sent:
        return sent
    for errors in form.errors.values():
        messages.error(request, " ".join(str(error) for error in errors))
    return redirect(give_again)


def _preview(inspection: Inspection, reading: Reading) -> dict[str, object]:
    reading = replace(reading, rows=checked(reading.rows, words_there(inspection)))
    rows = to_json(reading.rows) if reading.sound else ""
    return {"reading": reading, "ready": ImportRows(initial={"rows": rows})}


def _take(request: BoardRequest, inspection: Inspection, form: ImportRows, there: str) -> str:
    findings = operations.import_recommendations(
        inspection=inspection,
        rows=form.cleaned_data["rows"],
        by=request.user,
        now=timezone.localtime(),
    )
    messages.success(request, f"{plural(len(findings), 'finding')} imported.")
    return there
