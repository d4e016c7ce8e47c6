"""Where a board's learning stands: how many findings have got how far, and how long it took."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Func, IntegerField, Q, QuerySet, Subquery

from uplift.ground.access.reach import Reach
from uplift.ground.access.scope import settled
from uplift.ground.boards.models import Board
from uplift.ground.ui.filters.text import plural
from uplift.loop.learning.models import STAGES, Finding, Stage
from uplift.loop.learning.queries import findings_of


class Days(Func):
    """How many days lie between two dates, in the database's own terms."""

    output_field = IntegerField()
    arity = 2
    arg_joiner = " - "
    template = "(%(expressions)s)"

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """SQLite keeps dates as text."""
        days = [Func(one, function="julianday") for one in self.get_source_expressions()]
        whole = Func(*days, template="CAST(%(expressions)s AS INTEGER)", arg_joiner=" - ")
        return whole.as_sql(compiler, connection, **context)


@dataclass(frozen=True, slots=True)
class Standing:
    """One number. `median` is in days from when the findings were found (of an even number of
    findings, the smaller of the two in the middle); `note` is said beside it."""

    stage: Stage | None  # none: all findings
    count: int
    median: int | None
    note: str


def standing(reach: Reach) -> list[Standing]:
    """All findings that this person sees, then how many of them have got to each stage. Two
    queries, whatever the number of findings."""
    findings = Finding.objects.filter(pk__in=settled(findings_of(reach))).order_by()
    year_ago = reach.today.replace(year=reach.today.year - 1, day=min(reach.today.day, 28))
    counts: dict[str, Any] = findings.aggregate(
        all=Count("pk"),
        lately=Count("pk", filter=Q(found_on__gt=year_ago)),
        waiting=Count("pk", filter=Q(outcome_on__isnull=False, shown_on__isnull=True)),
        **{stage.key: Count(stage.column) for stage in STAGES},
    )
    medians = _medians(reach, findings, {stage: counts[stage.key] for stage in STAGES})
    first = Standing(None, counts["all"], None, f"{counts['lately']} in the last 12 months")
    return [first, *(_of(stage, counts, medians[stage.key]) for stage in STAGES)]


def _of(stage: Stage, counts: dict[str, Any], median: int | None) -> Standing:
    if stage.key == "impact":
        note = f"{counts['waiting']} not known yet" if counts["waiting"] else ""
    else:
        note = "" if median is None else f"median {span(median)}"
    return Standing(stage, counts[stage.key], median, note)


def span(days: int) -> str:
    """9 days, 6 weeks, 7 months: as coarse as it is long."""
    if days >= 92:
        return plural(days // 30, "month")
    return plural(days // 7, "week") if days >= 21 else plural(days, "day")


def _medians(
    reach: Reach, findings: QuerySet[Finding], counts: dict[Stage, int]
) -> dict[str, int | None]:
    """The middle of the days from found to each stage, in one query."""
    parts = {}
    for stage, count in counts.items():
        rows = findings.filter(**{f"{stage.column}__isnull": False})
        middle = max(count - 1, 0) // 2
        ordered = rows.annotate(days=Days(stage.column, "found_on")).order_by("days").values("days")
        parts[stage.key] = Subquery(ordered[middle : middle + 1])
    found = Board.objects.filter(pk=reach.board.pk).values_list(*parts.values()).get()
    return dict(zip(parts, found, strict=True))
