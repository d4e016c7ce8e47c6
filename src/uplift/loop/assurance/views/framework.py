"""The board's framework, clause by clause."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.frameworks.models import Adoption
from uplift.loop.assurance import operations, policies, queries
from uplift.loop.assurance.adoptions import adoption_before, adoption_on
from uplift.loop.assurance.forms import ClauseFilter
from uplift.loop.assurance.models import ClauseStatus
from uplift.loop.assurance.sheet import chapters
from uplift.loop.learning.pages import demand, exported, page_of

A_PAGE = 250  # clauses, as many as most documents have


def adoption_of(request: BoardRequest) -> Adoption:
    """What the board works by today; 404 before it has adopted anything."""
    adoption = adoption_on(request.reach.board, request.reach.today)
    if adoption is None:
        raise Http404("The board hasn't adopted a framework yet.")
    return adoption


@require_safe
def framework(request: BoardRequest, board: str) -> HttpResponse:
    """Every clause of the edition in force with its live status."""
    reach = request.reach
    adoption = adoption_on(reach.board, reach.today)
    if adoption is None:
        return render(request, "assurance/none.html")
    filters = ClauseFilter(request.GET)
    rows, filtered = _wanted(request, filters)
    page = page_of(request, rows, A_PAGE)
    context = {
        "adoption": adoption,
        "edition": adoption.edition,
        "filters": filters,
        "filtered": filtered,
        "page": page,
        "chapters": chapters(adoption.edition.pack, page.object_list),
        "counted": page.object_list[0].counted_at if page.object_list else None,
        "count_refusal": policies.may_count(reach),
    }
    return render(request, "assurance/framework.html", context | _beside(request, adoption))


def _wanted(request: BoardRequest, form: ClauseFilter) -> tuple[QuerySet[ClauseStatus], bool]:
    chosen = {k: v for k, v in form.cleaned_data.items() if v} if form.is_valid() else {}
    return queries.statuses(request.reach).filter(**chosen), bool(chosen)


def _beside(request: BoardRequest, adoption: Adoption) -> dict[str, Any]:
    """What the page tells beside the clauses: how they stand, who accepted, what is to check."""
    accepted = [one.accepted for one in queries.agencies_of(request.reach, adoption)]
    asked = queries.asked(request.reach, adoption)
    return {
        "summary": queries.summary(request.reach),
        "agencies": len(accepted),
        "accepted": sum(accepted),
        "to_check": len(asked),
        "unchecked": sum(1 for one in asked if one.answer is None),
        "before": adoption_before(adoption),
    }


@require_safe
def export(request: BoardRequest, board: str, kind: str) -> HttpResponse:
    """The same clauses, whole, as a file."""
    adoption = adoption_of(request)
    statuses, _ = _wanted(request, ClauseFilter(request.GET))
    clauses = {clause.id: clause for clause in adoption.edition.pack.clauses}
    rows = (
        (
            one.clause,
            clauses[one.clause].where,
            clauses[one.clause].says,
            one.get_kind_display(),
            one.get_state_display(),
            one.says,
            one.due,
        )
        for one in statuses
        if one.clause in clauses
    )
    columns = ("Clause", "Where", "What it says", "Honoured by", "Status", "Why", "Due")
    return exported(request, kind, name="clauses", columns=columns, rows=rows)


@require_POST
def count(request: BoardRequest, board: str) -> HttpResponse:
    """Count anew how every clause stands."""
    demand(policies.may_count(request.reach))
    operations.count(board=request.reach.board, now=timezone.now())
    messages.success(request, "Counted anew.")
    return redirect("assurance:framework", board)
