"""E-mails about one's work: counts, references and steps, no one's name.

Each is sent by a job of the queue, which tries again while the mail server doesn't answer.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from uplift.front.desk.models import Letter
from uplift.front.desk.queries.boards import boards_of
from uplift.front.desk.queries.say import Work
from uplift.front.desk.queries.work import SOON, in_words, waiting
from uplift.ground.access.reach import reach
from uplift.ground.boards.models import Board
from uplift.ground.identity.models import User
from uplift.ground.ui.filters.text import plural
from uplift.loop.cases.models import Case, Task

LISTED = 10  # of a board's work in one digest
NEAR = dt.timedelta(days=5)  # work due within these days is told at once


@dataclass(frozen=True, slots=True)
class Part:
    """What a digest says of one board."""

    board: Board
    home: str
    late: int
    soon: int
    work: Sequence[Work]


@transaction.atomic
def digest(*, user: User, today: dt.date, now: dt.datetime) -> bool:
    """Send someone the day's e-mail if anything is late or due within a week; whether it went."""
    parts = [part for board in boards_of(user, today) if (part := _part(user, board, today))]
    if not parts:
        return False
    late, soon = sum(part.late for part in parts), sum(part.soon for part in parts)
    told = [f"{late} late"] * bool(late) + [f"{soon} due within a week"] * bool(soon)
    context = {"parts": parts, "today": today}
    subject = f"Uplift: {', '.join(told)}"
    return _send(user, f"digest {today.isoformat()}", subject, "digest", context, now)


def _part(user: User, board: Board, today: dt.date) -> Part | None:
    theirs = reach(user, board, today)
    late, soon = (len(waiting(theirs, when=when)) for when in ("late", "soon"))
    if not late and not soon:
        return None
    first = [w for w in in_words(waiting(theirs, most=LISTED)) if w.due and w.due <= today + SOON]
    return Part(board, _home(board), late, soon, first)


@transaction.atomic
def opened(
    *, user: User, case: Case, steps: Sequence[tuple[str, str]], today: dt.date, now: dt.datetime
) -> bool:
    """Tell someone of steps (with their items) that have just become theirs to do and won't wait
    for the digest; whether an e-mail went."""
    tasks = [
        task
        for task in Task.objects.for_hands_of(user, today).filter(case=case)
        if (task.step, task.item) in steps and urgent(task, today)
    ]
    if not tasks:
        return False
    named = " ".join(f"{task.step}/{task.item}" for task in tasks)
    mark = hashlib.sha256(named.encode()).hexdigest()[:16]
    subject = f"Uplift: {plural(len(tasks), 'new task')} in {case.reference}"
    context = {"tasks": tasks, "case": case, "home": _home(case.board)}
    key = f"opened {case.pk} {today.isoformat()} {mark}"
    return _send(user, key, subject, "opened", context, now)


def urgent(task: Task, today: dt.date) -> bool:
    """Whether it is told at once: asked of an agency, or due within days."""
    return task.agency_id is not None or (task.due is not None and task.due <= today + NEAR)


def _home(board: Board) -> str:
    return str(settings.SITE_URL) + reverse("desk:home", args=(board.slug,))


def _send(
    user: User, key: str, subject: str, template: str, context: dict[str, object], now: dt.datetime
) -> bool:
    """Send it unless it went already; when it can't be sent, nothing says that it was."""
    _, first = Letter.objects.get_or_create(user=user, key=key, defaults={"at": now})
    if first:
        body = render_to_string(f"desk/letters/{template}.txt", context)
        send_mail(subject, body, None, [user.email])
    return first
