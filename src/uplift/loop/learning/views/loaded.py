"""The records that addresses name, as far as the person sees them; else 404."""

from django.shortcuts import get_object_or_404

from uplift.ground.access.gate import BoardRequest
from uplift.loop.cases.models import Case
from uplift.loop.cases.queries import cases_of
from uplift.loop.learning.models import Finding, Outcome, Theme
from uplift.loop.learning.queries import findings_of, outcomes_of, themes_of
from uplift.loop.lessons.models import Inspection
from uplift.loop.lessons.queries import inspections_of


def finding_of(request: BoardRequest, number: int) -> Finding:
    """The board's finding of that number."""
    return get_object_or_404(
        findings_of(request.reach).select_related("board", "case", "inspection"), number=number
    )


def theme_of(request: BoardRequest, pk: int) -> Theme:
    """The board's theme."""
    return get_object_or_404(themes_of(request.reach).select_related("board"), pk=pk)


def outcome_of(request: BoardRequest, pk: int) -> Outcome:
    """An outcome of one of the board's themes."""
    return get_object_or_404(outcomes_of(request.reach).select_related("theme__board"), pk=pk)


def case_of(request: BoardRequest, reference: str) -> Case:
    """The board's case of that reference."""
    return get_object_or_404(
        cases_of(request.reach).select_related("edition", "board"), reference=reference
    )


def inspection_of(request: BoardRequest, pk: int) -> Inspection:
    """The board's inspection."""
    return get_object_or_404(inspections_of(request.reach).select_related("board"), pk=pk)
