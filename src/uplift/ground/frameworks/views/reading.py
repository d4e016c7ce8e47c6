"""Reading a framework: its contents, a type of review, a form, the whole, and as a PDF."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from uplift.ground.access.gate import BoardRequest
from uplift.ground.documents.downloads import download, file_name
from uplift.ground.documents.pdf import CONTENT_TYPE
from uplift.ground.frameworks import queries
from uplift.ground.frameworks.models import Edition
from uplift.ground.frameworks.reading import Anchors, Book, Pages
from uplift.ground.frameworks.reading.paper import paper


@require_GET
def read(request: BoardRequest, board: str) -> HttpResponse:
    """The edition in force."""
    found = queries.edition_on(request.reach.board, request.reach.today)
    if found is None:
        return render(request, "frameworks/reading/none.html")
    return _show(request, "contents", found, in_force=True)


@require_GET
def edition(request: BoardRequest, board: str, pack: str, number: int) -> HttpResponse:
    """Any edition."""
    return _show(request, "contents", _edition(pack, number))


@require_GET
def type_of_review(
    request: BoardRequest, board: str, pack: str, number: int, process: str
) -> HttpResponse:
    """One type of review, step by step."""
    found = _edition(pack, number)
    part = Book(found.pack).type(process)
    if part is None:
        raise Http404("No such type of review.")
    return _show(request, "type", found, type=part)


@require_GET
def form(request: BoardRequest, board: str, pack: str, number: int, form: str) -> HttpResponse:
    """The questions of one form."""
    found = _edition(pack, number)
    part = Book(found.pack).form(form)
    if part is None:
        raise Http404("No such form.")
    return _show(request, "form", found, part=part)


@require_GET
def whole(request: BoardRequest, board: str, pack: str, number: int) -> HttpResponse:
    """All of it on one page, to print."""
    return _show(request, "whole", _edition(pack, number), links=Anchors())


@require_GET
def pdf(request: BoardRequest, board: str, pack: str, number: int) -> HttpResponse:
    """All of it as a PDF, with contents and page numbers."""
    found = _edition(pack, number)
    content = paper(found, board=request.reach.board, today=request.reach.today)
    name = file_name(found.pack_key, f"edition-{found.number}", ending="pdf")
    return download(content, name=name, content_type=CONTENT_TYPE)


def _edition(pack: str, number: int) -> Edition:
    found = queries.edition_of(pack, number)
    if found is None:
        raise Http404("No such edition.")
    return found


def _show(request: BoardRequest, page: str, found: Edition, **more: Any) -> HttpResponse:
    pages = Pages(request.reach.board.slug, found)
    context = {
        "edition": found,
        "book": Book(found.pack),
        "pages": pages,
        "links": pages,
        "in_force": False,
        "adoptions": queries.adoptions_of(request.reach.board),
    }
    return render(request, f"frameworks/reading/{page}.html", context | more)
