"""Who may judge whether it made a difference. None = may."""

from uplift.ground.access.reach import Reach
from uplift.ground.ui.refusal import NotYours, Refusal


def may_evaluate(reach: Reach) -> Refusal | None:
    """Whether this person evaluates outcomes at the board."""
    if reach.may("evaluate"):
        return None
    return NotYours("Evaluating what the learning has changed isn't part of your role.")
