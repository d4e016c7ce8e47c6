"""Adopting a framework from a day on, and taking it away as a file."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from uplift.engine import drafting
from uplift.engine.text import say_date
from uplift.ground.access.gate import BoardRequest
from uplift.ground.documents.downloads import download
from uplift.ground.drafts.typed import Typed
from uplift.ground.frameworks.editor import adopting, rows
from uplift.ground.frameworks.editor.forms.adopt import AdoptForm
from uplift.ground.frameworks.editor.views.common import book_of, to_change

YAML_TYPE = "application/yaml"


@require_http_methods(["GET", "POST"])
def adopt(request: BoardRequest, board: str, draft: int) -> HttpResponse:
    """From which day on the board works by it, once nothing is wrong and all has been checked."""
    book = to_change(request, draft)
    items = adopting.to_check(book.examined.pack)
    form = AdoptForm(request.POST or None, pack=book.examined.pack, items=items)
    typed = Typed(request, form)

    def adopted() -> str:
        given = form.cleaned_data
        adoption = adopting.adopt(
            workbook=book.workbook,
            starts=given["starts"],
            part=given.get("part", ""),
            checked=form.checked,
            by=request.user,
            now=timezone.now(),
        )
        day = say_date(adoption.starts)
        messages.success(request, f"The board works by “{book.workbook.name}” from {day} on.")
        return reverse("frameworks:edit_list", args=(board,))

    sent = typed.send(adopted) if book.examined.sound else None
    context = {"book": book, "form": form, "typed": typed, "faults": rows.faults(book)}
    return sent or render(request, "frameworks/edit/adopt.html", context)


@require_safe
def export(request: BoardRequest, board: str, draft: int) -> HttpResponse:
    """The framework in one file, to keep or to bring in elsewhere."""
    book = book_of(request, draft)
    content = drafting.to_yaml(book.raw).encode()
    return download(
        content, name=f"{book.raw.get('pack', 'framework')}.yaml", content_type=YAML_TYPE
    )
