"""What a thread is made of."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from uplift.loop.actions.models import Action
from uplift.loop.actions.queries import FINISHED, OPEN
from uplift.loop.impact.models import Evaluation
from uplift.loop.learning.models import Finding, Outcome, Theme, Voice
from uplift.loop.sharing.models import Briefing, Confirmation, Delivery


@dataclass(frozen=True)
class Thread:
    """A finding with all that came of it, each list as far as the person sees it."""

    finding: Finding
    today: dt.date
    voices: list[Voice]
    themes: list[Theme]
    outcomes: list[Outcome]  # the next due first
    actions: list[Action]  # the next due first
    briefings: list[Briefing]  # newest first
    deliveries: list[Delivery]
    confirmations: list[Confirmation]
    evaluations: list[Evaluation]  # newest first

    @cached_property
    def live(self) -> list[Action]:
        """The actions that weren't declined."""
        return [one for one in self.actions if one.status != Action.Status.DECLINED]

    @cached_property
    def open(self) -> list[Action]:
        """The actions still to be answered or done."""
        return [one for one in self.actions if one.status in OPEN]

    @cached_property
    def late(self) -> list[Action]:
        """Of these, the ones past their day."""
        return [one for one in self.open if one.due < self.today]

    @cached_property
    def finished(self) -> list[Action]:
        """The actions that are done."""
        return [one for one in self.actions if one.status in FINISHED]

    @cached_property
    def issued(self) -> list[Briefing]:
        """The briefings that people read."""
        return [one for one in self.briefings if one.issued_on]

    @cached_property
    def unconfirmed(self) -> list[Confirmation]:
        """Agencies that were asked to pass it on and haven't said so, the longest due first."""
        waiting = [one for one in self.confirmations if not one.confirmed_on]
        return sorted(waiting, key=lambda one: one.due)

    @cached_property
    def reached(self) -> int:
        """How many people the learning has reached, as told."""
        by_agencies = sum(one.reached or 0 for one in self.confirmations)
        return sum(one.reach for one in self.deliveries) + by_agencies

    @cached_property
    def staff(self) -> int:
        """Of how many, where every agency that confirmed has said so; else 0."""
        told = [one.staff for one in self.confirmations if one.confirmed_on]
        return sum(one or 0 for one in told) if all(told) and not self.deliveries else 0

    @cached_property
    def planned(self) -> Outcome | None:
        """The outcome that is evaluated next."""
        waiting = [one for one in self.outcomes if one.next_on]
        return min(waiting, key=lambda one: one.next_on or self.today, default=None)
