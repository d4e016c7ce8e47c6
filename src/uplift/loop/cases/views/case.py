"""The page of a case: what to do next, and its steps."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from uplift.engine.spec import Process
from uplift.ground.access.gate import BoardRequest
from uplift.loop.cases.clocks import clocks
from uplift.loop.cases.conversion import former
from uplift.loop.cases.opened import Opened
from uplift.loop.cases.steplist import panels, stages
from uplift.loop.cases.views.common import note, open_case, page


@require_safe
def steps(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """What to do next, and every step by stage."""
    opened = open_case(request, case)
    note(request, opened, "steps")
    return page(
        request,
        "case",
        opened,
        "steps",
        panels=panels(opened),
        stages=stages(opened),
        clocks=clocks(opened),
        people=_people(opened, opened.case.type),
        former=former(opened),
        joint=list(opened.case.joint_boards.filter(ends=None).select_related("board")),
        pause=next((f for f in reversed(opened.standing) if f.step == "pause"), None),
    )


def _people(opened: Opened, process: Process) -> list[tuple[str, str]]:
    """Roles with a part in the process, and who holds them: names of a few, a number of many."""
    roles = dict.fromkeys(step.by for step in process.steps)
    shown = []
    for role in roles:
        names = opened.holders.get(role, [])
        if names and opened.pack.roles[role].held in {"board", "shared", "case"}:
            said = ", ".join(names) if len(names) <= 3 else f"{len(names)} people"
            shown.append((opened.pack.roles[role].name, said))
    return shown
