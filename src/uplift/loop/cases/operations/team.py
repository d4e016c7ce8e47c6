"""Who works on a case, who must not, and its files."""

import datetime as dt

from django.db import transaction
from django.utils.timezone import localdate

from uplift.ground.access import operations as access
from uplift.ground.boards.models import Agency
from uplift.ground.documents.models import File
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case, CaseFile, Conflict, Member


class TeamRefused(Refusal):
    """Someone can't join or leave the case so."""


@transaction.atomic
def add_member(
    *,
    case: Case,
    user: User,
    role: str,
    starts: dt.date,
    by: User,
    now: dt.datetime,
    ends: dt.date | None = None,
    agency: Agency | None = None,
) -> Member:
    """Let someone work on the case in a role, between two dates; they get a seat at the board for
    those dates, which on its own shows them nothing."""
    if case.pack.roles[role].held == "case" and ends is None:
        raise TeamRefused("Say on which day their access to this case ends.", field="ends")
    if Conflict.objects.filter(case=case, user=user).exists():
        raise TeamRefused("They have declared an interest in this case.", field="user")
    access.give_seat(
        user=user,
        role=role,
        starts=starts,
        ends=ends,
        board=case.board,
        agency=agency,
        by=by,
        now=now,
    )
    member = Member.objects.create(
        case=case, user=user, role=role, agency=agency, starts=starts, ends=ends
    )
    _tell(case, "cases.member_added", by, now, user=user.pk, role=role)
    return member


@transaction.atomic
def end_member(*, member: Member, on: dt.date, by: User, now: dt.datetime) -> Member:
    """End someone's work on the case on a day, the last on which they see it."""
    if on < member.starts:
        raise TeamRefused("Their access can't end before it starts.", field="ends")
    member.ends = on
    member.save(update_fields=["ends"])
    _tell(member.case, "cases.member_ended", by, now, user=member.user_id, on=on.isoformat())
    return member


@transaction.atomic
def declare_conflict(
    *, case: Case, user: User, reason: str, by: User, now: dt.datetime
) -> Conflict:
    """Record that someone has an interest in the case: from now on it doesn't exist for them."""
    if Conflict.objects.filter(case=case, user=user).exists():
        raise TeamRefused("They have already declared an interest in this case.", field="user")
    conflict = Conflict.objects.create(
        case=case, user=user, reason=reason, declared_on=localdate(now)
    )
    _tell(case, "cases.conflict_declared", by, now, user=user.pk)
    return conflict


@transaction.atomic
def attach(
    *, case: Case, file: File, title: str, by: User, now: dt.datetime, step: str = ""
) -> CaseFile:
    """Put a file that was kept into the case."""
    attached = CaseFile.objects.create(case=case, file=file, title=title, step=step)
    _tell(case, "cases.file_attached", by, now, file=file.pk, sha256=file.sha256)
    return attached


def _tell(case: Case, operation: str, by: User, now: dt.datetime, **detail: object) -> None:
    history.append(
        board=case.board, by=by, now=now, operation=operation, subject=case, detail=detail
    )
