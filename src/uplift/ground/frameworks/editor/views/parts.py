"""The parts of a framework: the overview, lists, one part, adding, removing, moving."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from uplift.engine import drafting
from uplift.engine.drafting.edits import Place
from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed
from uplift.ground.frameworks.editor import operations, rows
from uplift.ground.frameworks.editor.book import Book
from uplift.ground.frameworks.editor.forms.base import PartForm
from uplift.ground.frameworks.editor.forms.kinds import form_of
from uplift.ground.frameworks.editor.layout import ABOUT, KINDS, TOP, key_of, page_of
from uplift.ground.frameworks.editor.views.common import book_of, spot, to_change


@require_safe
def overview(request: BoardRequest, board: str, draft: int) -> HttpResponse:
    """What is in the framework, what is still wrong with it, and what to do next."""
    book = book_of(request, draft)
    context = {"book": book, "parts": rows.overview(book, TOP), "faults": rows.faults(book)}
    return render(request, "frameworks/edit/overview.html", context)


@require_safe
def listing(request: BoardRequest, board: str, draft: int, place: str) -> HttpResponse:
    """The elements of one collection."""
    book = book_of(request, draft)
    at = spot(book, place, "parts")
    kind = KINDS[key_of(at)]
    context = {"book": book, "at": at, "kind": kind, "rows": rows.of_collection(book, at)}
    return render(request, "frameworks/edit/list.html", context)


@require_http_methods(["GET", "POST"])
def one(request: BoardRequest, board: str, draft: int, place: str) -> HttpResponse:
    """One element or part: its own answers, and the parts that have pages of their own."""
    book = book_of(request, draft)
    at = spot(book, place, "one")
    form = _form(book, () if at == (ABOUT,) else at, at, request)
    typed = Typed(request, form)
    sent = typed.send(lambda: _saved(request, book, form, at))
    context = {
        "book": book,
        "at": at,
        "form": form,
        "typed": typed,
        "parts": rows.of_element(book, at),
        "title": book.title(at),
        "wrong": [fault for fault in rows.faults(book) if fault.url == book.url("one", at)],
    }
    return sent or render(request, "frameworks/edit/one.html", context)


@require_http_methods(["GET", "POST"])
def add(request: BoardRequest, board: str, draft: int, place: str) -> HttpResponse:
    """Add an element to a collection."""
    book = to_change(request, draft)
    at = spot(book, place, "parts")
    form = _form(book, at, at, request)
    typed = Typed(request, form)
    sent = typed.send(lambda: _saved(request, book, form, at))
    context = {"book": book, "at": at, "form": form, "typed": typed, "kind": KINDS[key_of(at)]}
    return sent or render(request, "frameworks/edit/add.html", context)


def _form(book: Book, place: Place, at: Place, request: BoardRequest) -> PartForm:
    made = form_of(at)
    if made is None:
        raise Http404("Nothing is asked here.")
    return made(request.POST or None, book=book, place=place)


def _saved(request: BoardRequest, book: Book, form: PartForm, at: Place) -> str:
    """Save what was answered; where to go next."""
    given = form.answers
    seen = given.pop("version")
    new = form.at
    operations.change(
        workbook=book.workbook,
        place=form.place,
        edit=form.edit,
        seen=None if form.adds else seen,
        typed=given,
        read=form.read,
        by=request.user,
        now=timezone.now(),
    )
    messages.success(request, "Saved.")
    if form.adds:
        again = request.POST.get("then") == "save and add another"
        return book.url("add", at) if again else _next(book, new)
    return book.url("overview") if at == (ABOUT,) else _next(book, at)


def _next(book: Book, at: Place) -> str:
    """After an element with parts its own page, else the list it stands in."""
    key = key_of(at)
    if key in KINDS and KINDS[key].parts:
        return book.url("one", at)
    around = at[:-1]
    return book.url(page_of(around), around)


@require_http_methods(["GET", "POST"])
def remove(request: BoardRequest, board: str, draft: int, place: str) -> HttpResponse:
    """Take an element out, once the person has seen what still needs it."""
    book = to_change(request, draft)
    at = spot(book, place, "one")
    if key_of(at) not in KINDS:
        raise Http404("This can't be taken out by itself.")
    around = book.url("parts", at[:-1])
    if request.method == "POST":
        title = book.title(at)
        operations.change(
            workbook=book.workbook,
            place=at,
            edit=lambda raw: drafting.remove(raw, at),
            by=request.user,
            now=timezone.now(),
        )
        messages.success(request, f"“{title}” is taken out.")
        return redirect(around)
    used = rows.told(book, drafting.used_by(book.raw, at))
    context = {
        "book": book,
        "at": at,
        "used": used,
        "around": around,
        "title": book.title(at),
        "fits": book.examined.pack is not None,
    }
    return render(request, "frameworks/edit/remove.html", context)


@require_POST
def move(request: BoardRequest, board: str, draft: int, place: str) -> HttpResponse:
    """Move an element one place up or down."""
    book = to_change(request, draft)
    at = spot(book, place, "one")
    by = -1 if request.POST.get("to") == "up" else 1
    operations.change(
        workbook=book.workbook,
        place=at,
        edit=lambda raw: drafting.move(raw, at, by),
        by=request.user,
        now=timezone.now(),
    )
    return redirect(f"{book.url('parts', at[:-1])}#at-{at[-1]}")
