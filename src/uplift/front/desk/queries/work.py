"""What is somebody's to do at a board, out of every room, as one list in order of due day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, TypeAlias

from django.db.models import CharField, DateField, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from uplift.front.desk.queries.say import Work
from uplift.front.desk.queries.sources import WORK, Source
from uplift.ground.access.reach import Reach

Row: TypeAlias = tuple[str, Any, dt.date]  # kind, number, due day

MOST = 1000  # rows of a list that is read to the end
NO_DATE = dt.date(9999, 12, 31)  # sorts what has no due day after everything that has one
SOON = dt.timedelta(days=7)
WHEN = {
    "late": "Late",
    "soon": "Due within a week",
    "later": "Due later",
    "undated": "Without a date",
}
_AT_ONCE = 500  # rows told in words with one query a kind


def waiting(reach: Reach, *, kind: str = "", when: str = "", most: int = MOST) -> list[Row]:
    """What waits for this person: late first, then due, then undated. One query.

    With `most` rows or more there may be others, due later.
    """
    sources = [source for source in WORK if kind in ("", source.kind)]
    return listed(sources, reach, lambda column: _due(column, when, reach.today), most)


def listed(
    sources: Sequence[Source], reach: Reach, narrow: Callable[[str], Q], most: int
) -> list[Row]:
    """The first rows of several sources as one list by day; `narrow` gives the condition on the
    column of the day (empty for a source without)."""
    arms = [
        _arm(source, source.find(reach, narrow(source.due), most))
        for source in sources
        if not source.needs or reach.may(source.needs)
    ]
    if not arms:
        return []
    return list(arms[0].union(*arms[1:]).order_by("day", "of_kind", "pk")[:most])


def _arm(source: Source, rows: QuerySet[Any]) -> QuerySet[Any, Row]:
    kind = Value(source.kind, CharField())
    day = Coalesce(F(source.due), Value(NO_DATE)) if source.due else Value(NO_DATE, DateField())
    named: QuerySet[Any, Row] = (
        rows.order_by().annotate(of_kind=kind, day=day).values_list("of_kind", "pk", "day")
    )
    return named


def _due(column: str, when: str, today: dt.date) -> Q:
    """Which rows are due then; those of a source without due days are undated."""
    if not when:
        return Q()
    if not column:
        return Q() if when == "undated" else Q(pk__in=())
    return {
        "late": Q(**{f"{column}__lt": today}),
        "soon": Q(**{f"{column}__range": (today, today + SOON)}),
        "later": Q(**{f"{column}__gt": today + SOON}),
        "undated": Q(**{f"{column}__isnull": True}),
        "dated": Q(**{f"{column}__isnull": False}),
    }[when]


def in_words(rows: Iterable[Row], sources: Sequence[Source] = WORK) -> Iterator[Work]:
    """The rows with what a page shows of them: one query for each kind there is among them."""
    by_kind = {source.kind: source for source in sources}
    rows = iter(rows)
    while some := list(islice(rows, _AT_ONCE)):
        keys: dict[str, list[Any]] = defaultdict(list)
        for kind, key, _ in some:
            keys[kind].append(key)
        found = {kind: _load(by_kind[kind], wanted) for kind, wanted in keys.items()}
        for kind, key, day in some:
            if key in found[kind]:  # else it is gone since
                yield replace(found[kind][key], due=None if day == NO_DATE else day)


def _load(source: Source, keys: list[Any]) -> dict[Any, Work]:
    rows = source.model._default_manager.filter(pk__in=keys).select_related(*source.related)
    return {row.pk: source.show(row) for row in rows}
