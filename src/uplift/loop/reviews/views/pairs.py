"""What may be one event told twice, and what contradicts."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.loop.reviews import operations, policies
from uplift.loop.reviews.forms import JudgeForm
from uplift.loop.reviews.models import Pair
from uplift.loop.reviews.views.common import (
    address,
    demand,
    form_page,
    note,
    now,
    page,
    see_as_member,
)

A_PAGE = 20
_SIDES = ("first__agency", "second__agency", "first__case__board", "second__case__board")


@require_safe
def pairs(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """The pairs that wait for a judgement, or the contradictions."""
    sight = see_as_member(request, case)
    note(request, sight, "chronology, pairs")
    odds = request.GET.get("show") == "contradictions"
    of_case = Pair.objects.filter(case=sight.case).select_related(*_SIDES)
    chosen = of_case.contradicting() if odds else of_case.to_look_at()
    rows = Paginator(chosen, A_PAGE).get_page(request.GET.get("page"))
    refusal = policies.may_review(sight)
    return page(request, "pairs", sight, "pairs", rows=rows, odds=odds, refusal=refusal)


@require_http_methods(["GET", "POST"])
def judge(request: BoardRequest, board: str, case: str, pair: int) -> HttpResponse:
    """Look at two entries side by side and say what they are to each other."""
    sight = see_as_member(request, case)
    demand(policies.may_review(sight))
    standing = Pair.objects.filter(case=sight.case).standing().select_related(*_SIDES)
    found = get_object_or_404(standing, pk=pair)
    form = JudgeForm(request.POST or None, initial={"note": found.note})
    back = address("pairs", sight)

    def make() -> str:
        said = form.cleaned_data["verdict"]
        keep = {"first": found.first, "second": found.second}.get(said)
        verdict = Pair.Verdict.SAME if keep else said
        operations.judge(
            pair=found, verdict=verdict, keep=keep, note=form.cleaned_data["note"],
            by=request.user, now=now(),
        )  # fmt: skip
        messages.success(request, f"Kept: {Pair.Verdict(verdict).label.lower()}.")
        return back

    return form_page(
        request, sight, form, make, title="Two entries", button="Save", back=back, pair=found
    )
