from typing import NamedTuple


class Stage(NamedTuple):
    """A place that a finding gets to on its way. `key` is what lists filter by; `column` is the
    field of Finding that holds the day on which it first got there."""

    key: str
    name: str
    column: str


STAGES = (
    Stage("theme", "In a theme", "themed_on"),
    Stage("outcome", "With an outcome", "outcome_on"),
    Stage("action", "With an action", "acted_on"),
    Stage("shared", "Shared", "shared_on"),
    Stage("embedded", "Embedded", "embedded_on"),
    Stage("impact", "Impact shown", "shown_on"),
)
