"""Who may record what inspectors found. None = may."""

from uplift.ground.access.reach import Reach
from uplift.ground.ui.refusal import NotYours, Refusal


def may_record(reach: Reach) -> Refusal | None:
    """Whether this person records inspections of the board, or changes what was recorded."""
    if reach.may("import_findings"):
        return None
    return NotYours("Recording inspections isn't part of your role at this board.")
