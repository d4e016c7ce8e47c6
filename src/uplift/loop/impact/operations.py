"""Judging whether an outcome came about."""

import datetime as dt

from django.db import transaction
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.timezone import localdate

from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.actions.operations import note_actions
from uplift.loop.impact.models import Evaluation
from uplift.loop.learning.models import Finding, Outcome
from uplift.loop.learning.operations import note_grouping, plan_evaluation, set_reached
from uplift.loop.sharing.operations import note_sharing

SHOWN = (Evaluation.Difference.YES, Evaluation.Difference.PARTLY)


class EvaluationRefused(Refusal):
    """An outcome can't be evaluated so."""


@transaction.atomic
def evaluate(
    *,
    outcome: Outcome,
    on: dt.date,
    difference: str,
    by: User,
    now: dt.datetime,
    next_on: dt.date | None = None,
    **said: str,
) -> Evaluation:
    """Say whether an outcome came about; anything but a plain yes is looked at again later.

    `said` are method and result (what the measure shows now), practice and children (what changed
    in practice and for children or adults) and words (whose words those are).
    """
    _check(outcome, on, difference, next_on, now)
    evaluation = Evaluation.objects.create(
        outcome=outcome,
        on=on,
        difference=difference,
        next_on=next_on,
        by=by,
        at=now,
        **said,
    )
    plan_evaluation(outcome, next_on)
    note_impact(Finding.objects.filter(groupings__theme=outcome.theme_id))
    history.append(
        board=outcome.theme.board,
        by=by,
        now=now,
        operation="impact.evaluated",
        subject=evaluation,
        about=outcome.statement,
        detail={"outcome": outcome.pk, "difference": difference},
    )
    return evaluation


def note_impact(findings: QuerySet[Finding]) -> None:
    """Count anew on which day an evaluation first showed that these findings, by the outcome of a
    theme in which they then stood, made a difference."""
    shown = Evaluation.objects.filter(
        outcome__theme__groupings__finding=OuterRef("pk"),
        outcome__theme__groupings__on__lte=F("on"),
        difference__in=SHOWN,
    )
    set_reached(findings, shown_on=Subquery(shown.order_by("on").values("on")[:1]))


def rebuild_stages() -> None:
    """Count anew for every finding when it got to each stage; nothing changes if all is well."""
    findings = Finding.objects.all()
    note_grouping(findings)  # and, by its signal, the impact
    note_actions(findings)
    note_sharing(findings)


def _check(
    outcome: Outcome, on: dt.date, difference: str, next_on: dt.date | None, now: dt.datetime
) -> None:
    if on > localdate(now):
        raise EvaluationRefused("The evaluation can't be dated in the future.", field="on")
    if on < outcome.made_on:
        raise EvaluationRefused("The outcome wasn't set yet on that day.", field="on")
    if next_on and next_on <= on:
        raise EvaluationRefused("The next evaluation must be later than this one.", field="next_on")
    if difference != Evaluation.Difference.YES and not next_on:
        raise EvaluationRefused("Say when it is looked at again.", field="next_on")
