"""Where work is found: one source for each kind of thing that waits for somebody."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse

from uplift.ground.access.reach import Reach
from uplift.loop.actions.models import Action
from uplift.loop.actions.queries import to_do
from uplift.loop.assurance.models import ClauseStatus
from uplift.loop.assurance.queries import to_attest_by
from uplift.loop.cases.models import Task
from uplift.loop.cases.queries import reasons_of_hands, tasks_of_hands
from uplift.loop.impact.queries import to_evaluate
from uplift.loop.learning.models import Outcome
from uplift.loop.learning.queries import outcomes_of
from uplift.loop.publishing.models import Publication
from uplift.loop.publishing.queries.publications import publications_of
from uplift.loop.sharing.models import Confirmation
from uplift.loop.sharing.queries import to_confirm


@dataclass(frozen=True, slots=True)
class Work:
    """One thing to do. `code` names it by references and the framework's words alone: for e-mails
    and calendars."""

    kind: str
    title: str
    note: str
    about: str
    reference: str
    url: str
    code: str
    due: dt.date | None = None

    def days(self, today: dt.date) -> int | None:
        """Days left until it is due; negative when it is late."""
        return (self.due - today).days if self.due else None


@dataclass(frozen=True, slots=True)
class Source:
    """`find` gives the rows that wait for this person, `due` names the column of the due day,
    `related` what `show` needs loaded to say one row in words."""

    kind: str
    name: str
    model: type[Model]
    find: Callable[[Reach], QuerySet[Any]]
    due: str
    related: tuple[str, ...]
    show: Callable[[Any], Work]


def _evaluations(reach: Reach) -> QuerySet[Outcome]:
    return to_evaluate(reach) if reach.may("evaluate") else Outcome.objects.none()


def _approvals(reach: Reach) -> QuerySet[Publication]:
    if not reach.may("approve_publication"):
        return Publication.objects.none()
    waiting = publications_of(reach).filter(status=Publication.Status.READY)
    return waiting.exclude(prepared_by=reach.user).exclude(writers=reach.user)


def _step(kind: str, title: str, note: str, task: Task) -> Work:
    case = task.case
    url = reverse("cases:step", args=(case.board.slug, case.reference, task.step))
    return Work(
        kind=kind,
        title=title,
        note=f"{task.agency}: {note}" if task.agency else note,
        about=case.pseudonym,
        reference=case.reference,
        url=f"{url}?item={task.item}" if task.item else url,
        code=f"{case.reference}: {title}",
    )


def _steps_ahead(reach: Reach) -> QuerySet[Task]:
    """Steps of the board's cases that are still to be done, whoever does them."""
    tasks = Task.objects.visible_to(reach.user, reach.today)
    return tasks.filter(case__board=reach.board, state__in=("open", "waiting"))


def _actions_ahead(reach: Reach) -> QuerySet[Action]:
    return Action.objects.visible_to(reach.user, reach.today).filter(
        board=reach.board, status__in=(Action.Status.PROPOSED, Action.Status.ACCEPTED)
    )


def _publications_ahead(reach: Reach) -> QuerySet[Publication]:
    return publications_of(reach).filter(standing=Publication.Standing.PUBLISHED)


def _task(task: Task) -> Work:
    return _step("step", task.name, task.explanation, task)


def _reason(task: Task) -> Work:
    return _step("reason", "Give the reason for delay", f"{task.name}: {task.explanation}", task)


def _action(action: Action) -> Work:
    verb = "Answer: " if action.status == Action.Status.PROPOSED else ""
    return Work(
        kind="action",
        title=f"{verb}{action.title}",
        note=action.success,
        about=str(action.agency),
        reference=f"Action {action.number}",
        url=action.get_absolute_url(),
        code=f"Action {action.number}",
    )


def _confirmation(asked: Confirmation) -> Work:
    return Work(
        kind="confirmation",
        title=f"Confirm that it was shared: {asked.briefing}",
        note="Asked of every agency that the briefing is for",
        about=str(asked.agency),
        reference=f"Briefing {asked.briefing.number}",
        url=asked.briefing.get_absolute_url(),
        code=f"Confirm sharing of briefing {asked.briefing.number}",
    )


def _evaluation(outcome: Outcome) -> Work:
    return Work(
        kind="evaluation",
        title=f"Evaluate: {outcome}",
        note=outcome.evaluate_how,
        about=str(outcome.theme),
        reference="Outcome",
        url=outcome.get_absolute_url(),
        code="Evaluate an outcome",
    )


def _keep_until(publication: Publication) -> Work:
    case = publication.case
    return Work(
        kind="publication",
        title="May leave the site",
        note=publication.title,
        about=case.pseudonym,
        reference=case.reference,
        url=reverse("publishing:page", args=(publication.board.slug, publication.pk)),
        code=f"{case.reference}: may leave the site",
    )


def _attestation(status: ClauseStatus) -> Work:
    return Work(
        kind="attestation",
        title=f"Attest clause {status.clause}",
        note=status.says,
        about="Framework",
        reference=status.clause,
        url=reverse("assurance:clause", args=(status.board.slug, status.clause)),
        code=f"Attest clause {status.clause}",
    )


def _approval(publication: Publication) -> Work:
    case = publication.case
    return Work(
        kind="approval",
        title="Approve what is to be published",
        note=publication.title,
        about=case.pseudonym,
        reference=case.reference,
        url=reverse("publishing:page", args=(publication.board.slug, publication.pk)),
        code=f"{case.reference}: approve the publication",
    )


_CASE = ("case__board", "agency")
_ASKED = ("briefing__board", "agency")

#: What waits for somebody.
WORK = (
    Source("step", "Steps of cases", Task, tasks_of_hands, "due", _CASE, _task),
    Source("reason", "Reasons for delay", Task, reasons_of_hands, "due", _CASE, _reason),
    Source("action", "Actions", Action, to_do, "due", ("board", "agency"), _action),
    Source("confirmation", "Sharing", Confirmation, to_confirm, "due", _ASKED, _confirmation),
    Source(
        "evaluation",
        "Evaluations",
        Outcome,
        _evaluations,
        "next_on",
        ("theme__board",),
        _evaluation,
    ),
    Source("approval", "Approvals", Publication, _approvals, "", ("case", "board"), _approval),
    Source(
        "attestation", "Attestations", ClauseStatus, to_attest_by, "due", ("board",), _attestation
    ),
)

#: What stands in the diary, whoever it waits for.
DIARY = (
    Source("step", "Steps of cases", Task, _steps_ahead, "due", _CASE, _task),
    Source("action", "Actions", Action, _actions_ahead, "due", ("board", "agency"), _action),
    Source(
        "evaluation", "Evaluations", Outcome, outcomes_of, "next_on", ("theme__board",), _evaluation
    ),
    Source(
        "publication",
        "Publications",
        Publication,
        _publications_ahead,
        "keep_until",
        ("case", "board"),
        _keep_until,
    ),
)
