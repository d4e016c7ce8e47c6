"""Themes and outcomes that someone sees."""

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from uplift.ground.access.reach import Reach
from uplift.loop.learning.models import Finding, Grouping, Outcome, Theme


def themes_of(reach: Reach) -> QuerySet[Theme]:
    """The board's themes that this person sees, by name."""
    return Theme.objects.visible_to(reach.user, reach.today).filter(board=reach.board)


def theme_rows(reach: Reach) -> QuerySet[Theme]:
    """The same with `found`, how many of their findings this person sees, and `aims`, how many
    outcomes they have; this year's priorities first."""
    seen = Finding.objects.visible_to(reach.user, reach.today).filter(pk=OuterRef("finding"))
    groupings = Grouping.objects.filter(Exists(seen), theme=OuterRef("pk"))
    return (
        themes_of(reach)
        .annotate(
            found=_counted(groupings),
            aims=_counted(Outcome.objects.filter(theme=OuterRef("pk"))),
        )
        .order_by("-priority_year", "name")
    )


def outcomes_of(reach: Reach) -> QuerySet[Outcome]:
    """The outcomes that this person sees, the next due first."""
    return (
        Outcome.objects.visible_to(reach.user, reach.today)
        .filter(theme__board=reach.board)
        .select_related("theme")
    )


def _counted(rows: QuerySet[Grouping] | QuerySet[Outcome]) -> Coalesce:
    """How many rows there are for each of the outer ones."""
    counted = rows.order_by().values("theme").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
