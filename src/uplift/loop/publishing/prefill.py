"""The board's response as far as actions and evaluations tell it: a start for whoever writes it."""

import datetime as dt
from collections.abc import Iterable

from uplift.engine.process import effective
from uplift.ground.identity.models import User
from uplift.ground.ui.filters.dates import day
from uplift.loop.actions.models import Action
from uplift.loop.cases.models import Case
from uplift.loop.cases.queries import engine_facts
from uplift.loop.impact.models import Evaluation

PARTS = ("done", "impact", "more")
_DONE = (Action.Status.DONE, Action.Status.EMBEDDED)
_TO_DO = (Action.Status.PROPOSED, Action.Status.ACCEPTED)


def response_so_far(case: Case, reader: User, today: dt.date, step: str | None) -> dict[str, str]:
    """What has been done, what difference it made and what more will be done.

    Taken from the fields of these names where the case's `step` has them; else Markdown lists of
    the actions and evaluations that `reader` may see. Empty where there is nothing yet.
    """
    written = {}
    for fact in effective(engine_facts(case), today):
        if fact.step == step:
            written = {part: str(fact.values.get(part) or "") for part in PARTS}
    gathered = _gathered(case, reader, today)
    return {part: written.get(part) or gathered[part] for part in PARTS}


def _gathered(case: Case, reader: User, today: dt.date) -> dict[str, str]:
    actions = (
        Action.objects.visible_to(reader, today)
        .filter(findings__case=case)
        .select_related("agency")
        .distinct()
    )
    evaluations = (
        Evaluation.objects.visible_to(reader, today)
        .filter(outcome__actions__findings__case=case)
        .distinct()
    )
    return {
        "done": _list(
            f"{action.title} ({action.agency}), done on {day(action.done_on)}"
            for action in actions
            if action.status in _DONE
        ),
        "impact": _list(f"{found.practice} {found.children}" for found in evaluations),
        "more": _list(
            f"{action.title} ({action.agency}), by {day(action.due)}"
            for action in actions
            if action.status in _TO_DO
        ),
    }


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {' '.join(item.split())}" for item in items)
