"""The way of a publication from the board's decision to the site, and what comes next on it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from uplift.engine.process import State, StepPosition
from uplift.ground.access.reach import Reach
from uplift.ground.ui.filters.text import plural
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.policies import may_begin, roles_in
from uplift.loop.publishing import policies
from uplift.loop.publishing.models import Publication
from uplift.loop.publishing.plan import NOTHING, Plan

Status, Standing = Publication.Status, Publication.Standing
_LATER = {Status.READY, Status.APPROVED, Status.FROZEN}
_APPROVED = {Status.APPROVED, Status.FROZEN}


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing that must have happened on the way."""

    name: str
    state: str
    note: str = ""
    on: dt.date | None = None
    due: dt.date | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Next:
    """What to do next; `view` is the name of its page, empty when there is nothing to press."""

    title: str
    why: str = ""
    view: str = ""
    action: str = ""
    refusal: str = ""
    due: dt.date | None = None
    days: int | None = None


class Way:
    """Where a publication stands for one person; every page of it asks here what they may do."""

    def __init__(self, reach: Reach, publication: Publication, plan: Plan, unanswered: int) -> None:
        self.reach, self.publication, self.plan = reach, publication, plan
        self.unanswered = unanswered

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles in which the person acts in the case."""
        return roles_in(self.reach, self.publication.case)

    def _may(self, capability: str) -> Refusal | None:
        return policies.may(self.reach, self.roles, capability)

    @cached_property
    def write(self) -> Refusal | None:
        """Why this person can't change the text now, if so; the following likewise."""
        return self._may("draft_publication") or policies.can_write(self.publication)

    @cached_property
    def answer(self) -> Refusal | None:
        either = self._may("draft_publication") and self._may("approve_publication")
        return either or policies.can_write(self.publication)

    @cached_property
    def submit(self) -> Refusal | None:
        return self._may("draft_publication") or policies.can_submit(self.publication, self.plan)

    @cached_property
    def approve(self) -> Refusal | None:
        return self._may("approve_publication") or policies.can_approve(
            self.publication, self.plan, self.reach.user, self.unanswered
        )

    @cached_property
    def send_back(self) -> Refusal | None:
        return self._may("approve_publication") or policies.can_send_back(self.publication)

    @cached_property
    def publish(self) -> Refusal | None:
        refusal = policies.can_publish(self.publication, self.plan)
        if refusal or self.plan.publishing.state is State.DONE:
            return refusal or self._may("approve_publication")
        return may_begin(self.reach, self.publication.case, self.plan.rules.published)

    @cached_property
    def withdraw(self) -> Refusal | None:
        return self._may("withdraw") or policies.can_withdraw(self.publication)

    @cached_property
    def remove(self) -> Refusal | None:
        return self._may("draft_publication") or policies.can_remove(
            self.publication, self.reach.today
        )

    @cached_property
    def log(self) -> Refusal | None:
        return self._may("draft_publication") or policies.can_be_asked_for(self.publication)

    def stops(self) -> Iterator[Stop]:
        """The stops in order."""
        status, plan = self.publication.status, self.plan
        written = status in _LATER
        yield _of_step(plan.decision, plan.outcome_name)
        yield Stop(
            "Text and response written, checked for disclosure",
            *self._written(written),
        )
        approver = self.publication.approved_by
        yield Stop(
            "Approved by somebody who has not written on it",
            "done" if status in _APPROVED else "open" if written else "waiting",
            f"by {approver}" if approver else "",
        )
        if plan.sent:
            yield _of_step(plan.sent, plan.sent.explanation)
        yield _of_step(plan.publishing, plan.publishing.explanation)
        until = self.publication.keep_until
        if until:
            over = self.publication.standing in (Standing.ON_REQUEST, Standing.REMOVED)
            yield Stop("May leave the site", "done" if over else "waiting", on=until)

    def _written(self, written: bool) -> tuple[str, str]:
        if written:
            preparer = self.publication.prepared_by
            return "done", f"sent for approval by {preparer}" if preparer else ""
        left = plural(self.unanswered, "passage") + " to answer" if self.unanswered else ""
        return "open", left

    def next(self) -> Next:
        """What to do next."""
        publication, plan = self.publication, self.plan
        if publication.standing in (Standing.ON_REQUEST, Standing.REMOVED):
            asked = "It is given to those who ask for it." if plan.on_request else ""
            return Next("Its time on the site is over", asked)
        if plan.shows == NOTHING:
            return Next("Nothing is published", f"The board decided: {plan.outcome_name}.")
        match publication.status:
            case Status.DRAFT:
                return self._next_in_draft()
            case Status.READY:
                return Next(
                    "Approve it, or send it back",
                    "By somebody who has not written on it.",
                    "approve",
                    "Read and approve",
                    _said(self.approve),
                )
            case Status.APPROVED:
                return self._next_publish()
        return self._next_on_site()

    def _next_in_draft(self) -> Next:
        refusal = _said(self.write)
        if not self.publication.body.strip():
            why = "In Markdown. The board's response is begun for you."
            return Next("Write the text", why, "edit", "Write", refusal)
        if self.unanswered:
            left = plural(self.unanswered, "passage")
            why = f"The check found {left} that may tell who somebody is."
            return Next("Answer what the check found", why, "names", "Answer", refusal)
        why = "It is checked first for what could tell who somebody is."
        if self.publication.standing == Standing.WITHDRAWN:
            why += " Approved and published again, it is back on the site."
        return Next("Send it for approval", why, "submit", "Send", _said(self.submit))

    def _next_publish(self) -> Next:
        step = self.plan.publishing
        first = step.state is not State.DONE
        return Next(
            "Publish it",
            step.explanation if first else "It takes the place of what was shown before.",
            "publish",
            "Publish",
            _said(self.publish),
            step.due if first else None,
            step.days if first else None,
        )

    def _next_on_site(self) -> Next:
        if self.remove:
            return Next("It is on the site", self.remove.sentence)
        return Next(
            "Take it off the site, now or later",
            "Its least time there is over.",
            "remove",
            "Take off",
        )


def _of_step(step: StepPosition, note: str) -> Stop:
    if step.state is State.WAITING and step.waits_for:
        note = f"waits for {step.waits_for}"
    return Stop(step.step.name, str(step.state), note, step.done_on, step.due, step.late)


def _said(refusal: Refusal | None) -> str:
    return refusal.sentence if refusal else ""
