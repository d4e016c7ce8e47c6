"""Saying what will be different, and how anyone will see it."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from uplift.ground.drafts.versions import claim
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.learning.models import Finding, Outcome, Theme
from uplift.loop.learning.operations.stages import note_grouping

_NEEDED = {
    "statement": "Say what will be different for children or adults.",
    "seen_by": "An outcome needs a measure: say how anyone will see that it has come about.",
    "baseline": "Say how things are now, or that it isn't known.",
    "target": "Say what the measure should show in the end.",
    "evaluate_how": "Plan the evaluation now: say how the measure will be taken.",
}


class OutcomeRefused(Refusal):
    """An outcome can't be kept so."""


@transaction.atomic
def set_outcome(
    *, theme: Theme, due: dt.date, evaluate_on: dt.date, by: User, now: dt.datetime, **texts: str
) -> Outcome:
    """Set an outcome for a theme: `texts` are statement, seen_by (the measure), baseline, target
    and evaluate_how. Without a measure, or an evaluation planned beforehand, it is refused."""
    _check(texts)
    if due < localdate(now):
        raise OutcomeRefused("The outcome can't be due in the past.", field="due")
    if evaluate_on < localdate(now):
        raise OutcomeRefused("Plan the evaluation for a day to come.", field="evaluate_on")
    outcome = Outcome.objects.create(
        theme=theme,
        due=due,
        evaluate_on=evaluate_on,
        next_on=evaluate_on,
        made_on=localdate(now),
        by=by,
        **texts,
    )
    note_grouping(Finding.objects.filter(groupings__theme=theme))
    _tell(outcome, "learning.outcome_set", by, now)
    return outcome


@transaction.atomic
def change_outcome(
    *,
    outcome: Outcome,
    version: int,
    due: dt.date,
    evaluate_on: dt.date,
    by: User,
    now: dt.datetime,
    **texts: str,
) -> Outcome:
    """Write over an outcome as it stood at `version`; a new day for its evaluation lies ahead."""
    _check(texts)
    moved = evaluate_on != outcome.evaluate_on
    if moved and evaluate_on < localdate(now):
        raise OutcomeRefused("Plan the evaluation for a day to come.", field="evaluate_on")
    typed = {"due": due, "evaluate_on": evaluate_on, **texts}
    plan = {"next_on": evaluate_on} if moved else {}
    claim(outcome, version, typed, due=due, evaluate_on=evaluate_on, **texts, **plan)
    _tell(outcome, "learning.outcome_changed", by, now, version=outcome.version)
    return outcome


def plan_evaluation(outcome: Outcome, on: dt.date | None) -> None:
    """Set the day of the next evaluation, or that no more are planned (for the room above)."""
    Outcome.objects.filter(pk=outcome.pk).update(next_on=on)


def _check(texts: dict[str, str]) -> None:
    for field, sentence in _NEEDED.items():
        if not texts[field].strip():
            raise OutcomeRefused(sentence, field=field)


def _tell(outcome: Outcome, operation: str, by: User, now: dt.datetime, **detail: Any) -> None:
    history.append(
        board=outcome.theme.board,
        by=by,
        now=now,
        operation=operation,
        subject=outcome,
        detail=detail,
    )
