"""What keeps a clause: parts of the framework and of the product, and a figure from records."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from uplift.engine import drafting
from uplift.engine.drafting.edits import Place, Raw
from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed
from uplift.ground.frameworks.editor import operations
from uplift.ground.frameworks.editor.book import Book
from uplift.ground.frameworks.editor.forms.measures import (
    FindForm,
    MeasureForm,
    WhichForm,
    figures,
)
from uplift.ground.frameworks.editor.views.common import book_of, spot, to_change

MOST = 40


@require_http_methods(["GET", "POST"])
def honour(request: BoardRequest, board: str, draft: int, place: str) -> HttpResponse:
    """What keeps the clause, and a search for more; POST adds one or takes one out."""
    book = book_of(request, draft)
    at = spot(book, place, "honour")
    if request.method == "POST":
        _turn(request, book, at, request.POST.get("name", ""))
        return redirect(book.url("honour", at))
    find = FindForm(request.GET or None)
    words = find.cleaned_data["q"].lower() if find.is_valid() else ""
    named = book.get(at) or []
    found = {
        name: says
        for name, says in book.elements.items()
        if name not in named and words in says.lower()
    }
    context = {
        "book": book,
        "at": at,
        "find": find,
        "named": {name: book.elements.get(name, f"“{name}” (which is gone)") for name in named},
        "found": dict(list(found.items())[:MOST]),
        "more": max(0, len(found) - MOST),
    }
    return render(request, "frameworks/edit/honour.html", context)


def _turn(request: BoardRequest, book: Book, at: Place, name: str) -> None:
    """Add the element to what keeps the clause, or take it out if it is there."""

    def turned(raw: Raw) -> Raw:
        kept = list(drafting.get(raw, at[:-1]).get("honoured_by") or [])
        if name in kept:
            kept.remove(name)
        elif name in book.elements:
            kept.append(name)
        return drafting.put(raw, at, kept or None)

    operations.change(
        workbook=book.workbook, place=at, edit=turned, by=request.user, now=timezone.now()
    )
    messages.success(request, "Saved.")


@require_http_methods(["GET", "POST"])
def measure(request: BoardRequest, board: str, draft: int, place: str) -> HttpResponse:
    """The figure by which a clause is judged: first which, then of what."""
    book = to_change(request, draft)
    at = spot(book, place, "measure")
    found: dict[str, Any] = book.get(at) or {}
    which = request.GET.get("which", next(iter(found), ""))
    context: dict[str, Any] = {"book": book, "at": at, "which": which}
    if which not in figures():
        form: Any = WhichForm(request.GET or None)
        return render(request, "frameworks/edit/which.html", {**context, "form": form})
    form = MeasureForm(request.POST or None, book=book, which=which, found=found.get(which))
    typed = Typed(request, form, place=request.get_full_path())
    sent = typed.send(lambda: _measured(request, book, at, form.measure))
    context |= {"form": form, "typed": typed, "says": figures()[which]}
    return sent or render(request, "frameworks/edit/measure.html", context)


def _measured(request: BoardRequest, book: Book, at: Place, measure: Raw | None) -> str:
    operations.change(
        workbook=book.workbook,
        place=at,
        edit=lambda raw: drafting.put(raw, at, measure),
        by=request.user,
        now=timezone.now(),
    )
    messages.success(request, "Saved.")
    return book.url("one", at[:-1])
