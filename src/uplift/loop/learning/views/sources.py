"""What was learnt from one case or one inspection, drawn in the case's or inspection's layout."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading
from uplift.loop.cases.models import Case
from uplift.loop.learning import operations, policies, queries
from uplift.loop.learning.forms import FindingForm
from uplift.loop.learning.pages import demand, form_page, page_of
from uplift.loop.learning.views.loaded import case_of, inspection_of
from uplift.loop.lessons.models import Inspection


@require_safe
def of_case(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """The Findings tab of a case."""
    found = case_of(request, case)
    history.read(
        board=request.reach.board,
        by=request.user,
        now=timezone.localtime(),
        kind=Reading.Kind.PAGE,
        subject=found,
        about=f"{found.reference}, findings",
    )
    context = {
        "case": found,
        "tab": "findings",
        "page": page_of(request, queries.findings_of_case(request.reach, found)),
        "refusal": policies.may_manage(request.reach, found),
    }
    return render(request, "learning/case.html", context)


@require_http_methods(["GET", "POST"])
def add_to_case(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Add a finding of a case."""
    found = case_of(request, case)
    demand(policies.may_manage(request.reach, found))
    intro = (
        "Only those who see the case see this finding, until it is released. "
        "Write it from the start so that it names nobody."
    )
    return _add(request, found, caption=str(found), intro=intro)


@require_safe
def of_inspection(request: BoardRequest, board: str, inspection: int) -> HttpResponse:
    """The Findings tab of an inspection."""
    found = inspection_of(request, inspection)
    rows = queries.findings_of(request.reach).filter(inspection=found).order_by("number")
    context = {
        "inspection": found,
        "tab": "findings",
        "page": page_of(request, rows),
        "refusal": policies.may_manage(request.reach),
        "import_refusal": policies.may_import(request.reach),
    }
    return render(request, "learning/inspection.html", context)


@require_http_methods(["GET", "POST"])
def add_to_inspection(request: BoardRequest, board: str, inspection: int) -> HttpResponse:
    """Add a finding of an inspection."""
    found = inspection_of(request, inspection)
    demand(policies.may_manage(request.reach))
    return _add(request, found, caption=found.title)


def _add(
    request: BoardRequest, source: Case | Inspection, *, caption: str, intro: str = ""
) -> HttpResponse:
    form = FindingForm(request.POST or None, reach=request.reach)
    return form_page(
        request,
        form,
        lambda: operations.add_finding(
            source=source, by=request.user, now=timezone.localtime(), **form.answers
        ),
        title="Add a finding",
        caption=caption,
        intro=intro,
        button="Add it",
        back=request.path.removesuffix("new/"),
    )
