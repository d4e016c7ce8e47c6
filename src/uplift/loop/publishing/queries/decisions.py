"""The log of the board's decisions on publication, with their reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from uplift.ground.access.reach import Reach
from uplift.ground.frameworks.models import Edition
from uplift.loop.cases.models import Case, Fact


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision as it was recorded; `stands` unless a later record corrected it."""

    fact: Fact
    says: str
    reasons: str
    stands: bool


def decisions_of(reach: Reach) -> QuerySet[Fact]:
    """Every decision on publication in the cases that this person sees, the latest first."""
    editions = Edition.objects.filter(cases__board=reach.board).distinct()
    steps = [
        Q(case__edition=edition, step=process.publication.decision)
        for edition in editions
        for process in edition.pack.processes.values()
        if process.publication
    ]
    if not steps:
        return Fact.objects.none()
    visible = Case.objects.visible_to(reach.user, reach.today).filter(pk=OuterRef("case"))
    return (
        Fact.objects.filter(Exists(visible), reduce(or_, steps), case__board=reach.board)
        .select_related("case__edition", "by")
        .prefetch_related("corrected_by")
        .order_by("-on", "-pk")
    )


def in_words(facts: Iterable[Fact]) -> list[Decision]:
    """The facts with their outcome in the framework's words and their reasons."""
    return [
        Decision(
            fact,
            _outcome(fact),
            str(fact.values.get("reasons") or ""),
            stands=not fact.void and not fact.corrected_by.all(),
        )
        for fact in facts
    ]


def _outcome(fact: Fact) -> str:
    steps = (process.by_id.get(fact.step) for process in fact.case.pack.processes.values())
    outcomes = (step.outcomes.get(fact.outcome) for step in steps if step)
    return next((outcome.name for outcome in outcomes if outcome), fact.outcome)
