"""One thing to do or to come, in words: for lists, for the diary, for e-mails."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse

from uplift.ground.frameworks.models import Adoption
from uplift.ground.ui.filters.dates import day
from uplift.loop.actions.models import Action
from uplift.loop.assurance.models import ClauseStatus
from uplift.loop.cases.models import Task
from uplift.loop.learning.models import Outcome
from uplift.loop.publishing.models import Publication
from uplift.loop.sharing.models import Confirmation


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


def task(task: Task) -> Work:
    """An open step of a case, or a late one that isn't open and whose reason is asked for."""
    if task.state == "open":
        return step(task)
    title, why = "Give the reason for delay", f"{task.name}: {task.explanation}"
    return _of_case(task, title, why, "cases:late", task.step)


def step(task: Task) -> Work:
    """A step of a case, open or still waiting."""
    if task.agency is None:
        return _of_case(task, task.name, task.explanation, "cases:step", task.step)
    why = f"{task.agency}: {task.explanation}"
    return _of_case(task, task.name, why, "cases:return", task.step, task.item)


def _of_case(task: Task, title: str, why: str, address: str, *of: str) -> Work:
    case = task.case
    return Work(
        kind="step",
        title=title,
        note=why,
        about=case.pseudonym,
        reference=case.reference,
        url=reverse(address, args=(case.board.slug, case.reference, *of)),
        code=f"{case.reference}: {title}",
    )


def action(action: Action) -> Work:
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


def confirmation(asked: Confirmation) -> Work:
    return Work(
        kind="confirmation",
        title=f"Confirm that it was shared: {asked.briefing}",
        note="Asked of every agency that the briefing is for",
        about=str(asked.agency),
        reference=f"Briefing {asked.briefing.number}",
        url=asked.briefing.get_absolute_url(),
        code=f"Confirm sharing of briefing {asked.briefing.number}",
    )


def evaluation(outcome: Outcome) -> Work:
    return Work(
        kind="evaluation",
        title=f"Evaluate: {outcome}",
        note=outcome.evaluate_how,
        about=str(outcome.theme),
        reference="Outcome",
        url=outcome.get_absolute_url(),
        code="Evaluate an outcome",
    )


def keep_until(publication: Publication) -> Work:
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


def attestation(status: ClauseStatus) -> Work:
    return Work(
        kind="attestation",
        title=f"Attest: {status.wording or status.clause}",
        note=status.says,
        about="Framework",
        reference=status.clause,
        url=reverse("assurance:clause", args=(status.board.slug, status.clause)),
        code=f"Attest clause {status.clause}",
    )


def acceptance(adoption: Adoption) -> Work:
    return Work(
        kind="acceptance",
        title=f"Accept the framework of {adoption.board.short_name}",
        note=f"{adoption.edition}, adopted from {day(adoption.starts)}",
        about="Framework",
        reference=f"Edition {adoption.edition.number}",
        url=reverse("assurance:acceptances", args=(adoption.board.slug,)),
        code="Accept the framework",
    )


def approval(publication: Publication) -> Work:
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
