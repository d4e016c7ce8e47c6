"""Writing the text, and answering what the check for names found in it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed
from uplift.loop.publishing import operations
from uplift.loop.publishing.forms import AnswerForm, SubmitForm, TextForm
from uplift.loop.publishing.models import NamedWords, Publication
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
    """Check the text for names and send it for approval."""
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


@require_GET
def names(request: BoardRequest, board: str, publication: int) -> HttpResponse:
    """What the check found, and why each may stay."""
    way = load(request, publication)
    read(request, way.publication)
    found = way.publication.named.select_related("answered_by").order_by("-standing", "pk")
    context = {"publication": way.publication, "way": way, "found": found}
    return render(request, "publishing/names.html", context)


@require_http_methods(["GET", "POST"])
def answer(request: BoardRequest, board: str, publication: int, named: int) -> HttpResponse:
    """Say why words may stay in the text."""
    way = load(request, publication)
    found = get_object_or_404(way.publication.named, pk=named)
    stop_if(request, way.answer)
    form = AnswerForm(request.POST or None, initial={"answer": found.answer})
    typed = Typed(request, form)
    sent = typed.send(lambda: _answer(request, found, form))
    context = {
        "publication": way.publication,
        "way": way,
        "named": found,
        "form": form,
        "typed": typed,
    }
    return sent or render(request, "publishing/answer.html", context)


def _answer(request: BoardRequest, named: NamedWords, form: AnswerForm) -> str:
    operations.answer(named=named, by=request.user, now=timezone.now(), **form.answers)
    return address(named.publication, "names")
