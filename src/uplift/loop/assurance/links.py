"""Things of the learning thread: when there were any, and which are linked to which."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Exists, Model, OuterRef, QuerySet

from uplift.engine.spec import Kind
from uplift.ground.boards.models import Board
from uplift.loop.actions.models import Action
from uplift.loop.assurance.records import Records
from uplift.loop.cases.models import Case, Fact
from uplift.loop.impact.models import Evaluation
from uplift.loop.learning.models import Finding, Outcome, Theme
from uplift.loop.lessons.models import Inspection
from uplift.loop.sharing.models import Briefing, Delivery

# thing: its model, the path to its board, the field with its day, and what narrows it
_THINGS: dict[str, tuple[type[Model], str, str, dict[str, str]]] = {
    "case": (Case, "board", "opened_on", {}),
    "finding": (Finding, "board", "found_on", {}),
    "good_practice": (Finding, "board", "found_on", {"kind": "good_practice"}),
    "theme": (Theme, "board", "made_on", {}),
    "outcome": (Outcome, "theme__board", "due", {}),
    "action": (Action, "board", "made_on", {}),
    "briefing": (Briefing, "board", "made_on", {}),
    "delivery": (Delivery, "briefing__board", "on", {}),
    "evaluation": (Evaluation, "outcome__theme__board", "on", {}),
    "lesson": (Inspection, "board", "on", {}),
}

# (these, those): the path from those back to these
_PATHS: dict[tuple[str, str], str] = {
    ("case", "finding"): "case",
    ("finding", "theme"): "findings",
    ("finding", "action"): "findings",
    ("finding", "briefing"): "findings",
    ("good_practice", "briefing"): "findings",
    ("good_practice", "theme"): "findings",
    ("theme", "outcome"): "theme",
    ("theme", "finding"): "themes",
    ("outcome", "action"): "outcome",
    ("outcome", "evaluation"): "outcome",
    ("action", "finding"): "actions",
    ("action", "outcome"): "actions",
    ("briefing", "finding"): "briefings",
    ("briefing", "delivery"): "briefing",
    ("lesson", "finding"): "inspection",
}


def rows(board: Board, thing: str) -> QuerySet[Model]:
    """All of that thing at the board."""
    model, path, _, narrowed = _THINGS[thing]
    return model._default_manager.filter(**{path: board}, **narrowed)


def things(records: Records, thing: str, process: str | None) -> Iterable[dt.date]:
    """The day of each of that thing at the board (of one process, for cases)."""
    if thing in ("publication", "training"):
        kinds = {Kind.PUBLISH} if thing == "publication" else set()
        return [fact.on for fact in _facts_of_kind(records, kinds)]
    found = rows(records.board, thing)
    if thing == "case" and process:
        found = found.filter(process=process)
    days: Iterable[dt.date] = found.values_list(_THINGS[thing][2], flat=True)
    return days


def _facts_of_kind(records: Records, kinds: set[Kind]) -> list[Fact]:
    return [
        fact
        for process in records.pack.processes.values()
        for step in process.steps
        if step.kind in kinds
        for fact in records.facts(process.id, step.id)
    ]


def linked_rows(board: Board, these: str, to: str) -> list[tuple[int, bool]]:
    """The numbers of these, each with whether it is linked to any of those; nothing for a link
    that the product doesn't keep yet."""
    path = _PATHS.get((these, to))
    if path is None:
        return []
    those = rows(board, to).filter(**{path: OuterRef("pk")})
    return list(rows(board, these).annotate(tied=Exists(those)).values_list("pk", "tied"))
