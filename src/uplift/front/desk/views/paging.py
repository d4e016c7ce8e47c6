"""What the desk's lists have in common: pages and exports."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from uplift.ground.access.gate import BoardRequest
from uplift.ground.documents import tables
from uplift.ground.documents.downloads import download, file_name
from uplift.ground.documents.tables import Cell
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading
from uplift.ground.ui.filters.dates import when
from uplift.ground.ui.forms import Form

A_PAGE = 25


def page_of(request: HttpRequest, rows: Any) -> Page[Any]:
    """The page of the list that the address asks for; the nearest one there is otherwise."""
    return Paginator(rows, A_PAGE).get_page(request.GET.get("page"))


def chosen(form: Form) -> dict[str, Any]:
    """The filters in force: those that are filled in, and none of a form with a wrong one."""
    return {k: v for k, v in form.cleaned_data.items() if v} if form.is_valid() else {}


def exported(
    request: BoardRequest,
    name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Cell]],
) -> HttpResponse:
    """The list as Excel, or as CSV for `?as=csv`; that it was taken away is recorded."""
    now, board = timezone.now(), request.reach.board
    history.read(
        board=board, by=request.user, now=now, kind=Reading.Kind.EXPORT, subject="desk", about=name
    )
    if request.GET.get("as") == "csv":
        content, kind, ending = tables.csv(columns, rows), tables.CSV_TYPE, "csv"
    else:
        note = f"{board.name}. Exported by {request.user} on {when(now)}."
        content = tables.excel(columns, rows, name=name, note=note)
        kind, ending = tables.EXCEL_TYPE, "xlsx"
    return download(content, name=file_name(board.slug, name, ending=ending), content_type=kind)
