"""The board's response as far as the case, its actions and evaluations tell it: a start."""

from collections.abc import Iterable

from uplift.engine.process import effective
from uplift.ground.access.reach import Reach
from uplift.ground.ui.filters.dates import day
from uplift.loop.cases.models import Case
from uplift.loop.cases.queries import engine_facts
from uplift.loop.impact.queries import response_of

PARTS = ("done", "impact", "more")


def response_so_far(reach: Reach, case: Case, step: str | None) -> dict[str, str]:
    """What has been done, what difference it made and what more will be done.

    Taken from the fields of these names where the case's `step` has them; else lists of the
    actions and evaluations that the person sees. Empty where there is nothing yet.
    """
    written: dict[str, str] = {}
    for fact in effective(engine_facts(case), reach.today):
        if fact.step == step:
            written = {part: str(fact.values.get(part) or "") for part in PARTS}
    gathered = _gathered(reach, case)
    return {part: written.get(part) or gathered[part] for part in PARTS}


def _gathered(reach: Reach, case: Case) -> dict[str, str]:
    found = response_of(reach, case)
    return {
        "done": _list(f"{one.title} ({one.agency}, {day(one.done_on)})" for one in found.done),
        "impact": _list(f"{one.practice} {one.children}" for one in found.impact),
        "more": _list(f"{one.title} ({one.agency}, by {day(one.due)})" for one in found.more),
    }


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {' '.join(item.split())}" for item in items)
