"""The measures of a pack as figures from one board's records.

One function a measure of the engine's closed list (`uplift.engine.spec.measures.Measure`), by its
name. Each says what it counted in a sentence, and whether the target is reached; where nothing has
been recorded that could be counted, it says that instead of a flattering hundred per cent.
"""

from collections.abc import Callable, Iterable
from typing import Any

from uplift.engine.spec.measures import Measure
from uplift.loop.assurance.figures import cases, learning
from uplift.loop.assurance.figures.base import NOTHING, Counted, Figure
from uplift.loop.assurance.records import Records

__all__ = ["BY_NAME", "NOTHING", "Counted", "Figure", "figure"]

_MEASURES: Iterable[Callable[[Records, Any], Figure]] = (
    cases.step_in_time,
    cases.step_done,
    cases.step_late_with_reason,
    cases.field_filled,
    cases.outcome_share,
    cases.median_days,
    cases.so_many_a_year,
    cases.agencies_answered,
    cases.published,
    cases.kept_public,
    cases.decisions_with_reasons,
    cases.routes_decided,
    learning.linked,
    learning.actions_in_time,
    learning.actions_verified,
    learning.actions_agreed,
    learning.briefings_confirmed,
    learning.impact_evaluated,
    learning.findings_returning,
    learning.good_practice_share,
    learning.seat_held,
    learning.framework_accepted,
)
BY_NAME = {function.__name__: function for function in _MEASURES}


def figure(records: Records, measure: Measure) -> Figure:
    """The measure's figure for the board whose records these are."""
    return BY_NAME[measure.name](records, measure.of)
