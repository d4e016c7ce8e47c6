"""Reviews that several boards hold together: one leads, the others follow."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.boards.models import Board
from uplift.ground.drafts.typed import Typed
from uplift.loop.cases import operations
from uplift.loop.cases.decisionlog import decisions
from uplift.loop.cases.forms.joint import EndSharingForm, ShareForm
from uplift.loop.cases.listing import rows
from uplift.loop.cases.models import JointBoard
from uplift.loop.cases.opened import Opened
from uplift.loop.cases.queries import joint_cases
from uplift.loop.cases.steplist import stages
from uplift.loop.cases.views.common import address, demand, note, now, open_case, page, sent_before

A_PAGE = 25


@require_safe
def listing(request: BoardRequest, board: str) -> HttpResponse:
    """The reviews in which this board takes part and another leads."""
    found = joint_cases(request.reach).select_related("board")
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {"page": shown, "rows": rows(shown.object_list, request.reach.today)}
    return render(request, "cases/joint_list.html", context)


@require_safe
def follow(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """How a review stands that another board leads; nothing is recorded from here."""
    found = joint_cases(request.reach).select_related("edition", "board")
    opened = Opened(get_object_or_404(found, reference=case), request.reach)
    note(request, opened, f"followed by {request.reach.board.short_name}")
    context = {
        "case": opened.case,
        "stages": [stage for stage in stages(opened) if stage.begun],
        "decisions": decisions(opened),
    }
    return render(request, "cases/joint.html", context)


@require_http_methods(["GET", "POST"])
def share(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Let another board take part."""
    opened = open_case(request, case)
    demand(opened.may("manage_board"))
    form = ShareForm(request.POST or None, case=opened.case)
    typed = Typed(request, form)

    def make() -> str:
        given = form.answers
        other = get_object_or_404(Board, slug=given.pop("board"))
        operations.share_with(case=opened.case, board=other, by=request.user, now=now(), **given)
        messages.success(request, f"{other.name} now follows this review.")
        return address("people", opened.case)

    sent = sent_before(request) or typed.send(make)
    return sent or page(
        request, "form", opened, form=form, typed=typed, heading="Let another board take part",
        button="Let it take part",
        intro=f"{opened.case.board.name} stays in the lead. The other board's business unit and "
        "chair see how the review stands and its decisions, not who the people are. It can take "
        "the learning that you release into its own register.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_share(request: BoardRequest, board: str, case: str, number: int) -> HttpResponse:
    """End another board's part."""
    opened = open_case(request, case)
    demand(opened.may("manage_board"))
    joint = get_object_or_404(
        JointBoard.objects.select_related("board", "case__board"), case=opened.case, pk=number
    )
    form = EndSharingForm(request.POST or None)
    typed = Typed(request, form)

    def make() -> str:
        operations.end_sharing(joint=joint, by=request.user, now=now())
        messages.success(request, f"{joint.board.name} no longer follows this review.")
        return address("people", opened.case)

    sent = sent_before(request) or typed.send(make)
    return sent or page(
        request, "form", opened, form=form, typed=typed, button="End its part",
        heading=f"End the part of {joint.board.name}",
        intro="Today is the last day on which it sees this review. What it has taken into its own "
        "register stays there.",
    )  # fmt: skip
