"""Recording what was done in a case, and setting right what was recorded wrongly."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from uplift.engine import process
from uplift.ground.drafts.versions import claim
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case, Fact
from uplift.loop.cases.operations.opening import give_roles
from uplift.loop.cases.operations.tasks import rebuild_and_tell
from uplift.loop.cases.queries import board_agencies, engine_facts


class RecordRefused(Refusal):
    """The engine refuses the record; `refused` holds every reason, the first is the sentence."""

    def __init__(self, refused: tuple[process.Refused, ...]) -> None:
        super().__init__(refused[0].sentence, refused[0].field)
        self.refused = refused


def refusals(
    case: Case, fact: process.Fact, *, roles: Collection[str], today: dt.date
) -> tuple[process.Refused, ...]:
    """Why the fact may not be recorded now by someone in these roles; nothing when it may."""
    return process.may_record(
        case.pack,
        case.started_as,
        engine_facts(case),
        fact,
        roles=roles,
        today=today,
        opened=case.opened_on,
        board_agencies=board_agencies(case),
    )


@transaction.atomic
def record(
    *,
    case: Case,
    step: str,
    on: dt.date,
    by: User,
    roles: Collection[str],
    now: dt.datetime,
    version: int,
    outcome: str = "",
    values: Mapping[str, Any] | None = None,
    item: str = "",
    signed: bool = False,
    corrects: Fact | None = None,
    void: bool = False,
) -> Fact:
    """Record that a step was done on a day, by someone who acts in these `roles`.

    With `corrects`, the new fact takes the place of that one; `void` takes it back altogether.
    Raises Stale when the case has moved on from `version`, the one that the person had before
    them; RecordRefused with the engine's sentences when the step may not be recorded so.
    """
    case = claim(case, version)
    fact = Fact(
        case=case,
        step=step,
        item=item,
        on=on,
        outcome=outcome,
        values=dict(values or {}),
        by=by,
        recorded_at=now,
        corrects=corrects,
        void=void,
        signed=signed,
        as_role=_acting_role(case, step, roles),
    )
    if refused := refusals(case, fact.as_engine(), roles=roles, today=localdate(now)):
        raise RecordRefused(refused)
    return _keep(fact, "cases.corrected" if corrects else "cases.recorded", now)


def correct(
    *,
    case: Case,
    fact: Fact,
    on: dt.date,
    by: User,
    roles: Collection[str],
    now: dt.datetime,
    version: int,
    outcome: str = "",
    values: Mapping[str, Any] | None = None,
    void: bool = False,
) -> Fact:
    """Set an earlier fact right: what follows is as if it had been recorded so at once."""
    return record(
        case=case,
        step=fact.step,
        item=fact.item,
        on=on,
        by=by,
        roles=roles,
        now=now,
        version=version,
        outcome=outcome,
        values=values,
        corrects=fact,
        void=void,
    )


def pause(
    *,
    case: Case,
    on: dt.date,
    reason: str,
    by: User,
    roles: Collection[str],
    now: dt.datetime,
    version: int,
) -> Fact:
    """Stop the clocks that may be stopped, for a reason such as court proceedings."""
    return record(
        case=case,
        step="pause",
        on=on,
        by=by,
        roles=roles,
        now=now,
        version=version,
        values={"reason": reason},
    )


def resume(
    *, case: Case, on: dt.date, by: User, roles: Collection[str], now: dt.datetime, version: int
) -> Fact:
    """Let the clocks run again."""
    return record(case=case, step="resume", on=on, by=by, roles=roles, now=now, version=version)


def give_late_reason(
    *,
    case: Case,
    step: str,
    reason: str,
    on: dt.date,
    by: User,
    roles: Collection[str],
    now: dt.datetime,
    version: int,
) -> Fact:
    """Say why a step is or was late; it goes to the role that the framework names."""
    return record(
        case=case,
        step="late_reason",
        on=on,
        by=by,
        roles=roles,
        now=now,
        version=version,
        values={"step": step, "reason": reason},
    )


def _acting_role(case: Case, step: str, roles: Collection[str]) -> str:
    """The role in which the record is made: the step's own where held, else one that enters
    records for it."""
    own = next((s.by for s in case.type.steps if s.id == step), "")
    if not own or own in roles:
        return own
    enterers = (r for r in sorted(roles) if r in case.pack.roles)
    return next((r for r in enterers if own in case.pack.roles[r].enters_for), "")


def _keep(fact: Fact, operation: str, now: dt.datetime) -> Fact:
    case, before = fact.case, fact.case.process
    fact.save(force_insert=True)
    rebuild_and_tell(case, localdate(now))
    if case.process != before:
        give_roles(case)
    history.append(
        board=case.board,
        by=fact.by,
        now=now,
        operation=operation,
        subject=case,
        detail={
            "fact": fact.pk,
            "step": fact.step,
            "on": fact.on.isoformat(),
            "corrects": fact.corrects_id,
            "void": fact.void,
            "digest": fact.digest(),
        },
    )
    return fact
