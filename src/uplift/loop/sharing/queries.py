"""Which briefings someone sees, and who has passed them on."""

from collections.abc import Iterable

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from uplift.ground.access.reach import Reach
from uplift.ground.frameworks.queries import edition_on
from uplift.loop.learning.models import Finding
from uplift.loop.sharing.models import Briefing, Confirmation, Delivery


def briefings_of(reach: Reach) -> QuerySet[Briefing]:
    """The board's briefings that this person sees, newest first."""
    return Briefing.objects.visible_to(reach.user, reach.today).filter(board=reach.board)


def confirmations_of(reach: Reach) -> QuerySet[Confirmation]:
    """What agencies were asked to pass on, as far as this person sees it."""
    return (
        Confirmation.objects.visible_to(reach.user, reach.today)
        .filter(briefing__board=reach.board)
        .select_related("agency", "briefing", "by")
    )


def with_counts(briefings: QuerySet[Briefing], reach: Reach) -> QuerySet[Briefing]:
    """The same with how many people they `reached` by delivery and by agencies, and of how many
    agencies `asked` so many have `confirmed`, as far as this person sees these."""
    asked = Confirmation.objects.visible_to(reach.user, reach.today).filter(briefing=OuterRef("pk"))
    deliveries = Delivery.objects.filter(briefing=OuterRef("pk"))
    return briefings.annotate(
        reached=_one(deliveries, Sum("reach")) + _one(asked, Sum("reached")),
        asked=_one(asked, Count("pk")),
        confirmed=_one(asked.filter(confirmed_on__isnull=False), Count("pk")),
    )


def waiting(reach: Reach) -> QuerySet[Confirmation]:
    """Who hasn't confirmed yet, the longest due first."""
    return confirmations_of(reach).filter(confirmed_on__isnull=True).order_by("due", "pk")


def to_confirm(reach: Reach) -> QuerySet[Confirmation]:
    """What this person has to confirm for the agencies they answer for, the longest due first."""
    own = reach.agencies.get("confirm_sharing", frozenset())
    return waiting(reach).filter(agency__in=own)


def routes_of(reach: Reach) -> list[tuple[str, str]]:
    """The routes of the board's framework: key and name."""
    edition = edition_on(reach.board, reach.today)
    return [(key, route.name) for key, route in edition.pack.routes.items()] if edition else []


def begun(findings: Iterable[Finding]) -> str:
    """The Markdown with which a briefing on these findings begins."""
    parts = []
    for finding in findings:
        texts = filter(None, (finding.detail, finding.why))
        parts.append("\n\n".join((f"## {finding.title}", *texts)))
    return "\n\n".join((*parts, "## What to do differently", "- "))


def _one(rows: QuerySet[Delivery] | QuerySet[Confirmation], figure: Count | Sum) -> Coalesce:
    """One figure over the rows that belong to a briefing; 0 without any."""
    counted = rows.order_by().values("briefing").annotate(n=figure).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
