"""The tabs of a case besides its steps."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.loop.cases.agencies import agencies
from uplift.loop.cases.decisionlog import COLUMNS, cells, decisions, log_sheet
from uplift.loop.cases.exports import give_sheet, give_table, printed_by
from uplift.loop.cases.past import past
from uplift.loop.cases.views.common import demand, note, open_case, page
from uplift.loop.cases.words import HISTORY

A_PAGE = 50


@require_safe
def decision_log(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Every decision with its reasons."""
    opened = open_case(request, case)
    note(request, opened, "decisions")
    return page(request, "decisions", opened, "decisions", decisions=decisions(opened))


@require_safe
def export_decisions(request: BoardRequest, board: str, case: str, kind: str) -> HttpResponse:
    """The decision log to keep."""
    opened = open_case(request, case)
    demand(opened.may("export"))
    rows = [cells(one) for one in decisions(opened)]
    if kind in {"docx", "pdf"}:
        sheet = log_sheet(opened, rows, printed_by(request))
        return give_sheet(request, kind, sheet, subject=opened.case)
    name = f"{opened.case.reference} decision log"
    return give_table(request, kind, name=name, subject=opened.case, columns=COLUMNS, rows=rows)


@require_safe
def people(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Who the case is about, who works on it, and who must not."""
    opened = open_case(request, case)
    note(request, opened, "people")
    return page(
        request,
        "people",
        opened,
        "people",
        subjects=list(opened.case.people.defer("sealed")),
        joint=list(opened.case.joint_boards.select_related("board")),
        conflicts=list(opened.case.conflicts.select_related("user")),
    )


@require_safe
def agencies_in(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """The agencies named in the case, and what each was asked for."""
    opened = open_case(request, case)
    note(request, opened, "agencies")
    return page(request, "agencies", opened, "agencies", agencies=agencies(opened))


@require_safe
def history_of(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """What was changed in the case and who read it, newest first."""
    opened = open_case(request, case)
    if opened.may("see_history"):
        raise Http404("Not for this person.")
    note(request, opened, "history")
    reads = request.GET.get("show") == "reads"
    rows = Paginator(past(opened, reads=reads), A_PAGE).get_page(request.GET.get("page"))
    names = {step.id: step.name for step in opened.case.type.steps}
    return page(
        request, "history", opened, "history", rows=rows, reads=reads, names=names, words=HISTORY
    )
