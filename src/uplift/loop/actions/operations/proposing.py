"""Proposing actions, and changing what they ask for."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from modelsearch import index

from uplift.ground.access.models import Grant
from uplift.ground.boards.models import Agency, Board
from uplift.ground.drafts.versions import claim
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.actions.models import Action
from uplift.loop.actions.operations.stages import note_actions
from uplift.loop.actions.policies import can
from uplift.loop.cases.models import Case
from uplift.loop.learning.models import Finding, Outcome
from uplift.loop.learning.operations import next_number, refuse_names

#: What the agency agreed to: when one of these changes, it is asked again.
AGREED = ("title", "success", "agency", "due")


class ActionRefused(Refusal):
    """An action can't be kept so."""


@transaction.atomic
def propose(
    *,
    board: Board,
    title: str,
    success: str,
    agency: Agency,
    due: dt.date,
    findings: Iterable[Finding],
    by: User,
    now: dt.datetime,
    owner: User | None = None,
    outcome: Outcome | None = None,
    names_checked: bool = False,
) -> Action:
    """Ask an agency to do something because of findings, by a day; `success` says how anyone
    will see that it is done. The agency accepts or declines it, and doesn't see the case."""
    findings = list(findings)
    wanted = {
        "title": title,
        "success": success,
        "agency": agency,
        "due": due,
        "owner": owner,
        "outcome": outcome,
    }
    _check(board, wanted, findings, names_checked=names_checked)
    _check_due(due, now)
    number = next_number(Action.objects.all(), board)
    action = Action.objects.create(
        board=board, number=number, made_on=localdate(now), by=by, **wanted
    )
    action.findings.set(findings)
    note_actions(Finding.objects.filter(actions=action))
    tell(action, "actions.proposed", by, now, agency=agency.slug, due=due.isoformat())
    return action


@transaction.atomic
def change(
    *,
    action: Action,
    version: int,
    findings: Iterable[Finding],
    by: User,
    now: dt.datetime,
    names_checked: bool = False,
    **wanted: Any,
) -> Action:
    """Write over what the action asks for (title, success, agency, due, owner, outcome), as it
    stood at `version`. Unless only findings, owner or outcome differ, the agency is asked again."""
    findings = list(findings)
    if refusal := can(action, "change"):
        raise refusal
    _check(action.board, wanted, findings, names_checked=names_checked)
    if wanted["due"] != action.due:
        _check_due(wanted["due"], now)
    again = action.status == Action.Status.DECLINED or any(
        getattr(action, name) != wanted[name] for name in AGREED
    )
    state = {"status": Action.Status.PROPOSED, "reason": ""} if again else {}
    touched = {*action.findings.values_list("pk", flat=True), *(one.pk for one in findings)}
    claim(action, version, {**wanted, "findings": findings}, **wanted, **state)
    action.findings.set(findings)
    index.insert_or_update_object(action)
    note_actions(Finding.objects.filter(pk__in=touched))
    tell(action, "actions.changed", by, now, version=action.version, asked_again=again)
    return action


def tell(action: Action, operation: str, by: User, now: dt.datetime, **detail: Any) -> None:
    """Add to the history what was done with an action."""
    history.append(
        board=action.board, by=by, now=now, operation=operation, subject=action, detail=detail
    )


def _check_due(due: dt.date, now: dt.datetime) -> None:
    if due < localdate(now):
        raise ActionRefused("It can't be due in the past.", field="due")


def _check(
    board: Board, wanted: dict[str, Any], findings: list[Finding], *, names_checked: bool
) -> None:
    agency, owner, outcome = wanted["agency"], wanted["owner"], wanted["outcome"]
    if not findings:
        raise ActionRefused("Choose at least one finding that it answers.", field="findings")
    if not wanted["success"].strip():
        raise ActionRefused("Say how anyone will see that it is done.", field="success")
    if not board.agencies.filter(pk=agency.pk).exists():
        raise ActionRefused("This agency doesn't belong to the board.", field="agency")
    if any(finding.board_id != board.pk for finding in findings):
        raise ActionRefused("A finding of another board can't be answered here.", field="findings")
    if outcome and outcome.theme.board_id != board.pk:
        raise ActionRefused("This outcome belongs to another board.", field="outcome")
    seats = Grant.objects.filter(board=board, user=owner, capability="update_action")
    if owner and not seats.filter(agency=agency).exists():
        raise ActionRefused(f"{owner} doesn't answer for {agency} at this board.", field="owner")
    cases = Case.objects.filter(findings__in=findings).distinct()
    refuse_names((wanted["title"], wanted["success"]), cases, checked=names_checked)
