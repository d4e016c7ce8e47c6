"""Who may do what with a chronology. None = may; else the sentence shown instead of a button."""

from uplift.ground.boards.models import Agency
from uplift.ground.ui.refusal import NotYours, Refusal
from uplift.loop.cases.models import Case
from uplift.loop.cases.policies import may_as
from uplift.loop.reviews.models import Entry
from uplift.loop.reviews.queries import Sight


def may_tell(sight: Sight, agency: Agency | None) -> Refusal | None:
    """Whether this person writes the agency's chronology: their own agency's, or any as part of
    their role in the case."""
    if agency not in sight.own and not sight.reach.may_as("record", sight.roles):
        return NotYours("Only the agency itself, and those who run the review, change this.")
    return _still_open(sight)


def may_change(sight: Sight, entry: Entry) -> Refusal | None:
    """Whether this person changes an entry."""
    return may_tell(sight, entry.agency)


def may_review(sight: Sight) -> Refusal | None:
    """Whether this person works on the merged chronology: pairs, episodes, who may read it."""
    if not sight.reach.may_as("record", sight.roles):
        return NotYours("Working on the chronology isn't part of your role in this case.")
    return _still_open(sight)


def may_name(sight: Sight) -> Refusal | None:
    """Whether this person may read the chronology with real names."""
    return may_as(sight.reach, sight.roles, "see_identity")


def may_export(sight: Sight) -> Refusal | None:
    """Whether this person takes the merged chronology away."""
    return may_as(sight.reach, sight.roles, "export")


def _still_open(sight: Sight) -> Refusal | None:
    if sight.case.status == Case.Status.CLOSED:
        return Refusal("The case is closed: its chronology doesn't change any more.")
    return None
