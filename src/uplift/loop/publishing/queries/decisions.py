"""The log of the board's decisions on publication, with their reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from uplift.engine.spec import Pack
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
    cases = Case.objects.filter(board=reach.board)
    editions = Edition.objects.filter(pk__in=cases.values("edition"))
    steps = [Q(case__edition=edition, step__in=_steps(edition.pack)) for edition in editions]
    visible = Case.objects.visible_to(reach.user, reach.today).filter(pk=OuterRef("case"))
    facts = Fact.objects.filter(Exists(visible), reduce(or_, steps, Q(pk=None)))
    return _with_words(facts.filter(case__board=reach.board))


def decisions_in(case: Case) -> QuerySet[Fact]:
    """Every decision on publication in one case that the person sees, the latest first."""
    return _with_words(Fact.objects.filter(case=case, step__in=_steps(case.pack)))


def _steps(pack: Pack) -> set[str]:
    """The steps by which the reviews of a framework decide on publication."""
    rules = (process.publication for process in pack.processes.values())
    return {rule.decision for rule in rules if rule}


def _with_words(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    """With what `in_words` needs; each edition is read once, however many decisions it has."""
    return (
        facts.select_related("case", "by")
        .prefetch_related("case__edition", "corrected_by")
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
