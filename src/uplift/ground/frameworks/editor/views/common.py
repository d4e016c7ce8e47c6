"""What every page of the editor begins with."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from uplift.engine.drafting.edits import Place
from uplift.ground.access.gate import BoardRequest
from uplift.ground.frameworks.editor import policies, queries
from uplift.ground.frameworks.editor.book import Book
from uplift.ground.frameworks.editor.layout import ABOUT, is_element, page_of


def book_of(request: BoardRequest, draft: int) -> Book:
    """The workbook of the board, or 404."""
    return Book(get_object_or_404(queries.workbooks_of(request.reach), pk=draft))


def to_change(request: BoardRequest, draft: int) -> Book:
    """The workbook, to be changed; raises a refusal when it can't be any more."""
    book = book_of(request, draft)
    if refusal := policies.may_change(book.workbook):
        raise refusal
    return book


def spot(book: Book, place: str, *pages: str) -> Place:
    """The place that an address names; 404 unless it is there and edited on one of these pages."""
    at = tuple(place.split("/"))
    if page_of(at) not in pages:
        raise Http404("Nothing like this is edited here.")
    whole = at if is_element(at) else at[:-1]
    if at != (ABOUT,) and whole and book.get(whole) is None:
        raise Http404("This part of the framework isn't there.")
    return at
