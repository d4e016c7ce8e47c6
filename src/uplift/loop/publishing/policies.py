"""Who may do what with a publication, and what can be done with it now.

None = yes; else the sentence shown where the button would be. `may` is about the person,
the others about the publication; operations ask the same functions.
"""

import datetime as dt
from collections.abc import Collection

from uplift.ground.access.reach import Reach
from uplift.ground.identity.models import User
from uplift.ground.ui.filters.dates import day
from uplift.ground.ui.filters.text import plural
from uplift.ground.ui.refusal import NotYours, Refusal
from uplift.loop.cases.policies import may_in_case
from uplift.loop.publishing.models import Publication
from uplift.loop.publishing.plan import NOTHING, Plan

Status, Standing = Publication.Status, Publication.Standing


class NotReady(Refusal):
    """The publication isn't as far as that."""


class NotAllowedYet(Refusal):
    """The framework doesn't let it happen today."""


#: Whoever has one of these works on publications.
HANDS = ("draft_publication", "approve_publication", "withdraw")

_SENTENCES = {
    "draft_publication": "Preparing what is published isn't part of your role in this case.",
    "approve_publication": "Approving what is published isn't part of your role in this case.",
    "withdraw": "Taking a report off the site isn't part of your role in this case.",
}


def may(reach: Reach, roles: Collection[str], capability: str) -> Refusal | None:
    """Whether someone who acts in these roles in the case has the capability."""
    return None if may_in_case(reach, roles, capability) else NotYours(_SENTENCES[capability])


def can_write(publication: Publication) -> Refusal | None:
    """Whether the text can still be changed."""
    if publication.standing in (Standing.ON_REQUEST, Standing.REMOVED):
        return NotReady("Its time on the site is over, so its text stays as it was.")
    return None


def can_submit(publication: Publication, plan: Plan) -> Refusal | None:
    """Whether the text can be sent for approval."""
    if refusal := can_write(publication) or _decided(plan):
        return refusal
    if publication.status != Status.DRAFT:
        return NotReady("Nothing has been changed since it was last sent for approval.")
    if not publication.body.strip():
        return NotReady("Write the text first.")
    return None


def can_approve(publication: Publication, plan: Plan, by: User, unanswered: int) -> Refusal | None:
    """Whether this person can approve the text as it stands."""
    if publication.status != Status.READY:
        return NotReady("The text hasn't been sent for approval.")
    if publication.prepared_by_id == by.pk or publication.writers.filter(pk=by.pk).exists():
        return NotYours("You have written on it: somebody else approves it.")
    return _decided(plan) or can_pass_check(unanswered)


def can_pass_check(unanswered: int) -> Refusal | None:
    """Whether everything that the disclosure check found is answered."""
    if unanswered:
        words = plural(unanswered, "passage holds", "passages hold")
        return NotReady(f"{words} what may tell who somebody is: change the text, or say why not.")
    return None


def can_send_back(publication: Publication) -> Refusal | None:
    """Whether the text can go back to those who wrote it."""
    if publication.status not in (Status.READY, Status.APPROVED):
        return NotReady("The text isn't waiting for approval or publication.")
    return None


def can_publish(publication: Publication, plan: Plan) -> Refusal | None:
    """Whether the approved text can go on the site, but for what the framework itself asks."""
    if publication.status != Status.APPROVED:
        return NotReady("It is published once it has been approved.")
    if plan.outcome != publication.approved_for:
        return NotReady(
            "The board has decided otherwise since this was approved. Send it back, "
            "and let it be approved again."
        )
    return None


def can_withdraw(publication: Publication) -> Refusal | None:
    """Whether there is anything to take off the site at once."""
    if publication.standing != Standing.PUBLISHED:
        return NotReady("It isn't on the site.")
    return None


def can_remove(publication: Publication, today: dt.date) -> Refusal | None:
    """Whether its time on the site is over."""
    if refusal := can_withdraw(publication):
        return refusal
    if publication.keep_until and today < publication.keep_until:
        return NotAllowedYet(f"It stays on the site until {day(publication.keep_until)}.")
    return None


def can_be_asked_for(publication: Publication) -> Refusal | None:
    """Whether there is anything yet that somebody could ask for."""
    if publication.published_on is None:
        return NotReady("It hasn't been published yet, so nobody can ask for it.")
    return None


def _decided(plan: Plan) -> Refusal | None:
    if not plan.outcome:
        return NotAllowedYet("The board hasn't decided yet what is to be published.")
    if plan.shows == NOTHING:
        return NotAllowedYet(f"The board decided: {plan.outcome_name}. Nothing is published.")
    return None
