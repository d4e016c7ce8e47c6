"""By when a step is due: its limits, and one of them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from uplift.engine import drafting
from uplift.engine.drafting import limits
from uplift.engine.drafting.edits import Place, Raw
from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed
from uplift.ground.frameworks.editor import operations, rows
from uplift.ground.frameworks.editor.book import Book
from uplift.ground.frameworks.editor.forms.clocks import LimitForm
from uplift.ground.frameworks.editor.views.common import book_of, spot, to_change


@require_http_methods(["GET", "POST"])
def due(request: BoardRequest, board: str, draft: int, place: str) -> HttpResponse:
    """The limits of a step, of which the earliest counts; POST takes one out."""
    book = book_of(request, draft)
    at = spot(book, place, "due")
    found = limits.read(book.get(at))
    if request.method == "POST":
        number = _number(request.POST.get("limit", ""), found)
        _save(request, book, at, number, None)
        return redirect(book.url("due", at))
    scope = book.scope(at)
    context = {
        "book": book,
        "at": at,
        "limits": [limits.say(one, scope) for one in found],
        "wrong": [one for one in rows.faults(book) if one.url == book.url("due", at)],
    }
    return render(request, "frameworks/edit/due.html", context)


@require_http_methods(["GET", "POST"])
def limit(request: BoardRequest, board: str, draft: int, place: str) -> HttpResponse:
    """One limit, added or in place of another."""
    book = to_change(request, draft)
    at = spot(book, place, "due")
    found, given = limits.read(book.get(at)), request.GET.get("limit")
    number = len(found) if given is None else _number(given, found)
    form = LimitForm(
        request.POST or None,
        scope=book.scope(at),
        roles=book.names(("roles",)),
        limit=found[number] if number < len(found) else None,
    )
    typed = Typed(request, form, place=request.get_full_path())
    sent = typed.send(lambda: _save(request, book, at, number, form.limit))
    context = {"book": book, "at": at, "form": form, "typed": typed}
    return sent or render(request, "frameworks/edit/limit.html", context)


def _number(text: str, found: tuple[Any, ...]) -> int:
    if not text.isdigit() or int(text) >= len(found):
        raise Http404("There is no such limit.")
    return int(text)


def _save(request: BoardRequest, book: Book, at: Place, number: int, new: Raw | None) -> str:
    def changed(raw: Raw) -> Raw:
        kept = list(limits.read(drafting.get(raw, at[:-1]).get("due")))
        kept[number : number + 1] = [new] if new else []
        return drafting.put(raw, at, limits.write(tuple(kept)))

    operations.change(
        workbook=book.workbook, place=at, edit=changed, by=request.user, now=timezone.now()
    )
    messages.success(request, "Saved.")
    return book.url("due", at)
