"""Finding records by their words among those that somebody sees."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from modelsearch.backends import get_search_backend
from modelsearch.utils import parse_query_string

from uplift.ground.access.reach import Reach
from uplift.loop.actions.models import Action
from uplift.loop.cases.queries import cases_of
from uplift.loop.learning.queries import findings_of, with_source
from uplift.loop.sharing.models import Briefing

KINDS = {"case": "Cases", "finding": "Findings", "action": "Actions", "briefing": "Briefings"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found, as a page shows it."""

    title: str
    note: str
    url: str


def _actions(reach: Reach) -> QuerySet[Action]:
    seen = Action.objects.visible_to(reach.user, reach.today).filter(board=reach.board)
    return seen.select_related("agency", "board")


def _findings(reach: Reach) -> QuerySet[Any]:
    return with_source(findings_of(reach), reach).select_related("board")


def _briefings(reach: Reach) -> QuerySet[Briefing]:
    seen = Briefing.objects.visible_to(reach.user, reach.today).filter(board=reach.board)
    return seen.select_related("board")


def _case(case: Any) -> Hit:
    note = f"{case.reference}, {case.get_status_display().lower()}"
    return Hit(case.pseudonym, note, case.get_absolute_url())


def _finding(finding: Any) -> Hit:
    source = finding.case.reference if finding.case and finding.case_seen else ""
    source = source or (str(finding.inspection) if finding.inspection else "A review")
    return Hit(finding.title, f"Finding {finding.number}, {source}", finding.get_absolute_url())


def _action(action: Any) -> Hit:
    note = f"Action {action.number}, {action.agency}, {action.get_status_display().lower()}"
    return Hit(action.title, note, action.get_absolute_url())


def _briefing(briefing: Any) -> Hit:
    state = "issued" if briefing.issued_on else "draft"
    return Hit(briefing.title, f"Briefing {briefing.number}, {state}", briefing.get_absolute_url())


_FIND: dict[str, tuple[Callable[[Reach], QuerySet[Any]], Callable[[Any], Hit]]] = {
    "case": (lambda reach: cases_of(reach).select_related("board"), _case),
    "finding": (_findings, _finding),
    "action": (_actions, _action),
    "briefing": (_briefings, _briefing),
}


# A NUL stops SQLite, what stands before a colon would be taken for a filter, and references are
# kept in the index with spaces.
_APART = str.maketrans("\0:-", "   ")


class Found:
    """The records of one kind that hold all the words, newest first: a list for a paginator."""

    def __init__(self, reach: Reach, kind: str, text: str) -> None:
        rows, self._show = _FIND[kind][0](reach), _FIND[kind][1]
        _, query = parse_query_string(text.translate(_APART), operator="and")
        self._rows = get_search_backend().search(query, rows, order_by_relevance=False)

    def __len__(self) -> int:
        return int(self._rows.count())

    def __getitem__(self, part: slice) -> list[Hit]:
        return [self._show(row) for row in self._rows[part]]
