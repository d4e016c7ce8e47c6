"""Writing the text, and sending it for approval."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed
from uplift.loop.publishing import operations
from uplift.loop.publishing.forms import SubmitForm, TextForm
from uplift.loop.publishing.models import Publication
from uplift.loop.publishing.views.common import address, done, load, read, stop_if

_FIELDS = ("title", "body", "done", "impact", "more", "version")


@require_http_methods(["GET", "POST"])
def edit(request: BoardRequest, board: str, publication: int) -> HttpResponse:
    """Change the text."""
    way = load(request, publication)
    found = way.publication
    stop_if(request, way.write)
    read(request, found)
    initial = {name: getattr(found, name) for name in _FIELDS}
    form = TextForm(request.POST or None, initial=initial)
    typed = Typed(request, form)
    sent = typed.send(lambda: _write(request, found, form))
    context = {"publication": found, "way": way, "form": form, "typed": typed}
    return sent or render(request, "publishing/edit.html", context)


def _write(request: BoardRequest, publication: Publication, form: TextForm) -> str:
    operations.write(publication=publication, by=request.user, now=timezone.now(), **form.answers)
    return done(request, publication, "The text is saved.")


@require_http_methods(["GET", "POST"])
def submit(request: BoardRequest, board: str, publication: int) -> HttpResponse:
    """Check the text and send it for approval."""
    way = load(request, publication)
    stop_if(request, way.submit)
    form = SubmitForm(request.POST or None, initial={"version": way.publication.version})
    typed = Typed(request, form)
    sent = typed.send(lambda: _submit(request, way.publication, form))
    context = {"publication": way.publication, "way": way, "form": form}
    return sent or render(request, "publishing/submit.html", context)


def _submit(request: BoardRequest, publication: Publication, form: SubmitForm) -> str:
    checked = operations.submit(
        publication=publication, by=request.user, now=timezone.now(), **form.answers
    )
    if checked.status == Publication.Status.READY:
        return done(request, checked, "The text is sent for approval.")
    return address(checked, "names")
