"""Search over what one sees."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from uplift.front.desk.forms import SearchForm
from uplift.front.desk.queries.search import KINDS, Found
from uplift.front.desk.views.paging import page_of
from uplift.ground.access.gate import BoardRequest
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading

FIRST = 5  # of each kind, where all kinds are shown


@require_GET
def search(request: BoardRequest, board: str) -> HttpResponse:
    """Records with all the words: the first of each kind, or all of one kind."""
    reach, form = request.reach, SearchForm(request.GET)
    context = {"form": form, "kinds": KINDS, "text": "", "kind": "", "page": None, "first": {}}
    if form.is_valid() and form.cleaned_data["q"]:
        text, kind = form.cleaned_data["q"], form.cleaned_data["kind"]
        history.read(
            board=reach.board,
            by=reach.user,
            now=timezone.now(),
            kind=Reading.Kind.SEARCH,
            subject="desk",
            about=text,
        )
        context |= {"text": text, "kind": kind}
        if kind:
            context["page"] = page_of(request, Found(reach, kind, text))
        else:
            context["first"] = {key: Found(reach, key, text)[: FIRST + 1] for key in KINDS}
    return render(request, "desk/search.html", context)
