"""Key practice episodes."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.forms import OnceForm
from uplift.loop.reviews import operations, policies
from uplift.loop.reviews.forms import ChangeEpisode, EpisodeForm
from uplift.loop.reviews.models import Entry
from uplift.loop.reviews.views.common import (
    address,
    demand,
    form_page,
    note,
    now,
    page,
    see_as_member,
)


@require_safe
def episodes(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """The episodes that the review looks into."""
    sight = see_as_member(request, case)
    note(request, sight, "chronology, episodes")
    standing = Count("entries", filter=Q(entries__standing=Entry.Standing.IN))
    rows = sight.case.episodes.annotate(told=standing)
    return page(
        request, "episodes", sight, "episodes", rows=rows, refusal=policies.may_review(sight)
    )


@require_http_methods(["GET", "POST"])
def new(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Name an episode."""
    sight = see_as_member(request, case)
    demand(policies.may_review(sight))
    form, back = EpisodeForm(request.POST or None), address("episodes", sight)

    def make() -> str:
        operations.add_episode(case=sight.case, by=request.user, now=now(), **form.answers)
        return back

    return form_page(
        request, sight, form, make, title="Add a key practice episode", button="Add it", back=back
    )


@require_http_methods(["GET", "POST"])
def change(request: BoardRequest, board: str, case: str, episode: int) -> HttpResponse:
    """Change an episode."""
    sight = see_as_member(request, case)
    demand(policies.may_review(sight))
    found, back = get_object_or_404(sight.case.episodes, pk=episode), address("episodes", sight)
    form = ChangeEpisode(request.POST or None, initial=ChangeEpisode.initial_of(found))

    def make() -> str:
        operations.change_episode(episode=found, by=request.user, now=now(), **form.answers)
        return back

    return form_page(
        request, sight, form, make, title="Change the episode", button="Save", back=back
    )


@require_http_methods(["GET", "POST"])
def remove(request: BoardRequest, board: str, case: str, episode: int) -> HttpResponse:
    """Take an episode away, once it is sure."""
    sight = see_as_member(request, case)
    demand(policies.may_review(sight))
    found, back = get_object_or_404(sight.case.episodes, pk=episode), address("episodes", sight)

    def make() -> str:
        operations.remove_episode(episode=found, by=request.user, now=now())
        messages.success(request, "The episode is gone. Its entries stay in the chronology.")
        return back

    return form_page(
        request, sight, OnceForm(request.POST or None), make, title=f"Take “{found}” away?",
        button="Take it away", back=back, intro="Its entries stay in the chronology.",
    )  # fmt: skip
