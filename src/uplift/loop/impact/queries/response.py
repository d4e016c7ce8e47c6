"""What the board answers to a review: what is done, what it changed, what is still to come."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from uplift.ground.access.reach import Reach
from uplift.ground.ui.filters.dates import day
from uplift.loop.actions.models import Action
from uplift.loop.actions.queries import FINISHED, OPEN, of_case
from uplift.loop.cases.models import Case
from uplift.loop.impact.models import Evaluation
from uplift.loop.impact.queries.evaluations import evaluations_of
from uplift.loop.learning.models import Grouping

_NOTHING = "Nothing yet."


class Response(NamedTuple):
    """Actions finished, evaluations (the last of each outcome), actions still open."""

    done: list[Action]
    impact: list[Evaluation]
    more: list[Action]

    def markdown(self) -> str:
        """The three parts as text to begin a publication with; who wrote it is left out."""
        done = (f"{one.title} ({one.agency}, {day(one.done_on)})" for one in self.done)
        more = (f"{one.title} ({one.agency}, by {day(one.due)})" for one in self.more)
        parts = (
            ("What has been done", _list(done)),
            ("What difference it made", _list(map(_said, self.impact))),
            ("What is still to come", _list(more)),
        )
        return "\n\n".join(f"## {title}\n\n{text}" for title, text in parts) + "\n"


def response_of(reach: Reach, case: Case) -> Response:
    """The answer to what one case taught, as far as this person sees it."""
    actions = list(of_case(reach, case))
    taught = Grouping.objects.filter(finding__case=case, theme=OuterRef("outcome__theme"))
    last: dict[int, Evaluation] = {}
    for evaluation in evaluations_of(reach).filter(Exists(taught)):
        last.setdefault(evaluation.outcome_id, evaluation)
    return Response(
        done=[action for action in actions if action.status in FINISHED],
        impact=list(last.values()),
        more=[action for action in actions if action.status in OPEN],
    )


def _said(evaluation: Evaluation) -> str:
    verdict = evaluation.get_difference_display()
    measure = f"{evaluation.outcome.seen_by}: {evaluation.result}"
    return f"{evaluation.outcome.statement} {verdict}. {measure} ({day(evaluation.on)})."


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines) or _NOTHING
