"""The pages of one publication: where it stands, what the public will see, what was frozen."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET
from markupsafe import Markup

from uplift.ground.access.gate import BoardRequest
from uplift.loop.publishing.queries.decisions import decisions_in, in_words
from uplift.loop.publishing.rendering import rendered
from uplift.loop.publishing.views.common import load, read


@require_GET
def page(request: BoardRequest, board: str, publication: int) -> HttpResponse:
    """What to do next, the way so far, the copies, the decisions."""
    way = load(request, publication)
    found = way.publication
    read(request, found)
    context = {
        "way": way,
        "publication": found,
        "plan": way.plan,
        "next": way.next(),
        "stops": list(way.stops()),
        "copies": found.copies.order_by("-pk"),
        "decisions": in_words(decisions_in(found.case)),
        "gone": (request.reach.today - found.published_on).days if found.published_on else 0,
        "whole": (found.keep_until - found.published_on).days
        if found.keep_until and found.published_on
        else 0,
    }
    return render(request, "publishing/page.html", context)


@require_GET
def preview(request: BoardRequest, board: str, publication: int) -> HttpResponse:
    """The working copy, drawn by the very template of the public's page."""
    way = load(request, publication)
    read(request, way.publication)
    case = way.publication.case
    context = {
        "board": request.reach.board,
        "publication": way.publication,
        "report": {
            "title": way.publication.title,
            "review": case.pack.processes[way.plan.position.process_id].name,
            "html": rendered(way.publication).html,
        },
    }
    return render(request, "publishing/preview.html", context)


@require_GET
def copy(request: BoardRequest, board: str, publication: int, copy: int) -> HttpResponse:
    """A frozen copy, as it was shown."""
    way = load(request, publication)
    frozen = get_object_or_404(way.publication.copies, pk=copy)
    read(request, way.publication)
    context = {
        "publication": way.publication,
        "frozen": frozen,
        "html": Markup(frozen.html),  # noqa: S704 - it was cleaned before it was frozen
    }
    return render(request, "publishing/copy.html", context)
