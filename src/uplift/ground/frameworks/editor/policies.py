"""Whether a framework can still be changed; who may, the route table says."""

from uplift.ground.frameworks.models import Workbook
from uplift.ground.ui.refusal import Refusal


def may_change(workbook: Workbook) -> Refusal | None:
    """What has been adopted stays as it is: open cases run on it."""
    if workbook.edition_id is None:
        return None
    return Refusal("This was adopted, so it stays as it is. Begin the next edition to change it.")
