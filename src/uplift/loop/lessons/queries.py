"""What is known of inspections."""

from django.db.models import QuerySet

from uplift.ground.access.reach import Reach
from uplift.loop.lessons.models import Inspection


def inspections_of(reach: Reach) -> QuerySet[Inspection]:
    """The board's inspections that this person sees, newest first."""
    return Inspection.objects.visible_to(reach.user, reach.today).filter(board=reach.board)
