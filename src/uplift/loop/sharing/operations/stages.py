"""Keeping on each finding since when its learning has reached anyone."""

from django.db.models import DateField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Least

from uplift.loop.learning.models import Finding
from uplift.loop.learning.operations import set_reached
from uplift.loop.sharing.models import Confirmation, Delivery


def note_sharing(findings: QuerySet[Finding]) -> None:
    """Count anew when a briefing on these findings was first delivered, or confirmed to have
    been passed on: that it was issued reaches nobody yet."""
    delivered = Delivery.objects.filter(briefing__findings=OuterRef("pk")).order_by("on")
    confirmed = Confirmation.objects.filter(
        briefing__findings=OuterRef("pk"), confirmed_on__isnull=False
    ).order_by("confirmed_on")
    first = Subquery(delivered.values("on")[:1], output_field=DateField())
    other = Subquery(confirmed.values("confirmed_on")[:1], output_field=DateField())
    # On SQLite the least of a day and nothing is nothing: so each stands in for the other.
    set_reached(findings, shared_on=Least(Coalesce(first, other), Coalesce(other, first)))
