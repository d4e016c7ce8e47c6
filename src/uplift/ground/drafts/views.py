"""Where pages send what is being typed."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from uplift.ground.drafts import operations
from uplift.ground.identity.models import User
from uplift.ground.ui.filters.dates import clock
from uplift.ground.ui.refusal import Refusal


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep what has been typed so far at the page named by `place`."""
    assert isinstance(request.user, User)  # noqa: S101 - the gate has settled it
    now = timezone.now()
    try:
        operations.keep(
            user=request.user,
            place=request.GET.get("place", ""),
            fields=operations.texts(request.POST),
            now=now,
        )
    except Refusal as refusal:
        return JsonResponse({"sentence": refusal.sentence}, status=400)
    return JsonResponse({"sentence": f"Draft kept at {clock(now)}."})


@require_POST
def discard(request: HttpRequest) -> HttpResponse:
    """Throw away what was kept for the page named by `place`, and go back to it."""
    assert isinstance(request.user, User)  # noqa: S101 - the gate has settled it
    place = request.GET.get("place", "")
    operations.discard(user=request.user, place=place)
    return redirect(place if operations.is_place(place) else "/")
