"""Finding actions, and proposing and changing them."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.loop.actions import operations, policies, queries
from uplift.loop.actions.forms import ActionFilter, ActionForm, ChangeAction
from uplift.loop.actions.models import Action
from uplift.loop.learning.pages import demand, exported, form_page, page_of, wanted
from uplift.loop.learning.queries import findings_of, outcomes_of


def action_of(request: BoardRequest, number: int) -> Action:
    """The board's action of that number, if the person sees it."""
    return get_object_or_404(
        queries.actions_of(request.reach).select_related("board", "agency", "owner", "outcome"),
        number=number,
    )


@require_safe
def listing(request: BoardRequest, board: str) -> HttpResponse:
    """The actions that the person sees, the next due first; what waits for them above all."""
    filters = ActionFilter(request.GET, reach=request.reach)
    rows = queries.matching(queries.actions_of(request.reach), wanted(filters), request.reach)
    to_do = queries.to_do(request.reach)
    context = {
        "page": page_of(request, rows),
        "filters": filters,
        "first": to_do.first(),
        "to_do": to_do.count(),
        "refusal": policies.may_propose(request.reach),
    }
    return render(request, "actions/list.html", context)


@require_safe
def export(request: BoardRequest, board: str, kind: str) -> HttpResponse:
    """The same list, whole, as a file."""
    filters = ActionFilter(request.GET, reach=request.reach)
    rows = queries.matching(queries.actions_of(request.reach), wanted(filters), request.reach)
    columns = [
        *("Number", "Action", "Seen to be done by", "Agency", "Owner", "Due", "State"),
        *("Proposed", "Answered", "Done", "Embedded", "Reason", "Evidence", "How it lasts"),
    ]
    return exported(request, kind, name="actions", columns=columns, rows=map(_row, rows))


def _row(action: Action) -> list[Any]:
    return [
        action.number,
        action.title,
        action.success,
        action.agency.name,
        action.owner.name if action.owner else "",
        action.due,
        action.get_status_display(),
        action.made_on,
        action.answered_on,
        action.done_on,
        action.embedded_on,
        action.reason,
        action.evidence,
        action.embedding,
    ]


@require_http_methods(["GET", "POST"])
def new(request: BoardRequest, board: str) -> HttpResponse:
    """Propose an action, from the finding or the outcome named in the address."""
    demand(policies.may_propose(request.reach))
    form = ActionForm(request.POST or None, reach=request.reach, initial=_begun(request))
    return form_page(
        request,
        form,
        lambda: operations.propose(
            board=request.reach.board, by=request.user, now=timezone.localtime(), **form.answers
        ),
        title="Propose an action",
        button="Propose it",
        back=request.path.removesuffix("new/"),
        intro="The agency accepts or declines it. It sees the action without the case.",
    )


def _begun(request: BoardRequest) -> dict[str, Any]:
    """What the form begins with: the finding with its outcome, or the outcome with its findings."""
    finding, outcome = request.GET.get("finding", ""), request.GET.get("outcome", "")
    if finding.isdecimal():
        chosen = findings_of(request.reach).filter(number=finding)
        aims = outcomes_of(request.reach).filter(theme__findings__in=chosen)
        return {"findings": list(chosen.values_list("pk", flat=True)), "outcome": aims.first()}
    if outcome.isdecimal():
        aim = outcomes_of(request.reach).filter(pk=outcome).first()
        chosen = findings_of(request.reach).filter(themes=aim.theme_id if aim else None)
        return {"findings": list(chosen.values_list("pk", flat=True)[:50]), "outcome": aim}
    return {}


@require_http_methods(["GET", "POST"])
def change(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """Change what an action asks for."""
    action = action_of(request, number)
    demand(policies.may_change(request.reach, action))
    initial = ChangeAction.initial_of(action)
    form = ChangeAction(request.POST or None, reach=request.reach, initial=initial)
    return form_page(
        request,
        form,
        lambda: operations.change(
            action=action, by=request.user, now=timezone.localtime(), **form.answers
        ),
        title=f"Change action {number}",
        button="Save",
        back=action.get_absolute_url(),
        intro="The agency is asked again when you change what is done, by whom, by when or how "
        "it is seen.",
    )
