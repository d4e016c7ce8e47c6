"""Making themes, and putting findings into them."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from uplift.ground.boards.models import Board
from uplift.ground.drafts.versions import claim
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.learning.models import Finding, Grouping, Theme
from uplift.loop.learning.operations.findings import tell as tell_of_finding
from uplift.loop.learning.operations.stages import note_grouping


class ThemeRefused(Refusal):
    """A theme can't be kept so."""


@transaction.atomic
def make_theme(
    *,
    board: Board,
    name: str,
    says: str,
    by: User,
    now: dt.datetime,
    findings: Iterable[Finding] = (),
) -> Theme:
    """Make a theme, with findings in it if there are some already."""
    _check_name(Theme(board=board, name=name))
    theme = Theme.objects.create(board=board, name=name, says=says, made_on=localdate(now), by=by)
    _tell(theme, "learning.theme_made", by, now)
    group(theme=theme, findings=findings, by=by, now=now)
    return theme


@transaction.atomic
def change_theme(
    *, theme: Theme, version: int, name: str, says: str, by: User, now: dt.datetime
) -> Theme:
    """Write over a theme's name and what it says, as they stood at `version`."""
    _check_name(Theme(pk=theme.pk, board=theme.board, name=name))
    claim(theme, version, name=name, says=says)
    _tell(theme, "learning.theme_changed", by, now, version=theme.version)
    return theme


@transaction.atomic
def set_priority(
    *,
    theme: Theme,
    version: int,
    priority_year: int | None,
    reason: str,
    by: User,
    now: dt.datetime,
) -> Theme:
    """Make the theme a priority of a year, or of none, with the reasons."""
    if not reason.strip():
        raise ThemeRefused("Say why, in the light of the board's priorities.", field="reason")
    if priority_year is not None and not 0 <= priority_year - now.year <= 3:
        raise ThemeRefused(
            f"Choose a year from {now.year} to {now.year + 3}.", field="priority_year"
        )
    claim(theme, version, priority_year=priority_year, reason=reason)
    _tell(theme, "learning.priority_set", by, now, year=priority_year)
    return theme


@transaction.atomic
def group(*, theme: Theme, findings: Iterable[Finding], by: User, now: dt.datetime) -> None:
    """Put findings of the same board into the theme; those in it already stay as they are."""
    findings = list(findings)
    Theme.objects.select_for_update().get(pk=theme.pk)  # nobody else fills it meanwhile
    if any(finding.board_id != theme.board_id for finding in findings):
        raise ThemeRefused("A finding of another board can't go into this theme.")
    there = set(theme.groupings.values_list("finding_id", flat=True))
    added = [finding for finding in findings if finding.pk not in there]
    Grouping.objects.bulk_create(
        Grouping(theme=theme, finding=finding, on=localdate(now), by=by) for finding in added
    )
    for finding in added:
        tell_of_finding(finding, "learning.grouped", by, now, theme=theme.pk)
    note_grouping(Finding.objects.filter(pk__in=[finding.pk for finding in added]))


@transaction.atomic
def ungroup(*, theme: Theme, finding: Finding, by: User, now: dt.datetime) -> None:
    """Take a finding out of the theme; that it stood there stays in the history."""
    gone, _ = Grouping.objects.filter(theme=theme, finding=finding).delete()
    if not gone:
        raise ThemeRefused("This finding isn't in the theme any more.")
    tell_of_finding(finding, "learning.ungrouped", by, now, theme=theme.pk)
    note_grouping(Finding.objects.filter(pk=finding.pk))


def _check_name(wanted: Theme) -> None:
    Board.objects.select_for_update().get(pk=wanted.board_id)  # no other name comes in between
    same = Theme.objects.filter(board=wanted.board, name__iexact=wanted.name)
    if same.exclude(pk=wanted.pk).exists():
        raise ThemeRefused("The board has a theme of this name already.", field="name")


def _tell(theme: Theme, operation: str, by: User, now: dt.datetime, **detail: Any) -> None:
    history.append(
        board=theme.board, by=by, now=now, operation=operation, subject=theme, detail=detail
    )
