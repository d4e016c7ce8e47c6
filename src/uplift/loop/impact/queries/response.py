"""What the board answers to a review: what is done, what it changed, what is still to come."""

from typing import NamedTuple

from django.db.models import Exists, OuterRef

from uplift.ground.access.reach import Reach
from uplift.loop.actions.models import Action
from uplift.loop.actions.queries import FINISHED, OPEN, of_case
from uplift.loop.cases.models import Case
from uplift.loop.impact.models import Evaluation
from uplift.loop.impact.queries.evaluations import evaluations_of
from uplift.loop.learning.models import Grouping


class Response(NamedTuple):
    """Actions finished, evaluations (the last of each outcome), actions still open."""

    done: list[Action]
    impact: list[Evaluation]
    more: list[Action]


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
