"""Preparing the text, and sending it for approval."""

import datetime as dt

from django.db import transaction

from uplift.ground.access.reach import reach
from uplift.ground.drafts.versions import claim
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case
from uplift.loop.publishing import policies
from uplift.loop.publishing.models import Publication
from uplift.loop.publishing.operations.checking import check
from uplift.loop.publishing.operations.telling import plan_for, raise_if, tell
from uplift.loop.publishing.prefill import response_so_far

Status = Publication.Status


class AlreadyBegun(Refusal):
    """The case has its publication already."""


@transaction.atomic
def prepare(*, case: Case, title: str, by: User, now: dt.datetime) -> Publication:
    """Begin the publication of a case; the board's response starts with what the case, its actions
    and evaluations say so far."""
    plan = plan_for(case, now)
    if Publication.objects.filter(case=case).exists():
        raise AlreadyBegun("The publication of this case has been begun already.")
    own = reach(by, case.board, plan.position.today)
    response = response_so_far(own, case, plan.rules.response)
    publication = Publication.objects.create(board=case.board, case=case, title=title, **response)
    publication.writers.add(by)
    tell(publication, "begun", by, now)
    return publication


@transaction.atomic
def write(
    *,
    publication: Publication,
    version: int,
    title: str,
    body: str,
    done: str,
    impact: str,
    more: str,
    by: User,
    now: dt.datetime,
) -> Publication:
    """Save the text. It is a draft again, whoever had approved it; what is on the site stays as it
    is until the new text has been approved and published. Raises Stale."""
    raise_if(policies.can_write(publication))
    publication = claim(
        publication,
        version,
        typed={"title": title, "body": body, "done": done, "impact": impact, "more": more},
        title=title,
        body=body,
        done=done,
        impact=impact,
        more=more,
        status=Status.DRAFT,
        approved_by=None,
        approved_for="",
    )
    publication.writers.add(by)
    if publication.passages.exists():  # once it has been checked, it is checked at each change
        check(publication)
    tell(publication, "written", by, now, version=publication.version)
    return publication


@transaction.atomic
def submit(*, publication: Publication, version: int, by: User, now: dt.datetime) -> Publication:
    """Check the text and, when nothing is left to answer, send it for approval.

    Otherwise it stays a draft, and what was found waits for answers.
    """
    raise_if(policies.can_submit(publication, plan_for(publication.case, now)))
    publication = claim(publication, version, prepared_by=by, sent_back="")
    left = check(publication)
    if not left:
        publication.status = Status.READY
        publication.save(update_fields=["status"])
    tell(publication, "checked" if left else "submitted", by, now, unanswered=left)
    return publication
