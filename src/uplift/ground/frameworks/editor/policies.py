"""Who may make a framework, and whether it can still be changed."""

from uplift.ground.access.reach import Reach
from uplift.ground.frameworks.models import Workbook
from uplift.ground.ui.refusal import NotYours, Refusal


def may_edit(reach: Reach) -> Refusal | None:
    """Whoever manages the board makes its framework."""
    if reach.may("manage_board"):
        return None
    return NotYours("Only whoever manages the board can make or change its framework.")


def may_change(workbook: Workbook) -> Refusal | None:
    """What has been adopted stays as it is: open cases run on it."""
    if workbook.edition_id is None:
        return None
    return Refusal("This was adopted, so it stays as it is. Begin the next edition to change it.")
