"""What the job queue does at its times; each may be tried again at any point without harm."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django_q.models import Schedule
from django_q.tasks import async_task

from uplift.front.desk import mail
from uplift.ground.access.models import Grant
from uplift.ground.boards.models import Board
from uplift.ground.documents import operations as documents
from uplift.ground.drafts import operations as drafts
from uplift.ground.frameworks import operations as frameworks
from uplift.ground.history.verify import verify
from uplift.ground.identity.models import User
from uplift.loop.assurance import operations as assurance
from uplift.loop.cases import operations as cases
from uplift.loop.cases.models import Case, Member, Task

_HERE = "uplift.front.desk.jobs"
#: Every day at these times in London: name, function of this module, hour and minute.
DAILY = (
    ("Frameworks that begin today", "refresh_frameworks", 0, 10),
    ("Steps that open with the day", "rebuild_tasks", 0, 20),
    ("How each clause stands", "count_clauses", 1, 0),
    ("Old drafts go", "clean_drafts", 2, 0),
    ("Files that nobody kept go", "sweep_files", 2, 30),
    ("Nobody has tampered with the history", "verify_history", 3, 0),
    ("The daily e-mail", "send_digests", 6, 30),
)


class Tampered(Exception):
    """The nightly verification found something; its sentences are the message."""


@transaction.atomic
def schedule() -> list[str]:
    """Put the daily jobs into the queue's schedule, once each; returns their names."""
    for name, function, hour, minute in DAILY:
        first = timezone.localtime().replace(hour=hour, minute=minute, second=0, microsecond=0)
        if first <= timezone.localtime():
            first += dt.timedelta(days=1)
        Schedule.objects.update_or_create(
            name=name,
            defaults={"func": f"{_HERE}.{function}", "schedule_type": Schedule.DAILY},
            create_defaults={
                "func": f"{_HERE}.{function}",
                "schedule_type": Schedule.DAILY,
                "next_run": first,
            },
        )
    return [name for name, *_ in DAILY]


def refresh_frameworks() -> None:
    """Give each board's roles the powers of the edition in force today."""
    for board in Board.objects.all():
        frameworks.refresh(board=board, today=timezone.localdate())


def rebuild_tasks() -> None:
    """Rebuild the tasks of open cases: days pass, and steps open and become late with them."""
    cases.rebuild_all_tasks(timezone.localdate())


def count_clauses() -> None:
    """Count anew how each clause of each board's framework stands."""
    assurance.count_all(now=timezone.now())


def clean_drafts() -> None:
    """Delete drafts and submission keys past their time."""
    drafts.clean(now=timezone.now())


def sweep_files() -> None:
    """Take off the disk what a machine that stopped half-way left there."""
    documents.sweep(now=timezone.now())


def verify_history() -> None:
    """Fail, and so be noticed, when somebody has tampered with the history."""
    if found := verify():
        raise Tampered(" ".join(found))


def send_digests() -> None:
    """Ask for the digest of everyone who wants one and has a seat; each is a job of its own."""
    today = timezone.localdate()
    seated = Grant.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=today), user=OuterRef("pk"), starts__lte=today
    )
    wanting = User.objects.filter(Exists(seated), is_active=True, digest=True)
    with transaction.atomic():
        for number in wanting.values_list("pk", flat=True):
            async_task(f"{_HERE}.send_digest", number, today.isoformat())


def send_digest(user_id: int, day: str) -> None:
    """Send someone's digest of that day; on a later day the next one has taken its place."""
    today = timezone.localdate()
    user = User.objects.filter(pk=user_id, is_active=True, digest=True).first()
    if user and day == today.isoformat():
        mail.digest(user=user, today=today, now=timezone.now())


def tell_opened(case_id: int, steps: Sequence[tuple[str, str]]) -> None:
    """Ask for an e-mail to everyone who may have to do these steps; each is a job of its own."""
    today = timezone.localdate()
    case = Case.objects.get(pk=case_id)
    tasks = [
        task
        for task in Task.objects.filter(case=case, state="open")
        if (task.step, task.item) in steps and mail.urgent(task, today)
    ]
    roles, agencies = {task.role for task in tasks}, {task.agency_id for task in tasks} - {None}
    seated = Grant.objects.filter(
        Q(role__in=roles) | Q(agency__in=agencies), board=case.board_id, user=OuterRef("pk")
    )
    team = Member.objects.filter(case=case, role__in=roles, user=OuterRef("pk"))
    people = User.objects.filter(Q(Exists(seated)) | Q(Exists(team)), is_active=True)
    with transaction.atomic():
        for number in people.values_list("pk", flat=True):
            async_task(f"{_HERE}.tell_person", number, case_id, list(steps))


def tell_person(user_id: int, case_id: int, steps: Sequence[Sequence[str]]) -> None:
    """Tell one person of the steps that are still theirs to do."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    case = Case.objects.select_related("board").get(pk=case_id)
    if user:
        wanted = [(step, item) for step, item in steps]
        today, now = timezone.localdate(), timezone.now()
        mail.opened(user=user, case=case, steps=wanted, today=today, now=now)
