"""What joint reviews led by other boards have taught, and taking it into the own register."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.loop.learning import operations, policies, queries
from uplift.loop.learning.pages import demand, page_of


@require_safe
def listing(request: BoardRequest, board: str) -> HttpResponse:
    """The findings that the lead boards have released."""
    context = {
        "page": page_of(request, queries.of_joint_cases(request.reach)),
        "refusal": policies.may_manage(request.reach),
    }
    return render(request, "learning/joint.html", context)


@require_POST
def take(request: BoardRequest, board: str, finding: int) -> HttpResponse:
    """Take one of them into this board's register."""
    demand(policies.may_manage(request.reach))
    found = get_object_or_404(queries.of_joint_cases(request.reach), pk=finding)
    taken = operations.take_in(
        finding=found, board=request.reach.board, by=request.user, now=timezone.localtime()
    )
    messages.success(request, f"It is finding {taken.number} of your register now.")
    return redirect("learning:joint", board)
