"""The board's cases as a list: filtered, sorted, found by their words."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import F, QuerySet
from modelsearch.backends import get_search_backend
from modelsearch.utils import parse_query_string

from uplift.ground.access.reach import Reach
from uplift.ground.frameworks.models import Edition
from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form
from uplift.loop.cases.models import Case
from uplift.loop.cases.queries import cases_of

SORTS = ("reference", "pseudonym", "opened_on", "due")
COLUMNS = ("Reference", "Case", "Type", "Notified", "Status", "Next step", "Due", "Late")
_APART = str.maketrans("\0:-", "   ")  # as the search index keeps references


@dataclass(frozen=True, slots=True)
class Row:
    """One case of the list; `days` are left until the next due day, negative when it is late."""

    case: Case
    type: str
    days: int | None

    @property
    def state(self) -> str:
        """In one word: late, open, paused or closed."""
        late = self.days is not None and self.days < 0
        return "late" if self.case.status == Case.Status.OPEN and late else self.case.status


class FilterForm(Form):
    """What the list can be narrowed to."""

    q = fields.Line(label="Words", required=False, help_text="Of the reference or the pseudonym")
    status = fields.ManyOf(
        label="Status", required=False, choices=[*Case.Status.choices, ("late", "Late")]
    )
    kind = forms.ChoiceField(label="Type of review", required=False)

    def __init__(self, *args: Any, types: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kind"]
        field.choices = [("", "Any"), *types.items()]  # type: ignore[attr-defined]  # a choice


def types_of(reach: Reach) -> dict[str, str]:
    """The types of review of every framework that the board has adopted: names by key."""
    editions = Edition.objects.filter(adoptions__board=reach.board).order_by("number")
    found = {key: one.name for e in editions for key, one in e.pack.processes.items()}
    return dict(sorted(found.items(), key=lambda item: item[1]))


def found(reach: Reach, wanted: Mapping[str, Any], sort: str) -> Any:
    """The cases that the filter asks for, as something that can be counted and sliced."""
    cases = _narrowed(cases_of(reach), wanted, reach.today).defer("made_at")
    name = sort.removeprefix("-")
    if name in SORTS:
        key = F(name).desc(nulls_last=True) if sort[:1] == "-" else F(name).asc(nulls_last=True)
        cases = cases.order_by(key, "-pk")
    text = wanted.get("q", "").translate(_APART).strip()
    if not text:
        return cases
    _, query = parse_query_string(text, operator="and")
    return get_search_backend().search(query, cases, order_by_relevance=False)


def _narrowed(cases: QuerySet[Case], wanted: Mapping[str, Any], today: dt.date) -> QuerySet[Case]:
    states = set(wanted.get("status", ()))
    if "late" in states:
        cases = cases.filter(due__lt=today, status=Case.Status.OPEN)
    elif states:
        cases = cases.filter(status__in=states)
    if wanted.get("kind"):
        cases = cases.filter(process=wanted["kind"])
    return cases


def rows(cases: Iterable[Case], today: dt.date) -> list[Row]:
    """The cases with what the list says of them; one query for their frameworks."""
    listed = list(cases)
    editions = Edition.objects.in_bulk({case.edition_id for case in listed})
    return [
        Row(
            case,
            editions[case.edition_id].pack.processes[case.process].name,
            (case.due - today).days if case.due and case.status != Case.Status.CLOSED else None,
        )
        for case in listed
    ]


def cells(row: Row) -> tuple[Any, ...]:
    """One row of the exported list, in the order of `COLUMNS`."""
    case = row.case
    return (
        case.reference,
        case.pseudonym,
        row.type,
        case.opened_on,
        case.get_status_display(),
        case.next_step,
        case.due,
        row.state == "late",
    )
