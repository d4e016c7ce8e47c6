"""Which agencies have accepted the framework."""

from typing import Any

from django.db.models import DateField, Exists, OuterRef, Prefetch, QuerySet, Subquery

from uplift.ground.access.reach import Reach
from uplift.ground.boards.models import Agency
from uplift.ground.frameworks.models import Adoption
from uplift.loop.assurance.adoptions import adoptions_by
from uplift.loop.assurance.models import Acceptance


def acceptances_of(reach: Reach) -> QuerySet[Acceptance]:
    """The acceptances of the board's frameworks: all for those who read its learning, for others
    those of the agencies they answer for."""
    found = Acceptance.objects.filter(adoption__board=reach.board).select_related("agency")
    return found if _all(reach) else found.filter(agency__in=_own(reach))


def _all(reach: Reach) -> bool:
    return reach.may("read_learning") or reach.may("manage_board")


def _own(reach: Reach) -> frozenset[int]:
    return reach.agencies.get("confirm_sharing", frozenset())


def agencies_of(reach: Reach, adoption: Adoption) -> QuerySet[Any]:
    """The board's agencies whose acceptance this person sees, those first that have not accepted
    yet, by name; `accepted_on` is the day of the acceptance that stands, and `told` holds all that
    were recorded, newest first."""
    seen = acceptances_of(reach).filter(adoption=adoption)
    standing = seen.filter(agency=OuterRef("pk"), taken_back_at__isnull=True)
    agencies = reach.board.agencies.all()
    if not _all(reach):
        agencies = agencies.filter(pk__in=_own(reach))
    return (
        agencies.annotate(
            accepted=Exists(standing),
            accepted_on=Subquery(standing.values("on")[:1], output_field=DateField()),
        )
        .prefetch_related(
            Prefetch("acceptances", seen.select_related("by", "taken_back_by"), to_attr="told")
        )
        .order_by("accepted", "name")
    )


def to_accept_by(reach: Reach) -> QuerySet[Adoption]:
    """The adoption in force, if an agency that this person answers for hasn't accepted it."""
    in_force = adoptions_by(reach.board, reach.today).values("pk")[:1]
    standing = Acceptance.objects.filter(
        adoption=OuterRef(OuterRef("pk")), agency=OuterRef("pk"), taken_back_at__isnull=True
    )
    own = Agency.objects.filter(boards=reach.board, pk__in=_own(reach))
    missing = own.exclude(Exists(standing))
    return Adoption.objects.filter(Exists(missing), pk__in=in_force)
