"""Adding, changing and releasing findings, and what people say of them."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from modelsearch import index

from uplift.ground.boards.models import Agency, Board
from uplift.ground.drafts.versions import claim
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case
from uplift.loop.learning.models import Finding, Voice
from uplift.loop.learning.operations.names import refuse_names
from uplift.loop.learning.operations.numbers import next_number
from uplift.loop.lessons.models import Inspection


class FindingRefused(Refusal):
    """A finding can't be kept so."""


@transaction.atomic
def add_finding(
    *,
    source: Case | Inspection,
    by: User,
    now: dt.datetime,
    found_on: dt.date,
    agencies: Iterable[Agency] = (),
    **texts: Any,
) -> Finding:
    """Add what was learnt from a case or an inspection.

    `texts` are the other fields of a finding: kind, title, detail, why, evidence, reach, early,
    systemic, paragraph, area. What an inspection found is public, so it is released at once.
    """
    agencies = list(agencies)
    _check(source, source.board, found_on, agencies, now)
    case, inspection = (source, None) if isinstance(source, Case) else (None, source)
    finding = Finding.objects.create(
        board=source.board,
        number=next_number(Finding.objects.all(), source.board),
        case=case,
        inspection=inspection,
        found_on=found_on,
        released_on=None if case else localdate(now),
        by=by,
        **texts,
    )
    finding.agencies.set(agencies)
    tell(finding, "learning.finding_added", by, now, found_on=found_on.isoformat())
    return finding


@transaction.atomic
def change_finding(
    *,
    finding: Finding,
    version: int,
    by: User,
    now: dt.datetime,
    found_on: dt.date,
    agencies: Iterable[Agency] = (),
    names_checked: bool = False,
    **texts: Any,
) -> Finding:
    """Write over a finding as it stood at `version`; once released it mustn't name anyone."""
    agencies = list(agencies)
    _check(source_of(finding), finding.board, found_on, agencies, now)
    if finding.released_on:
        _keep_names(finding, (str(text) for text in texts.values()), checked=names_checked)
    typed = {"found_on": found_on, "agencies": agencies, **texts}
    claim(finding, version, typed, found_on=found_on, **texts)
    finding.agencies.set(agencies)
    index.insert_or_update_object(finding)
    tell(finding, "learning.finding_changed", by, now, version=finding.version)
    return finding


@transaction.atomic
def add_voice(
    *,
    finding: Finding,
    whose: str,
    says: str,
    source: str,
    on: dt.date,
    by: User,
    now: dt.datetime,
    names_checked: bool = False,
) -> Voice:
    """Put beside a finding what somebody says of it; of a released one it mustn't name anyone."""
    if on > localdate(now):
        raise FindingRefused("They can't have said it in the future.", field="on")
    if finding.released_on:
        _keep_names(finding, (says, source), checked=names_checked)
    voice = Voice.objects.create(
        finding=finding, whose=whose, says=says, source=source, on=on, by=by
    )
    tell(finding, "learning.voice_added", by, now, whose=whose)
    return voice


@transaction.atomic
def release_finding(
    *,
    finding: Finding,
    version: int,
    by: User,
    now: dt.datetime,
    names_checked: bool = False,
) -> Finding:
    """Let the board's readers see the finding without the case, from today on.

    `names_checked`: someone has looked at a word that is also a name sealed in the case, and says
    that it names nobody here.
    """
    if finding.released_on:
        raise FindingRefused("This finding is released already.")
    voices = (text for voice in finding.voices.all() for text in (voice.says, voice.source))
    own = (finding.title, finding.detail, finding.why, finding.evidence)
    _keep_names(finding, (*own, *voices), checked=names_checked)
    claim(finding, version, released_on=localdate(now))
    tell(finding, "learning.finding_released", by, now, names_checked=names_checked)
    return finding


# What a board takes over of another's finding, as it stands there on that day.
_TAKEN = ("title", "detail", "why", "evidence", "kind", "reach", "early", "systemic", "area")


@transaction.atomic
def take_in(*, finding: Finding, board: Board, by: User, now: dt.datetime) -> Finding:
    """Put what a joint review led by another board has taught into this board's own register.

    Only what the lead board has released; its text names nobody, so it is released here too.
    """
    if finding.released_on is None or finding.board_id == board.pk:
        raise FindingRefused("Only what another board has released can be taken in.")
    if Finding.objects.filter(board=board, origin=finding).exists():
        raise FindingRefused("This finding is in your register already.")
    taken = Finding.objects.create(
        board=board,
        number=next_number(Finding.objects.all(), board),
        case=finding.case,
        origin=finding,
        found_on=finding.found_on,
        released_on=localdate(now),
        by=by,
        **{name: getattr(finding, name) for name in _TAKEN},
    )
    taken.agencies.set(finding.agencies.filter(boards=board))
    tell(taken, "learning.finding_taken_in", by, now, origin=finding.pk)
    return taken


def source_of(finding: Finding) -> Case | Inspection:
    """Where the finding comes from."""
    source = finding.case or finding.inspection
    assert source is not None  # noqa: S101 - a constraint of the table
    return source


def tell(finding: Finding, operation: str, by: User, now: dt.datetime, **detail: Any) -> None:
    """Add to the history what was done with a finding, without its words."""
    history.append(
        board=finding.board,
        by=by,
        now=now,
        operation=operation,
        subject=finding,
        about=f"Finding {finding.number}",
        detail=detail,
    )


def _keep_names(finding: Finding, texts: Iterable[str], *, checked: bool) -> None:
    """Refuse names in what the board's readers see without the case."""
    if finding.case:
        refuse_names(texts, [finding.case], checked=checked)


def _check(
    source: Case | Inspection,
    board: Board,
    found_on: dt.date,
    agencies: list[Agency],
    now: dt.datetime,
) -> None:
    if found_on > localdate(now):
        raise FindingRefused("It can't have been found in the future.", field="found_on")
    if isinstance(source, Case) and found_on < source.opened_on:
        raise FindingRefused("It can't have been found before the case.", field="found_on")
    if isinstance(source, Inspection) and found_on < source.on:
        raise FindingRefused("It can't have been found before the inspection.", field="found_on")
    own = board.agencies.filter(pk__in=[agency.pk for agency in agencies]).count()
    if own != len(agencies):
        raise FindingRefused("One of the agencies doesn't belong to this board.", field="agencies")
