"""What becomes of an action: accepted or declined, told of, done, embedded, opened again."""

import datetime as dt

from django.db import transaction
from django.utils.timezone import localdate
from modelsearch import index

from uplift.ground.drafts.versions import claim
from uplift.ground.identity.models import User
from uplift.loop.actions.models import Action, Progress
from uplift.loop.actions.operations.proposing import ActionRefused, tell
from uplift.loop.actions.operations.stages import note_actions
from uplift.loop.actions.policies import can
from uplift.loop.learning.models import Finding

_S = Action.Status


@transaction.atomic
def answer(
    *, action: Action, version: int, accept: bool, reason: str, by: User, now: dt.datetime
) -> Action:
    """Accept or decline the action for its agency; declining needs the reason."""
    _can(action, "answer")
    if not accept and not reason.strip():
        raise ActionRefused("Say why the agency declines, or what it offers.", field="reason")
    status = _S.ACCEPTED if accept else _S.DECLINED
    claim(action, version, status=status, reason=reason, answered_on=localdate(now))
    note_actions(Finding.objects.filter(actions=action))
    _say(action, reason or "Accepted.", by, now)
    tell(action, f"actions.{status.value}", by, now)
    return action


@transaction.atomic
def say(*, action: Action, says: str, by: User, now: dt.datetime) -> Progress:
    """Tell how the action is going."""
    _can(action, "say")
    progress = _say(action, says, by, now)
    tell(action, "actions.progress_told", by, now, progress=progress.pk)
    return progress


@transaction.atomic
def finish(
    *, action: Action, version: int, on: dt.date, evidence: str, by: User, now: dt.datetime
) -> Action:
    """Say that the action was done on a day, and what shows it."""
    _can(action, "finish")
    _check_day(on, action.made_on, "It can't have been done before it was proposed.", now)
    if not evidence.strip():
        raise ActionRefused("Say what shows that it is done.", field="evidence")
    claim(action, version, status=_S.DONE, done_on=on, evidence=evidence)
    index.insert_or_update_object(action)
    _say(action, evidence, by, now)
    tell(action, "actions.done", by, now, on=on.isoformat())
    return action


@transaction.atomic
def embed(
    *, action: Action, version: int, on: dt.date, embedding: str, by: User, now: dt.datetime
) -> Action:
    """Judge that what was done lasts in daily practice, and by what that is seen. Somebody else
    than the person who said that it was done judges it."""
    _can(action, "embed")
    _check_day(on, action.done_on or on, "It can't have lasted before it was done.", now)
    if not embedding.strip():
        raise ActionRefused("Say by what it is seen that it lasts.", field="embedding")
    finished = action.progress.filter(status=_S.DONE).order_by("at", "pk").first()
    if finished and finished.by_id == by.pk:
        raise ActionRefused("You said that it is done: somebody else judges whether it lasts.")
    claim(action, version, status=_S.EMBEDDED, embedded_on=on, embedding=embedding)
    note_actions(Finding.objects.filter(actions=action))
    _say(action, embedding, by, now)
    tell(action, "actions.embedded", by, now, on=on.isoformat())
    return action


@transaction.atomic
def reopen(*, action: Action, version: int, reason: str, by: User, now: dt.datetime) -> Action:
    """Open an action again that turns out not to be done, or not to last."""
    _can(action, "reopen")
    if not reason.strip():
        raise ActionRefused("Say why it is opened again.", field="reason")
    claim(action, version, status=_S.ACCEPTED, done_on=None, embedded_on=None)
    note_actions(Finding.objects.filter(actions=action))
    _say(action, reason, by, now)
    tell(action, "actions.reopened", by, now)
    return action


def _can(action: Action, what: str) -> None:
    if refusal := can(action, what):
        raise refusal


def _check_day(on: dt.date, earliest: dt.date, sentence: str, now: dt.datetime) -> None:
    if on > localdate(now):
        raise ActionRefused("The day can't lie in the future.", field="on")
    if on < earliest:
        raise ActionRefused(sentence, field="on")


def _say(action: Action, says: str, by: User, now: dt.datetime) -> Progress:
    return Progress.objects.create(action=action, at=now, by=by, says=says, status=action.status)
