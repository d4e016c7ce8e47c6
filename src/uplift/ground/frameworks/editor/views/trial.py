"""A process to look at, and to try out with invented dates before anybody works by it."""

import json
from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from markupsafe import Markup

from uplift.engine.diagram import draw, process_outline
from uplift.engine.process import position
from uplift.engine.spec import Pack
from uplift.ground.access.gate import BoardRequest
from uplift.ground.frameworks.editor import operations, rows, trials
from uplift.ground.frameworks.editor.book import Book
from uplift.ground.frameworks.editor.forms.trial import TrialForm
from uplift.ground.frameworks.editor.views.common import book_of

NEEDED = ("roles", "bodies", "criteria", "forms", "processes")


@require_safe
def look(request: BoardRequest, board: str, draft: int, process: str) -> HttpResponse:
    """A process drawn, and read in words."""
    book = book_of(request, draft)
    context = _context(book, process)
    if pack := context["pack"]:
        drawn = pack.processes[process]
        context["picture"] = Markup(draw(pack, drawn))  # noqa: S704 - `draw` escapes every word
        context["words"] = process_outline(pack, drawn).partition("\n")[2]
    return render(request, "frameworks/edit/look.html", context)


@require_http_methods(["GET", "POST"])
def trial(request: BoardRequest, board: str, draft: int, process: str) -> HttpResponse:
    """What would stand where, if this and that happened on these days. No case knows of it."""
    book = book_of(request, draft)
    context = _context(book, process)
    pack: Pack | None = context["pack"]
    if request.method == "POST":
        typed = {
            name: request.POST.getlist(name)
            for name in request.POST
            if name != "csrfmiddlewaretoken"
        }
        operations.keep_trial(workbook=book.workbook, process=process, trial=typed)
        return redirect(f"{book.url('try', process=process)}#position")
    if pack:
        kept = json.loads(book.workbook.trials).get(process)
        form = TrialForm(_data(kept), pack=pack, process=process, today=timezone.localdate())
        context["form"] = form
        if form.is_valid():
            facts, told = trials.play(pack, process, form.happened)
            found = position(pack, process, facts, form.cleaned_data["today"])
            context |= {"position": found, "told": told, "stages": trials.by_stage(pack, found)}
    return render(request, "frameworks/edit/try.html", context)


def _context(book: Book, process: str) -> dict[str, Any]:
    """The pack, if enough of it fits for this process; else what has to be mended first."""
    if process not in book.names(("processes",)):
        raise Http404("There is no such type of review.")
    wrong = [one for one in book.examined.faults if not one.place or one.place[0] in NEEDED]
    pack = None if wrong else book.examined.pack
    title = book.title(("processes", process))
    return {
        "book": book,
        "process": process,
        "title": title,
        "pack": pack,
        "faults": rows.told(book, wrong),
    }


def _data(kept: dict[str, list[str]] | None) -> QueryDict | None:
    if not kept:
        return None
    data = QueryDict(mutable=True)
    for name, texts in kept.items():
        data.setlist(name, texts)
    return data
