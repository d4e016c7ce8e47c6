"""Facts: what was recorded of a case. Append-only; a later fact corrects an earlier one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

# Steps every process has without naming them.
PAUSE, RESUME, CONVERT, LATE_REASON = "pause", "resume", "convert", "late_reason"
BUILT_IN = frozenset({PAUSE, RESUME, CONVERT, LATE_REASON})


@dataclass(frozen=True)
class Fact:
    """One record: that a step happened on a day, for an item, with an outcome and values."""

    step: str
    on: date
    item: str | None = None
    outcome: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    by: str = ""
    recorded_at: datetime | None = None
    id: str | None = None
    corrects: str | None = None
    void: bool = False


def effective(facts: Iterable[Fact], today: date | None = None) -> list[Fact]:
    """The facts that stand, by date, then in the order recorded; `today` hides later days.

    A fact that a later one corrects or voids does not stand; nor does the voiding fact itself.
    """
    known = list(facts)
    replaced = {fact.corrects for fact in known if fact.corrects}
    standing = (
        fact
        for fact in known
        if not fact.void
        and (fact.id is None or fact.id not in replaced)
        and (today is None or fact.on <= today)
    )
    return sorted(standing, key=lambda fact: fact.on)
