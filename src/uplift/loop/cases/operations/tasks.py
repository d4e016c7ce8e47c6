"""The tasks of a case: a projection of its facts, so that work lists are plain queries."""

import datetime as dt
from collections.abc import Iterator

from django.db import transaction
from django.db.models import QuerySet

from uplift.engine.process import Position, State, StepPosition
from uplift.ground.boards.models import Agency
from uplift.loop.cases.models import Case, Task
from uplift.loop.cases.queries import position_of
from uplift.loop.cases.signals import tasks_opened


def _rows(case: Case, position: Position) -> Iterator[Task]:
    agencies = {agency.slug: agency for agency in Agency.objects.filter(boards=case.board_id)}
    for number, step in enumerate(position.steps):
        if step.items:
            for item in step.items:
                task = _row(case, number, step)
                task.item, task.state = item.item, str(item.state)
                task.done_on = item.done_on
                task.agency = agencies.get(item.item)
                yield task
        else:
            yield _row(case, number, step)


def _row(case: Case, number: int, step: StepPosition) -> Task:
    return Task(
        case=case,
        board_id=case.board_id,
        position=number,
        step=step.step.id,
        name=step.step.name,
        kind=step.step.kind,
        role=step.step.by,
        state=str(step.state),
        optional=step.optional,
        due=step.due,
        done_on=step.done_on,
        outcome=step.outcome or "",
        reason_needed=step.reason_needed,
        reason_given=step.reason_given,
        explanation=step.explanation[:400],
    )


@transaction.atomic
def rebuild_tasks(case: Case, today: dt.date) -> Position:
    """Write the case's tasks anew from its facts, and the summary that lists show of it."""
    position = position_of(case, today)
    Task.objects.filter(case=case).delete()
    tasks = Task.objects.bulk_create(_rows(case, position))
    wanted = [task for task in tasks if task.state == State.OPEN and not task.optional]
    dated = sorted((task for task in wanted if task.due), key=lambda task: task.due or today)
    first = dated[0] if dated else (wanted[0] if wanted else None)
    case.process = position.process_id
    case.status = _status(position)
    case.due = dated[0].due if dated else None
    case.next_step = first.name if first and case.status != Case.Status.CLOSED else ""
    case.save(update_fields=["process", "status", "due", "next_step"])
    return position


def _status(position: Position) -> Case.Status:
    if position.ended:
        return Case.Status.CLOSED
    return Case.Status.PAUSED if position.paused_since else Case.Status.OPEN


def rebuild_and_tell(case: Case, today: dt.date) -> Position:
    """Rebuild after an operation and, once it is committed, tell which tasks it opened."""
    before = set(_open(case).values_list("step", "item"))
    position = rebuild_tasks(case, today)
    opened = [task for task in _open(case) if (task.step, task.item) not in before]
    if opened:
        transaction.on_commit(lambda: tasks_opened.send(sender=Case, case=case, tasks=opened))
    return position


def _open(case: Case) -> QuerySet[Task]:
    return Task.objects.filter(case=case, state=State.OPEN)


def rebuild_all_tasks(today: dt.date) -> int:
    """Rebuild every open case's tasks: days pass, and some steps open with them."""
    count = 0
    for case in Case.objects.exclude(status=Case.Status.CLOSED).select_related("edition"):
        rebuild_tasks(case, today)
        count += 1
    return count
