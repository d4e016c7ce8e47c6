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

    A fact that a later one corrects or voids does not stand; nor does the voiding fact itself. A
    correction takes the place of what it corrects, so that it equals having recorded it right.
    """
    known = list(facts)
    replaced = {fact.corrects for fact in known if fact.corrects}
    places: dict[str, int] = {}
    standing: list[tuple[date, int, Fact]] = []
    for number, fact in enumerate(known):
        place = places.get(fact.corrects or "", number)
        if fact.id:
            places[fact.id] = place
        hidden = fact.void or fact.id in replaced or (today is not None and fact.on > today)
        if not hidden:
            standing.append((fact.on, place, fact))
    standing.sort(key=lambda entry: entry[:2])
    return [fact for _, _, fact in standing]
