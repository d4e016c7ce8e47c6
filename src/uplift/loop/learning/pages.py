"""What pages of the learning thread have in common; the rooms above use it too."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate

from uplift.ground.access.gate import BoardRequest
from uplift.ground.documents import tables
from uplift.ground.documents.downloads import download, file_name
from uplift.ground.drafts.typed import Typed
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading
from uplift.ground.ui.filters.dates import when
from uplift.ground.ui.forms import Form
from uplift.ground.ui.refusal import Refusal
from uplift.loop.learning.forms.names import NamesChecked
from uplift.loop.learning.operations import NameFound

A_PAGE = 25  # rows


def demand(refusal: Refusal | None) -> None:
    """Answer with the refusal's page when there is one."""
    if refusal:
        raise refusal


def page_of(request: HttpRequest, rows: QuerySet[Any], most: int = A_PAGE) -> Page[Any]:
    """The page of a list that the address asks for; the nearest one when there's no such page."""
    return Paginator(rows, most).get_page(request.GET.get("page"))


def wanted(form: Form) -> dict[str, Any]:
    """What the filter of a list asks for; nothing while it holds an error."""
    return form.cleaned_data if form.is_valid() else {}


def form_page(
    request: BoardRequest,
    form: forms.BaseForm,
    make: Callable[[], Model | str],
    *,
    template: str = "learning/form.html",
    act: bool = True,
    **context: Any,
) -> HttpResponse:
    """A page with one form: do what it asks and go to the record that `make` returns, or draw it.

    Without `act` it is drawn in any case, as for a preview. `context` for learning/form.html:
    title, button and back (an address), and where they help caption and intro.
    """
    typed = Typed(request, form)
    sent = typed.send(lambda: _made(form, make)) if act else None
    return sent or render(request, template, {"form": form, "typed": typed, **context})


def _made(form: forms.BaseForm, make: Callable[[], Model | str]) -> Model | str:
    try:
        return make()
    except NameFound:
        if isinstance(form, NamesChecked):
            form.ask_about_names()
        raise


def exported(
    request: BoardRequest,
    kind: str,
    *,
    name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[tables.Cell]],
) -> HttpResponse:
    """A list as a file to keep, `xlsx` or `csv`; that it was taken away is recorded."""
    if kind not in ("xlsx", "csv"):
        raise Http404("No such kind of file.")
    board, now = request.reach.board, timezone.localtime()
    history.read(
        board=board,
        by=request.user,
        now=now,
        kind=Reading.Kind.EXPORT,
        subject=board,
        about=f"{name} as {kind} {request.GET.urlencode()}".strip(),
    )
    if kind == "csv":
        content, content_type = tables.csv(columns, rows), tables.CSV_TYPE
    else:
        note = f"{board.short_name}: exported by {request.user} on {when(now)}"
        content = tables.excel(columns, rows, name=name, note=note)
        content_type = tables.EXCEL_TYPE
    saved_as = file_name(board.slug, name, localdate(now).isoformat(), ending=kind)
    return download(content, name=saved_as, content_type=content_type)
