from typing import NamedTuple


class Stage(NamedTuple):
    """A place that a finding gets to on its way. `key` is what lists filter by; `column` is the
    field of Finding that holds the day on which it first got there; `lacks` is said before."""

    key: str
    name: str
    column: str
    lacks: str


STAGES = (
    Stage("theme", "In a theme", "themed_on", "Needs a theme"),
    Stage("outcome", "With an outcome", "outcome_on", "Needs an outcome"),
    Stage("action", "With an action", "acted_on", "Needs an action"),
    Stage("shared", "Shared", "shared_on", "Needs sharing"),
    Stage("embedded", "Embedded", "embedded_on", "Not embedded yet"),
    Stage("impact", "Impact shown", "shown_on", "No impact shown yet"),
)
