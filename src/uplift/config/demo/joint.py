"""What the boards of the demo do together: a review held jointly, a finding taken in."""

import datetime as dt

from uplift.config.demo.cast import Cast
from uplift.config.demo.story import moment
from uplift.loop.cases import operations as cases
from uplift.loop.cases.models import Case
from uplift.loop.learning import operations as learning
from uplift.loop.learning.models import Finding


def review_together(case: Case, lead: Cast, other: Cast, on: dt.date) -> None:
    """The lead board lets the other follow the review."""
    cases.share_with(
        case=case,
        board=other.board,
        why="The boy went to school there for a year.",
        by=lead.by_role["business_manager"],
        now=moment(on),
    )


def learn_together(case: Case, finding: Finding, lead: Cast, other: Cast) -> None:
    """The other board follows a review to its end and takes a finding into its own register."""
    on = case.opened_on + dt.timedelta(days=40)
    cases.share_with(
        case=case,
        board=other.board,
        why="The family lived there before it moved.",
        by=lead.by_role["business_manager"],
        now=moment(on),
    )
    learning.take_in(
        finding=finding,
        board=other.board,
        by=other.by_role["business_manager"],
        now=moment(on + dt.timedelta(days=150)),
    )
