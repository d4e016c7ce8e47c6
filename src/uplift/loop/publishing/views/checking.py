"""What the disclosure check found, and the answers to it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed
from uplift.loop.publishing import operations
from uplift.loop.publishing.forms import AnswerForm, LookForForm, PassageFilter
from uplift.loop.publishing.models import Passage, Publication
from uplift.loop.publishing.queries.passages import alike, chosen
from uplift.loop.publishing.views.common import address, load, read, stop_if

_PAGE = 50


@require_GET
def names(request: BoardRequest, board: str, publication: int) -> HttpResponse:
    """What the check found, where, and what became of it."""
    way = load(request, publication)
    read(request, way.publication)
    filters = PassageFilter(request.GET or None)
    show = filters.cleaned_data["show"] if filters.is_valid() else ""
    found = chosen(way.publication, show)
    page = Paginator(found, _PAGE).get_page(request.GET.get("page"))
    context = {
        "publication": way.publication,
        "way": way,
        "filters": filters,
        "page": page,
        "checked": way.publication.passages.exists(),
    }
    return render(request, "publishing/names.html", context)


@require_http_methods(["GET", "POST"])
def answer(request: BoardRequest, board: str, publication: int, passage: int) -> HttpResponse:
    """Say what becomes of a passage."""
    way = load(request, publication)
    found = get_object_or_404(way.publication.passages, pk=passage)
    stop_if(request, way.answer)
    initial = {"verdict": found.verdict, "answer": found.answer}
    form = AnswerForm(request.POST or None, initial=initial, alike=alike(found).count())
    typed = Typed(request, form)
    sent = typed.send(lambda: _answer(request, found, form))
    context = {
        "publication": way.publication,
        "way": way,
        "passage": found,
        "form": form,
        "typed": typed,
    }
    return sent or render(request, "publishing/answer.html", context)


@require_http_methods(["GET", "POST"])
def look_for(request: BoardRequest, board: str, publication: int) -> HttpResponse:
    """Say what else the check is to look for."""
    way = load(request, publication)
    stop_if(request, way.answer)
    found = way.publication
    read(request, found)
    form = LookForForm(request.POST or None, initial={"words": "\n".join(found.also)})
    typed = Typed(request, form)
    sent = typed.send(lambda: _look_for(request, found, form))
    context = {"publication": found, "way": way, "form": form, "typed": typed}
    return sent or render(request, "publishing/look_for.html", context)


def _look_for(request: BoardRequest, publication: Publication, form: LookForForm) -> str:
    operations.look_for(
        publication=publication, by=request.user, now=timezone.now(), **form.answers
    )
    return address(publication, "names")


def _answer(request: BoardRequest, passage: Passage, form: AnswerForm) -> str:
    operations.answer(passage=passage, by=request.user, now=timezone.now(), **form.answers)
    return address(passage.publication, "names")
