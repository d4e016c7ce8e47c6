"""Evaluations that someone sees, and outcomes that wait for one."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from uplift.ground.access.reach import Reach
from uplift.loop.actions.models import Action
from uplift.loop.actions.queries import actions_of
from uplift.loop.impact.models import Evaluation
from uplift.loop.learning.models import Outcome
from uplift.loop.learning.queries import outcomes_of


def evaluations_of(reach: Reach) -> QuerySet[Evaluation]:
    """The board's evaluations that this person sees, newest first."""
    return (
        Evaluation.objects.visible_to(reach.user, reach.today)
        .filter(outcome__theme__board=reach.board)
        .select_related("outcome__theme", "by")
    )


def matching(rows: QuerySet[Evaluation], wanted: Mapping[str, Any]) -> QuerySet[Evaluation]:
    """Those that the filter of the list asks for: difference, theme."""
    if difference := wanted.get("difference"):
        rows = rows.filter(difference=difference)
    if theme := wanted.get("theme"):
        rows = rows.filter(outcome__theme=theme)
    return rows


def to_evaluate(reach: Reach) -> QuerySet[Outcome]:
    """The outcomes whose next evaluation is planned, the longest due first."""
    return outcomes_of(reach).filter(next_on__isnull=False).order_by("next_on", "pk")


def actions_towards(reach: Reach, outcome: Outcome) -> QuerySet[Action]:
    """What is done to reach an outcome."""
    return actions_of(reach).filter(outcome=outcome)
