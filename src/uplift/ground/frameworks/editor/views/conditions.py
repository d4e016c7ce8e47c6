"""A condition, built by choosing: what is joined with what, and each statement in it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from uplift.engine import drafting
from uplift.engine.drafting import conditions
from uplift.engine.drafting.conditions import Group, Leaf, Node, Way
from uplift.engine.drafting.edits import Place, Raw
from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed
from uplift.ground.drafts.versions import Stale
from uplift.ground.frameworks.editor import operations, rows
from uplift.ground.frameworks.editor.book import Book, mark_of
from uplift.ground.frameworks.editor.forms.conditions import (
    StatementForm,
    SubjectForm,
    subject_of,
    subjects,
)
from uplift.ground.frameworks.editor.layout import key_of
from uplift.ground.frameworks.editor.views.common import book_of, spot, to_change


@require_http_methods(["GET", "POST"])
def condition(request: BoardRequest, board: str, draft: int, place: str) -> HttpResponse:
    """The condition in words, part by part; POST joins its parts otherwise or takes one out."""
    book = book_of(request, draft)
    at = spot(book, place, "condition")
    group = read(book.raw, at, book)
    if request.method == "POST":
        way = _way(request.POST.get("way", ""))
        mode: Any = request.POST.get("mode")
        new = Group(mode, _parts(group, way)) if mode in conditions.MODES else None
        _save(request, book, at, way, new)
        return redirect(book.url("condition", at))
    context = {
        "book": book,
        "at": at,
        "group": group,
        "view": {
            "book": book,
            "at": at,
            "scope": book.scope(at),
            "say": conditions.say,
            "modes": conditions.MODES,
            "seen": mark_of(operations.as_it_is(book.get(at))),
        },
        "unsaid": rows.UNSAID[key_of(at)],
        "wrong": [one for one in rows.faults(book) if one.url == book.url("condition", at)],
        "offered": subjects(book.scope(at)),
    }
    return render(request, "frameworks/edit/condition.html", context)


@require_http_methods(["GET", "POST"])
def statement(request: BoardRequest, board: str, draft: int, place: str) -> HttpResponse:
    """One statement: first of what it speaks, then what it says; added, or in place of another."""
    book = to_change(request, draft)
    at = spot(book, place, "condition")
    scope, way = book.scope(at), _way(request.GET.get("way", ""))
    old = _found(read(book.raw, at, book), way)
    adds = request.GET.get("as") != "change"
    leaf = old if isinstance(old, Leaf) and not adds else None
    subject = request.GET.get("subject") or (subject_of(leaf) if leaf else "")
    context = {"book": book, "at": at, "way": request.GET.get("way", ""), "adds": adds}
    if subject not in subjects(scope):
        asked = SubjectForm(request.GET if subject else None, scope=scope)
        return render(request, "frameworks/edit/subject.html", {**context, "form": asked})
    form = StatementForm(request.POST or None, scope=scope, subject=subject, leaf=leaf)
    typed = Typed(request, form, place=request.get_full_path())

    def edit(group: Group) -> Group:
        put = conditions.beside if adds else conditions.change
        return put(group, way, form.leaf)

    sent = typed.send(lambda: _stated(request, book, at, edit))
    context |= {"form": form, "typed": typed, "subject": subjects(scope)[subject]}
    return sent or render(request, "frameworks/edit/statement.html", context)


def read(raw: Raw, at: Place, book: Book) -> Group:
    """The condition at that place of this framework."""
    try:
        found = drafting.get(raw, at)
    except KeyError:
        found = None
    return conditions.read(found, rule=book.scope(at).rule)


def _stated(request: BoardRequest, book: Book, at: Place, edit: Any) -> str:
    def changed(raw: Raw) -> Raw:
        return drafting.put(raw, at, conditions.write(edit(read(raw, at, book))))

    _write(request, book, at, changed, None)
    return book.url("condition", at)


def _save(request: BoardRequest, book: Book, at: Place, way: Way, new: Node | None) -> None:
    def changed(raw: Raw) -> Raw:
        group = conditions.change(read(raw, at, book), way, new)
        return drafting.put(raw, at, conditions.write(group))

    seen = request.POST.get("version", "")
    try:
        _write(request, book, at, changed, int(seen) if seen.isdigit() else 0)
    except Stale as stale:
        messages.error(request, stale.sentence)


def _write(request: BoardRequest, book: Book, at: Place, edit: Any, seen: int | None) -> None:
    operations.change(
        workbook=book.workbook,
        place=at,
        edit=edit,
        seen=seen,
        by=request.user,
        now=timezone.now(),
    )
    messages.success(request, "Saved.")


def _way(text: str) -> Way:
    """0.1 as the numbers that lead to a part; nothing leads to the whole."""
    try:
        return tuple(int(number) for number in text.split(".") if number)
    except ValueError:
        raise Http404("There is no such part.") from None


def _found(group: Group, way: Way) -> Node:
    try:
        return conditions.find(group, way)
    except LookupError:
        raise Http404("There is no such part.") from None


def _parts(group: Group, way: Way) -> tuple[Node, ...]:
    found = _found(group, way)
    return found.parts if isinstance(found, Group) else (found,)
