"""What someone holds on a day, as a query to build scopes from."""

import datetime as dt

from django.db.models import Q, QuerySet

from uplift.ground.access.models import Grant
from uplift.ground.identity.models import User


def held(user: User, on: dt.date) -> QuerySet[Grant]:
    """The grants of this person that count on that day; use them inside EXISTS."""
    return Grant.objects.filter(
        Q(ends__isnull=True) | Q(ends__gte=on), user=user, starts__lte=on, user__is_active=True
    )
