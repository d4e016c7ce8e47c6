"""The list of the board's cases."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading
from uplift.loop.cases import listing, policies
from uplift.loop.cases.exports import give_table
from uplift.loop.cases.queries import joint_cases
from uplift.loop.cases.views.common import demand, now

A_PAGE = 25


def _wanted(request: BoardRequest) -> tuple[listing.FilterForm, dict[str, Any]]:
    form = listing.FilterForm(request.GET or None, types=listing.types_of(request.reach))
    return form, form.cleaned_data if form.is_valid() else {}


@require_safe
def cases(request: BoardRequest, board: str) -> HttpResponse:
    """The cases this person sees, a page at a time."""
    form, wanted = _wanted(request)
    if wanted.get("q"):
        _record_search(request, wanted["q"])
    found = listing.found(request.reach, wanted, request.GET.get("sort", ""))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "page": page,
        "rows": listing.rows(page.object_list, request.reach.today),
        "joint": joint_cases(request.reach).count(),
        "may_open": policies.may(request.reach, None, "open_case"),
        "may_export": policies.may(request.reach, None, "export"),
    }
    return render(request, "cases/list.html", context)


def _record_search(request: BoardRequest, words: str) -> None:
    history.read(
        board=request.reach.board,
        by=request.user,
        now=now(),
        kind=Reading.Kind.SEARCH,
        subject=request.reach.board,
        about=f"cases: {words}",
    )


@require_safe
def export(request: BoardRequest, board: str, kind: str) -> HttpResponse:
    """The filtered list as Excel or CSV."""
    demand(policies.may(request.reach, None, "export"))
    _, wanted = _wanted(request)
    found = listing.found(request.reach, wanted, request.GET.get("sort", ""))
    return give_table(
        request,
        kind,
        name="Cases",
        subject=request.reach.board,
        columns=listing.COLUMNS,
        rows=[listing.cells(row) for row in listing.rows(found[:], request.reach.today)],
    )
