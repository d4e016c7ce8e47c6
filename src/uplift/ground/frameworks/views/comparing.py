"""Comparing two frameworks."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from uplift.engine.spec.compare import Difference, compare
from uplift.ground.access.gate import BoardRequest
from uplift.ground.frameworks import queries
from uplift.ground.frameworks.forms import VIEWS, CompareForm, choices, usual
from uplift.ground.frameworks.reading import Pages


@require_GET
def differences(request: BoardRequest, board: str) -> HttpResponse:
    """What differs between two editions; without a choice, between this board's last two."""
    adoptions = list(queries.adoptions_of(request.reach.board))
    today = request.reach.today
    given = {"only": "everything"} | (request.GET.dict() or usual(adoptions, today))
    offered = choices(adoptions, queries.editions(), today)
    chosen = given.get("here") and given.get("there")
    form = CompareForm(given if chosen or request.GET else None, choices=offered, initial=given)
    context = {"form": form}
    if form.is_valid():
        context |= _compared(board, **form.cleaned_data)
    return render(request, "frameworks/compare/page.html", context)


def _compared(board: str, here: str, there: str, only: str) -> dict[str, Any]:
    ours, theirs = queries.edition_at(here), queries.edition_at(there)
    words, wanted = VIEWS[only]
    found = [one for one in compare(ours.pack, theirs.pack) if one.chapter in wanted]
    return {
        "here_edition": ours,
        "there_edition": theirs,
        "names": [f"{one.pack.short or one.name}, edition {one.number}" for one in (ours, theirs)],
        "here_pages": Pages(board, ours),
        "there_pages": Pages(board, theirs),
        "number": len(found),
        "what": words,
        "chapters": [
            (chapter, _by_owner(rows)) for chapter, rows in groupby(found, lambda one: one.chapter)
        ],
    }


def _by_owner(rows: Iterable[Difference]) -> list[tuple[str, list[Difference]]]:
    """The differences of a chapter, those of one type or form together."""
    return [(of, list(found)) for of, found in groupby(rows, lambda one: one.of)]
