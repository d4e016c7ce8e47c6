"""Three-valued conditions: yes, never, not yet known.

A pack's conditions (`uplift.engine.spec.conditions`) are frozen nodes; each knows which question it
puts to a `Case`. What answers is a case with its facts (`uplift.engine.process`), a set of answers
being given, or the proof that walks over all outcomes (`uplift.engine.spec.proof`).
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from uplift.engine.clock import Period


class Three(StrEnum):
    """The value of a condition. NO means never: as things stand it cannot become yes."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def three(value: bool) -> Three:
    """YES or NO."""
    return Three.YES if value else Three.NO


def all_of(values: Iterable[Three]) -> Three:
    """Kleene's and: one NO settles it, else one UNKNOWN keeps it open."""
    result = Three.YES
    for value in values:
        if value is Three.NO:
            return Three.NO
        if value is Three.UNKNOWN:
            result = Three.UNKNOWN
    return result


def any_of(values: Iterable[Three]) -> Three:
    """Kleene's or: one YES settles it, else one UNKNOWN keeps it open."""
    return negate(all_of(negate(value) for value in values))


def negate(value: Three) -> Three:
    """Kleene's not."""
    return {Three.YES: Three.NO, Three.NO: Three.YES}.get(value, Three.UNKNOWN)


class Case(Protocol):
    """What a condition may ask. The list is closed: packs can say no more than this."""

    def done(self, step: str) -> Three:
        """Is the step done?"""

    def outcome(self, step: str, wanted: tuple[str, ...]) -> Three:
        """Is the step's last outcome one of these?"""

    def some(self, step: str, count: int, outcomes: tuple[str, ...]) -> Three:
        """Are `count` items in, of these outcomes if any are named?"""

    def answer(self, reference: str, wanted: tuple[str | int | float, ...]) -> Three:
        """Is the last answer one of these?"""

    def criteria(self, criteria: str, result: str) -> Three:
        """Do the criteria say `result`: met, not_met or consider?"""

    def elapsed(self, event: str, period: Period) -> Three:
        """Has this much time passed since the event?"""

    def during(self, periods: str, start: tuple[str, Period | None], end: str) -> Three:
        """Does one of the periods overlap the span from `start` (less a period) to `end`?"""


class Asks(Protocol):
    """A condition: a node that puts its question to a case."""

    def ask(self, case: Case) -> Three:
        """The condition's value in this case."""


def evaluate(condition: Asks, case: Case) -> Three:
    """The value of `condition` in `case`."""
    return condition.ask(case)


class Silent:
    """A case that knows nothing; others say only what they know."""

    def done(self, step: str) -> Three:
        """Unknown."""
        return Three.UNKNOWN

    def outcome(self, step: str, wanted: tuple[str, ...]) -> Three:
        """Unknown."""
        return Three.UNKNOWN

    def some(self, step: str, count: int, outcomes: tuple[str, ...]) -> Three:
        """Unknown."""
        return Three.UNKNOWN

    def answer(self, reference: str, wanted: tuple[str | int | float, ...]) -> Three:
        """Unknown."""
        return Three.UNKNOWN

    def criteria(self, criteria: str, result: str) -> Three:
        """Unknown."""
        return Three.UNKNOWN

    def elapsed(self, event: str, period: Period) -> Three:
        """Unknown."""
        return Three.UNKNOWN

    def during(self, periods: str, start: tuple[str, Period | None], end: str) -> Three:
        """Unknown."""
        return Three.UNKNOWN
