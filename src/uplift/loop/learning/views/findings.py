"""Findings: the list of them, and what is done with one."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.loop.learning import operations, policies, queries
from uplift.loop.learning.forms import (
    ChangeFinding,
    FindingFilter,
    ReleaseForm,
    VoiceForm,
)
from uplift.loop.learning.models import STAGES, Finding
from uplift.loop.learning.pages import demand, exported, form_page, page_of, wanted
from uplift.loop.learning.views.loaded import finding_of


@require_safe
def listing(request: BoardRequest, board: str) -> HttpResponse:
    """The findings that the person sees, filtered as asked."""
    filters = FindingFilter(request.GET, reach=request.reach)
    rows = queries.matching(queries.findings_of(request.reach), wanted(filters))
    rows = queries.with_source(rows, request.reach).prefetch_related("themes")
    context = {
        "page": page_of(request, rows),
        "filters": filters,
        "may_export": request.reach.may("export"),
    }
    return render(request, "learning/list.html", context)


@require_safe
def export(request: BoardRequest, board: str, kind: str) -> HttpResponse:
    """The same list, whole, as a file."""
    filters = FindingFilter(request.GET, reach=request.reach)
    rows = queries.matching(queries.findings_of(request.reach), wanted(filters))
    rows = queries.with_source(rows, request.reach).prefetch_related("themes")
    columns = [
        *("Number", "Finding", "Kind", "Reach", "Source", "Found", "Released", "Themes"),
        *(stage.name for stage in STAGES),
        *("What happened", "Why", "Evidence"),
    ]
    return exported(request, kind, name="findings", columns=columns, rows=map(_row, rows))


def _row(finding: Finding) -> list[Any]:
    return [
        finding.number,
        finding.title,
        finding.get_kind_display(),
        finding.get_reach_display(),
        queries.source_in_words(finding),
        finding.found_on,
        finding.released_on,
        ", ".join(theme.name for theme in finding.themes.all()),
        *(getattr(finding, stage.column) for stage in STAGES),
        finding.detail,
        finding.why,
        finding.evidence,
    ]


@require_http_methods(["GET", "POST"])
def change(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """Change a finding."""
    finding = finding_of(request, number)
    demand(policies.may_change(request.reach, finding))
    form = ChangeFinding(
        request.POST or None, reach=request.reach, initial=ChangeFinding.initial_of(finding)
    )
    released = "Every reader of the board's learning sees this finding: name nobody in it."
    return form_page(
        request,
        form,
        lambda: operations.change_finding(
            finding=finding, by=request.user, now=timezone.localtime(), **form.answers
        ),
        title=f"Change finding {number}",
        button="Save",
        back=finding.get_absolute_url(),
        intro=released if finding.released_on else "",
    )


@require_http_methods(["GET", "POST"])
def voice(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """Add what somebody says of a finding."""
    finding = finding_of(request, number)
    demand(policies.may_change(request.reach, finding))
    form = VoiceForm(request.POST or None, initial={"on": request.reach.today})

    def make() -> Finding:
        now = timezone.localtime()
        operations.add_voice(finding=finding, by=request.user, now=now, **form.answers)
        return finding

    return form_page(
        request,
        form,
        make,
        title="Add a voice",
        caption=finding.title,
        button="Add it",
        back=finding.get_absolute_url(),
        intro="Whoever sees the finding reads this too: name nobody in it.",
    )


@require_http_methods(["GET", "POST"])
def release(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """Look at the whole text once more, and let every reader see it."""
    finding = finding_of(request, number)
    demand(policies.may_release(request.reach, finding))
    form = ReleaseForm(request.POST or None, initial={"version": finding.version})

    def make() -> Finding:
        answers = form.answers
        answers.pop("checked")
        return operations.release_finding(
            finding=finding, by=request.user, now=timezone.localtime(), **answers
        )

    return form_page(
        request,
        form,
        make,
        template="learning/release.html",
        finding=finding,
        voices=finding.voices.all(),
    )
