"""The whole thread of a finding on one page, and the page of an outcome."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.frameworks.queries import stage_names
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading
from uplift.loop.impact import policies, queries
from uplift.loop.impact.thread.boxes import boxes
from uplift.loop.impact.thread.nexts import next_of
from uplift.loop.impact.thread.words import in_words
from uplift.loop.learning import policies as learning
from uplift.loop.learning.models import Finding
from uplift.loop.learning.queries import findings_of, outcomes_of, with_source


@require_safe
def thread(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """A finding: where it came from, what became of it, where it is stuck."""
    reach = request.reach
    rows = with_source(findings_of(reach), reach).select_related("board", "case", "inspection")
    finding = get_object_or_404(rows, number=number)
    if not finding.released_on:
        _note(request, finding)
    found = queries.thread_of(reach, finding)
    context = {
        "finding": finding,
        "thread": found,
        "boxes": boxes(found, stage_names(reach.board, reach.today)),
        "next": next_of(found, reach),
        "agencies": finding.agencies.all(),
        "refusal": learning.may_change(reach, finding),
        "theme_refusal": learning.may_manage(reach),
        "history": [(entry, in_words(entry)) for entry in queries.history_of(reach, found)],
    }
    return render(request, "impact/thread.html", context)


def _note(request: BoardRequest, finding: Finding) -> None:
    """Until it is released a finding is part of its case, and so reading it is recorded."""
    history.read(
        board=request.reach.board,
        by=request.user,
        now=timezone.localtime(),
        kind=Reading.Kind.PAGE,
        subject=finding,
        about=f"Finding {finding.number}",
    )


@require_safe
def outcome(request: BoardRequest, board: str, outcome: int) -> HttpResponse:
    """An outcome: the measure from baseline to target, what is done for it, what was found."""
    reach = request.reach
    found = get_object_or_404(outcomes_of(reach), pk=outcome)
    context = {
        "outcome": found,
        "evaluations": list(queries.evaluations_of(reach).filter(outcome=found)),
        "actions": queries.actions_towards(reach, found),
        "findings": findings_of(reach).filter(groupings__theme=found.theme_id)[:10],
        "refusal": policies.may_evaluate(reach),
        "change_refusal": learning.may_manage(reach),
    }
    return render(request, "impact/outcome.html", context)
