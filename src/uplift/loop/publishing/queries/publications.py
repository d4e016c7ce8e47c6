"""What people of the board see of its publications."""

from django.db.models import QuerySet

from uplift.ground.access.reach import Reach
from uplift.loop.cases.models import Case
from uplift.loop.cases.queries import cases_of
from uplift.loop.publishing.models import Publication


def publications_of(reach: Reach) -> QuerySet[Publication]:
    """The publications of the cases that this person sees, the latest first."""
    return (
        Publication.objects.visible_to(reach.user, reach.today)
        .filter(board=reach.board)
        .select_related("board", "case", "prepared_by", "approved_by")
    )


def cases_without(reach: Reach) -> QuerySet[Case]:
    """The cases that this person sees and whose publication hasn't been begun."""
    return cases_of(reach).filter(publication__isnull=True).prefetch_related("edition")
