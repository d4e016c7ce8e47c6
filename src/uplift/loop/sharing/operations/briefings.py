"""Writing briefings and issuing them."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from modelsearch import index

from uplift.ground.boards.models import Board
from uplift.ground.drafts.versions import claim
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case
from uplift.loop.learning.models import Finding
from uplift.loop.learning.operations import next_number, refuse_names
from uplift.loop.sharing.models import Briefing
from uplift.loop.sharing.policies import can_change


class BriefingRefused(Refusal):
    """A briefing can't be kept or issued so."""


@transaction.atomic
def write_briefing(
    *,
    board: Board,
    title: str,
    body: str,
    findings: Iterable[Finding],
    by: User,
    now: dt.datetime,
) -> Briefing:
    """Begin a briefing (its body is Markdown) on some findings; nobody outside reads it yet."""
    findings = list(findings)
    _check(board, findings)
    number = next_number(Briefing.objects.all(), board)
    briefing = Briefing.objects.create(
        board=board, number=number, title=title, body=body, made_on=localdate(now), by=by
    )
    briefing.findings.set(findings)
    tell(briefing, "sharing.briefing_written", by, now)
    return briefing


@transaction.atomic
def change_briefing(
    *,
    briefing: Briefing,
    version: int,
    title: str,
    body: str,
    findings: Iterable[Finding],
    by: User,
    now: dt.datetime,
) -> Briefing:
    """Write over a briefing that isn't issued yet, as it stood at `version`."""
    findings = list(findings)
    if refusal := can_change(briefing):
        raise refusal
    _check(briefing.board, findings)
    typed = {"title": title, "body": body, "findings": findings}
    claim(briefing, version, typed, title=title, body=body)
    briefing.findings.set(findings)
    index.insert_or_update_object(briefing)
    tell(briefing, "sharing.briefing_changed", by, now, version=briefing.version)
    return briefing


@transaction.atomic
def issue(
    *,
    briefing: Briefing,
    version: int,
    by: User,
    now: dt.datetime,
    names_checked: bool = False,
) -> Briefing:
    """Let everyone who reads the board's learning read the briefing; its words stay as they are.

    Every finding in it must be released: what still belongs to a case isn't spread, and neither
    are the names in it.
    """
    if refusal := can_change(briefing):
        raise refusal
    kept = briefing.findings.filter(released_on__isnull=True).order_by("number").first()
    if kept:
        raise BriefingRefused(f"Finding {kept.number} still belongs to its case. Release it first.")
    claim(briefing, version, issued_on=localdate(now))
    cases = Case.objects.filter(findings__briefings=briefing).distinct()
    refuse_names((briefing.title, briefing.body), cases, checked=names_checked)
    tell(briefing, "sharing.briefing_issued", by, now)
    return briefing


def tell(briefing: Briefing, operation: str, by: User, now: dt.datetime, **detail: Any) -> None:
    """Add to the history what was done with a briefing."""
    history.append(
        board=briefing.board, by=by, now=now, operation=operation, subject=briefing, detail=detail
    )


def _check(board: Board, findings: list[Finding]) -> None:
    if not findings:
        raise BriefingRefused("Choose at least one finding that it is about.", field="findings")
    if any(finding.board_id != board.pk for finding in findings):
        raise BriefingRefused("A finding of another board can't be in it.", field="findings")
