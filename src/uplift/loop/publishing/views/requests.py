"""The log of requests for a report."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed
from uplift.loop.publishing import operations
from uplift.loop.publishing.forms import RequestAnswerForm, RequestForm
from uplift.loop.publishing.models import CopyRequest, Publication
from uplift.loop.publishing.views.common import address, load, read, stop_if


@require_http_methods(["GET", "POST"])
def requests(request: BoardRequest, board: str, publication: int) -> HttpResponse:
    """Who asked for the report and what they were told; and the form to add a request."""
    way = load(request, publication)
    found = way.publication
    stop_if(request, way.log)
    read(request, found)
    form = RequestForm(request.POST or None, initial={"asked_on": request.reach.today})
    typed = Typed(request, form)
    sent = typed.send(lambda: _log(request, found, form))
    context = {
        "publication": found,
        "way": way,
        "requests": found.requests.select_related("by"),
        "form": form,
        "typed": typed,
    }
    return sent or render(request, "publishing/requests.html", context)


def _log(request: BoardRequest, publication: Publication, form: RequestForm) -> str:
    operations.log_request(
        publication=publication, by=request.user, now=timezone.now(), **form.answers
    )
    return address(publication, "requests")


@require_http_methods(["GET", "POST"])
def answer_request(request: BoardRequest, board: str, publication: int, asked: int) -> HttpResponse:
    """What somebody who asked was told."""
    way = load(request, publication)
    found = get_object_or_404(way.publication.requests, pk=asked, answered_on=None)
    stop_if(request, way.log)
    form = RequestAnswerForm(request.POST or None, initial={"answered_on": request.reach.today})
    typed = Typed(request, form)
    sent = typed.send(lambda: _answer(request, found, form))
    context = {
        "publication": way.publication,
        "way": way,
        "asked": found,
        "form": form,
        "typed": typed,
    }
    return sent or render(request, "publishing/answer_request.html", context)


def _answer(request: BoardRequest, asked: CopyRequest, form: RequestAnswerForm) -> str:
    operations.answer_request(asked=asked, by=request.user, now=timezone.now(), **form.answers)
    return address(asked.publication, "requests")
