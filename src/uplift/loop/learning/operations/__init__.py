"""Everything that changes findings, themes and outcomes."""

from uplift.loop.learning.operations.findings import (
    FindingRefused,
    add_finding,
    add_voice,
    change_finding,
    release_finding,
    take_in,
)
from uplift.loop.learning.operations.importing import ImportRefused, import_recommendations
from uplift.loop.learning.operations.names import CaseNamed, NameFound, refuse_names
from uplift.loop.learning.operations.numbers import next_number
from uplift.loop.learning.operations.outcomes import (
    OutcomeRefused,
    change_outcome,
    plan_evaluation,
    set_outcome,
)
from uplift.loop.learning.operations.stages import note_grouping, set_reached
from uplift.loop.learning.operations.themes import (
    ThemeRefused,
    change_theme,
    group,
    make_theme,
    set_priority,
    ungroup,
)

__all__ = [
    "CaseNamed",
    "FindingRefused",
    "ImportRefused",
    "NameFound",
    "OutcomeRefused",
    "ThemeRefused",
    "add_finding",
    "add_voice",
    "change_finding",
    "change_outcome",
    "change_theme",
    "group",
    "import_recommendations",
    "make_theme",
    "next_number",
    "note_grouping",
    "plan_evaluation",
    "refuse_names",
    "release_finding",
    "set_outcome",
    "set_priority",
    "set_reached",
    "take_in",
    "ungroup",
]
