"""Where a person's day begins: what is theirs to do, and how the board stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from uplift.front.desk.forms import WorkFilter
from uplift.front.desk.queries.boards import boards_of
from uplift.front.desk.queries.cases import open_cases
from uplift.front.desk.queries.diary import week
from uplift.front.desk.queries.empty import Empty, empty_seats
from uplift.front.desk.queries.work import in_words, waiting
from uplift.front.desk.views.paging import chosen, exported, page_of
from uplift.ground.access.gate import BoardRequest
from uplift.ground.access.reach import Reach
from uplift.ground.identity.models import User
from uplift.loop.assurance.queries import summary
from uplift.loop.cases.policies import may as may_with_case
from uplift.loop.cases.queries import groups_of
from uplift.loop.impact.queries import Standing, standing

FIRST = 8  # tasks on the home page
COUNTED = 100  # beyond that, it is many


@require_GET
def boards(request: HttpRequest) -> HttpResponse:
    """The person's only board, or their boards to choose from."""
    assert isinstance(request.user, User)  # noqa: S101 - the gate has settled it
    today = timezone.localdate()
    mine = list(boards_of(request.user, today))
    if len(mine) == 1:
        return redirect("desk:home", board=mine[0].slug)
    return render(
        request, "desk/boards.html", {"boards": mine, "groups": groups_of(request.user, today)}
    )


@require_GET
def home(request: BoardRequest, board: str) -> HttpResponse:
    """Your work, and how the board stands."""
    reach = request.reach
    rows = waiting(reach, most=COUNTED)
    reads = reach.may("read_learning")
    context = {
        "work": list(in_words(rows[:FIRST])),
        "count": len(rows),
        "most": COUNTED,
        "cases": open_cases(reach),
        "open_refusal": may_with_case(reach, None, "open_case"),
        "week": week(reach),
        "summary": summary(reach) if reads else None,
        "empty": _waited_for(reach),
        "several": boards_of(reach.user, reach.today).count() > 1,
        "numbers": _numbers(reach) if reads else None,
    }
    return render(request, "desk/home.html", context)


def _waited_for(reach: Reach) -> list[Empty]:
    """The seats nobody holds for which something waits, to whoever gives seats."""
    every = empty_seats(reach) if reach.may("manage_board") else []
    return [one for one in every if one.waits]


def _numbers(reach: Reach) -> list[Standing]:
    """Where the learning stands, without the outcomes: six boxes make one row."""
    return [one for one in standing(reach) if one.stage is None or one.stage.key != "outcome"]


@require_GET
def tasks(request: BoardRequest, board: str) -> HttpResponse:
    """All of one's tasks."""
    form = WorkFilter(request.GET or None)
    page = page_of(request, waiting(request.reach, **chosen(form)))
    context = {"filters": form, "page": page, "work": list(in_words(page.object_list))}
    return render(request, "desk/tasks.html", context)


@require_GET
def tasks_export(request: BoardRequest, board: str) -> HttpResponse:
    """The same list to take away."""
    found = in_words(waiting(request.reach, **chosen(WorkFilter(request.GET or None))))
    today = request.reach.today
    rows = [(w.title, w.note, w.about, w.reference, w.due, w.days(today)) for w in found]
    columns = ("What", "Why", "About", "Reference", "Due", "Days left")
    return exported(request, "Tasks", columns, rows)
