"""Evaluations: what waits for one, the list of them, one of them, making one."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.loop.impact import operations, policies, queries
from uplift.loop.impact.forms import EvaluationFilter, EvaluationForm
from uplift.loop.impact.models import Evaluation
from uplift.loop.learning.pages import demand, exported, form_page, page_of, wanted
from uplift.loop.learning.queries import findings_of, outcomes_of


@require_safe
def listing(request: BoardRequest, board: str) -> HttpResponse:
    """The outcomes that wait for an evaluation, the longest due first."""
    rows = queries.to_evaluate(request.reach)
    context = {
        "page": page_of(request, rows),
        "first": rows.first(),
        "refusal": policies.may_evaluate(request.reach),
    }
    return render(request, "impact/list.html", context)


@require_safe
def evaluated(request: BoardRequest, board: str) -> HttpResponse:
    """What was evaluated, newest first, filtered as asked."""
    filters = EvaluationFilter(request.GET, reach=request.reach)
    rows = queries.matching(queries.evaluations_of(request.reach), wanted(filters))
    context = {"page": page_of(request, rows), "filters": filters}
    return render(request, "impact/evaluated.html", context)


@require_safe
def export(request: BoardRequest, board: str, kind: str) -> HttpResponse:
    """The same list, whole, as a file."""
    filters = EvaluationFilter(request.GET, reach=request.reach)
    rows = queries.matching(queries.evaluations_of(request.reach), wanted(filters))
    columns = [
        *("Theme", "Outcome", "Measure", "Baseline", "Target", "Now", "Measured", "How"),
        *("Difference", "In practice", "For children or adults", "Whose words", "By", "Next"),
    ]
    return exported(request, kind, name="evaluations", columns=columns, rows=map(_row, rows))


def _row(evaluation: Evaluation) -> list[Any]:
    outcome = evaluation.outcome
    return [
        *(outcome.theme.name, outcome.statement, outcome.seen_by, outcome.baseline),
        *(outcome.target, evaluation.result, evaluation.on, evaluation.method),
        *(evaluation.get_difference_display(), evaluation.practice, evaluation.children),
        *(evaluation.get_words_display(), evaluation.by.name, evaluation.next_on),
    ]


@require_safe
def page(request: BoardRequest, board: str, evaluation: int) -> HttpResponse:
    """One evaluation, and back from it to the findings it all began with."""
    reach = request.reach
    found = get_object_or_404(queries.evaluations_of(reach), pk=evaluation)
    theme = found.outcome.theme_id
    context = {
        "evaluation": found,
        "outcome": found.outcome,
        "findings": findings_of(reach).filter(groupings__theme=theme)[:20],
        "actions": queries.actions_towards(reach, found.outcome),
    }
    return render(request, "impact/evaluation.html", context)


@require_http_methods(["GET", "POST"])
def evaluate(request: BoardRequest, board: str, outcome: int) -> HttpResponse:
    """Evaluate an outcome."""
    rows = outcomes_of(request.reach).select_related("theme__board")
    found = get_object_or_404(rows, pk=outcome)
    demand(policies.may_evaluate(request.reach))
    begun = {"on": request.reach.today, "method": found.evaluate_how}
    form = EvaluationForm(request.POST or None, initial=begun)
    return form_page(
        request,
        form,
        lambda: operations.evaluate(
            outcome=found, by=request.user, now=timezone.localtime(), **form.answers
        ),
        title="Did it make a difference?",
        caption=found.statement,
        button="Save the evaluation",
        back=found.get_absolute_url(),
        intro=f"The measure is: {found.seen_by} It was {found.baseline} and should become "
        f"{found.target}. An evaluation isn't changed afterwards: a later one says more.",
    )
