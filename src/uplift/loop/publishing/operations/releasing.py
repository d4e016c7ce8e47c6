"""Approving, and putting on the site what was approved."""

import datetime as dt
import hashlib
from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from uplift.engine.process import State
from uplift.ground.drafts.versions import claim
from uplift.ground.identity.models import User
from uplift.loop.cases import operations as cases
from uplift.loop.publishing import policies
from uplift.loop.publishing.models import FrozenCopy, Publication
from uplift.loop.publishing.operations.checking import check
from uplift.loop.publishing.operations.steps import record_if_allowed
from uplift.loop.publishing.operations.telling import plan_for, raise_if, tell
from uplift.loop.publishing.plan import Plan
from uplift.loop.publishing.rendering import rendered

Status, Standing = Publication.Status, Publication.Standing
_SLUG_LENGTH = 70  # leaves room for a number


@transaction.atomic
def approve(*, publication: Publication, version: int, by: User, now: dt.datetime) -> Publication:
    """Approve the text as it stands, as somebody who has not written on it.

    The disclosure check is made once more: someone may have joined the case since.
    """
    plan = plan_for(publication.case, now)
    raise_if(policies.can_approve(publication, plan, by, check(publication)))
    publication = claim(
        publication,
        version,
        typed={},
        status=Status.APPROVED,
        approved_by=by,
        approved_for=plan.outcome,
    )
    tell(publication, "approved", by, now, version=publication.version)
    return publication


@transaction.atomic
def send_back(
    *, publication: Publication, version: int, says: str, by: User, now: dt.datetime
) -> Publication:
    """Give the text back to those who wrote it, saying why."""
    raise_if(policies.can_send_back(publication))
    publication = claim(
        publication,
        version,
        typed={},
        status=Status.DRAFT,
        approved_by=None,
        approved_for="",
        sent_back=says,
    )
    tell(publication, "sent_back", by, now)
    return publication


@transaction.atomic
def publish(
    *,
    publication: Publication,
    version: int,
    by: User,
    roles: Collection[str],
    now: dt.datetime,
    values: Mapping[str, Any] | None = None,
) -> FrozenCopy:
    """Put the approved text on the site from today: a frozen copy of it, and the case's own record.

    The first time the framework must allow it (else RecordRefused with its sentences); `values`
    answer the form of its step, if it has one. A later time replaces the copy on the site, and
    puts back what was withdrawn.
    """
    today = timezone.localdate(now)
    plan = plan_for(publication.case, now)
    raise_if(policies.can_publish(publication, plan))
    raise_if(policies.can_pass_check(check(publication)))
    publication = claim(publication, version, typed={}, status=Status.FROZEN)
    if plan.publishing.state is not State.DONE:
        cases.record(
            case=publication.case,
            step=plan.rules.published,
            on=today,
            by=by,
            roles=roles,
            now=now,
            version=publication.case.version,
            values=values,
        )
    if publication.standing == Standing.WITHDRAWN:
        again = {"reasons": "Approved anew and published again."}
        record_if_allowed(
            plan, plan.rules.withdrawn, "back", by=by, roles=roles, now=now, values=again
        )
    _stand(publication, plan, today)
    copy = _freeze(publication, plan, now)
    tell(publication, "published", by, now, copy=copy.pk, sha256=copy.sha256)
    return copy


def _stand(publication: Publication, plan: Plan, today: dt.date) -> None:
    """Its address and its time on the site; days on which it was withdrawn don't count."""
    if publication.published_on is None:
        publication.slug = _slug(publication)
        publication.published_on = today
        publication.keep_until = plan.keep_until(today)
    elif publication.withdrawn_on and publication.keep_until:
        publication.keep_until += today - publication.withdrawn_on
    publication.withdrawn_on = None
    publication.withdrawal_reason = publication.withdrawal_notice = ""
    publication.standing = Standing.PUBLISHED
    publication.save()


def _slug(publication: Publication) -> str:
    stem = slugify(publication.title)[:_SLUG_LENGTH].strip("-") or "report"
    taken = set(
        Publication.objects.filter(board=publication.board, slug__startswith=stem).values_list(
            "slug", flat=True
        )
    )
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)


def _freeze(publication: Publication, plan: Plan, now: dt.datetime) -> FrozenCopy:
    html, text = rendered(publication)
    return FrozenCopy.objects.create(
        publication=publication,
        board=publication.board,
        slug=publication.slug,
        review=plan.case.pack.processes[plan.position.process_id].name,
        form=plan.shows,
        title=publication.title,
        html=html,
        text=text,
        sha256=hashlib.sha256(html.encode()).hexdigest(),
        from_day=timezone.localdate(now),
        on_request=plan.on_request,
        at=now,
        replaces=publication.copies.order_by("-pk").first(),
    )
