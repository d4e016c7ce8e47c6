"""The board's drafts: which there are, beginning one, bringing one in, throwing one away."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from uplift.engine.spec import PackErrors
from uplift.ground.access.gate import BoardRequest
from uplift.ground.documents.refused import FileRefused
from uplift.ground.drafts.typed import Typed
from uplift.ground.frameworks.editor import beginnings, operations, queries
from uplift.ground.frameworks.editor.book import Book
from uplift.ground.frameworks.editor.forms.shelf import BeginForm, BringForm
from uplift.ground.frameworks.editor.views.common import to_change
from uplift.ground.frameworks.models import Workbook


@require_safe
def listing(request: BoardRequest, board: str) -> HttpResponse:
    """The drafts of the board."""
    books = [Book(workbook) for workbook in queries.workbooks_of(request.reach)[:100]]
    return render(request, "frameworks/edit/shelf.html", {"books": books})


@require_http_methods(["GET", "POST"])
def new(request: BoardRequest, board: str) -> HttpResponse:
    """Begin a framework: from nothing, or from one that the instance knows."""
    sources = beginnings.sources(request.reach.board)
    form = BeginForm(request.POST or None, sources=sources)
    typed = Typed(request, form)

    def begun() -> str:
        given = form.answers
        source = sources[given["source"]]
        raw = beginnings.raw_of(request.reach.board, **given)
        return _begin(request, raw, source.name)

    sent = typed.send(begun)
    return sent or render(request, "frameworks/edit/new.html", {"form": form, "typed": typed})


@require_http_methods(["GET", "POST"])
def bring(request: BoardRequest, board: str) -> HttpResponse:
    """Bring in a framework from a file; what is wrong in it is said by line."""
    form = BringForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form, "errors": ()}
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            raw = beginnings.brought(request.reach.board, file.read(), file.name or "pack.yaml")
        except FileRefused as refusal:
            form.add_error("file", refusal.sentence)
        except PackErrors as errors:
            form.add_error("file", "The file isn't taken: see what is wrong in it, line by line.")
            context["errors"] = errors.errors[:200]
        else:
            return redirect(_begin(request, raw, f"the file {file.name}"[:400]))
    return render(request, "frameworks/edit/bring.html", context)


def _begin(request: BoardRequest, raw: dict[str, Any], begun_from: str) -> str:
    workbook = operations.begin(
        board=request.reach.board,
        raw=raw,
        begun_from=begun_from,
        by=request.user,
        now=timezone.now(),
    )
    return _home(workbook)


def _home(workbook: Workbook) -> str:
    return Book(workbook).url("overview")


@require_http_methods(["GET", "POST"])
def discard(request: BoardRequest, board: str, draft: int) -> HttpResponse:
    """Throw a draft away, once asked whether."""
    book = to_change(request, draft)
    if request.method == "POST":
        operations.discard(workbook=book.workbook, by=request.user, now=timezone.now())
        messages.success(request, f"“{book.workbook.name}” is thrown away.")
        return redirect("frameworks:edit_list", board=board)
    return render(request, "frameworks/edit/discard.html", {"book": book})
