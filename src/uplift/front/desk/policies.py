"""Who gives and ends seats. None = may; else the sentence shown where the button would be."""

from uplift.ground.access.reach import Reach
from uplift.ground.ui.refusal import NotYours, Refusal


def may_manage(reach: Reach) -> Refusal | None:
    """Whether this person gives and ends seats at the board."""
    if reach.may("manage_board"):
        return None
    return NotYours("Giving and ending seats isn't part of your role at this board.")
