"""Loading a publication for a page, and the way on from it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from uplift.ground.access.gate import BoardRequest
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading
from uplift.ground.ui.refusal import Refusal
from uplift.loop.publishing.models import Publication
from uplift.loop.publishing.operations import unanswered
from uplift.loop.publishing.plan import plan_of
from uplift.loop.publishing.queries.publications import publications_of
from uplift.loop.publishing.wayfinding import Way


def load(request: BoardRequest, publication: int) -> Way:
    """The publication, if this person sees its case, and where it stands for them."""
    found = get_object_or_404(publications_of(request.reach), pk=publication)
    plan = plan_of(found.case, request.reach.today)
    if plan is None:
        raise Http404("The case has become one that publishes nothing.")
    return Way(request.reach, found, plan, unanswered(found))


def read(request: BoardRequest, publication: Publication) -> None:
    """Record that this person read it."""
    history.read(
        board=request.reach.board,
        by=request.user,
        now=timezone.now(),
        kind=Reading.Kind.PAGE,
        subject=publication,
        about=f"publication of {publication.case.reference}",
    )


def stop_if(request: BoardRequest, refusal: Refusal | None) -> None:
    """Answer a POST that the policy refuses with its sentence."""
    if refusal and request.method == "POST":
        raise refusal


def address(publication: Publication, view: str = "page", **more: object) -> str:
    """The address of one of the publication's pages."""
    kwargs = {"board": publication.board.slug, "publication": publication.pk, **more}
    return reverse(f"publishing:{view}", kwargs=kwargs)


def done(request: BoardRequest, publication: Publication, sentence: str) -> str:
    """Say what was done, and lead back to the publication's page."""
    messages.success(request, sentence)
    return address(publication)
