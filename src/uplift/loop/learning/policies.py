"""Who may do what with the learning. None = may; else the sentence shown instead of a button."""

from uplift.ground.access.reach import Reach
from uplift.ground.ui.refusal import NotYours, Refusal
from uplift.loop.cases.models import Case
from uplift.loop.cases.policies import may_in_case, roles_in
from uplift.loop.learning.models import Finding


def may_manage(reach: Reach, case: Case | None = None) -> Refusal | None:
    """Whether this person writes findings, themes and outcomes: at the board, or in this case."""
    if reach.may("manage_learning"):
        return None
    if case and may_in_case(reach, roles_in(reach, case), "manage_learning"):
        return None
    return NotYours("Writing down the learning isn't part of your role.")


def may_change(reach: Reach, finding: Finding) -> Refusal | None:
    """Whether this person changes a finding. Once released it is the board's, not the case's."""
    return may_manage(reach, None if finding.released_on else finding.case)


def may_release(reach: Reach, finding: Finding) -> Refusal | None:
    """Whether this person may let all of the board's readers see a finding, and whether it can be
    done now."""
    if not reach.may("manage_learning"):
        return NotYours("Releasing a finding isn't part of your role at this board.")
    if finding.released_on:
        return Refusal("This finding is released already.")
    return None


def may_import(reach: Reach) -> Refusal | None:
    """Whether this person brings the recommendations of an inspection in as findings."""
    if reach.may("import_findings"):
        return None
    return NotYours("Importing findings isn't part of your role at this board.")
