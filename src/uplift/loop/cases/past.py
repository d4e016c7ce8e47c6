"""The past of a case: what was changed in it, or who read it."""

from django.db.models import QuerySet

from uplift.ground.history.models import Entry, Reading
from uplift.ground.history.operations import name_of
from uplift.loop.cases.opened import Opened


def past(opened: Opened, *, reads: bool) -> "QuerySet[Entry] | QuerySet[Reading]":
    """The history's entries about the case, or the readings of it; newest first."""
    subject = name_of(opened.case)
    if reads:
        return Reading.objects.filter(subject=subject).select_related("by").order_by("-at")
    return Entry.objects.filter(subject=subject).select_related("by").order_by("-number")
