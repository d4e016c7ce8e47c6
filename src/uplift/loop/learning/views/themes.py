"""Themes: the list, one of them, making and filling it, its priority."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.loop.learning import operations, policies, queries
from uplift.loop.learning.forms import (
    AddFindings,
    ChangeTheme,
    ChooseTheme,
    PriorityForm,
    ThemeForm,
)
from uplift.loop.learning.forms.choices import OFFERED
from uplift.loop.learning.models import Finding, Theme
from uplift.loop.learning.pages import demand, form_page, page_of
from uplift.loop.learning.views.loaded import finding_of, theme_of


@require_safe
def listing(request: BoardRequest, board: str) -> HttpResponse:
    """The board's themes, priorities first."""
    context = {
        "page": page_of(request, queries.theme_rows(request.reach)),
        "refusal": policies.may_manage(request.reach),
    }
    return render(request, "learning/themes.html", context)


@require_safe
def page(request: BoardRequest, board: str, theme: int) -> HttpResponse:
    """One theme: its findings and what should become different."""
    found = theme_of(request, theme)
    rows = queries.findings_of(request.reach).filter(groupings__theme=found)
    context = {
        "theme": found,
        "page": page_of(request, rows),
        "outcomes": found.outcomes.all(),
        "refusal": policies.may_manage(request.reach),
    }
    return render(request, "learning/theme.html", context)


@require_http_methods(["GET", "POST"])
def new(request: BoardRequest, board: str) -> HttpResponse:
    """Make a theme."""
    demand(policies.may_manage(request.reach))
    form = ThemeForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda: operations.make_theme(
            board=request.reach.board, by=request.user, now=timezone.localtime(), **form.answers
        ),
        title="Make a theme",
        button="Make it",
        back=request.path.removesuffix("new/"),
    )


@require_http_methods(["GET", "POST"])
def change(request: BoardRequest, board: str, theme: int) -> HttpResponse:
    """Change what a theme is called or says."""
    found = theme_of(request, theme)
    demand(policies.may_manage(request.reach))
    initial = {name: getattr(found, name) for name in ("version", "name", "says")}
    form = ChangeTheme(request.POST or None, initial=initial)
    return form_page(
        request,
        form,
        lambda: operations.change_theme(
            theme=found, by=request.user, now=timezone.localtime(), **form.answers
        ),
        title="Change the theme",
        button="Save",
        back=found.get_absolute_url(),
    )


@require_http_methods(["GET", "POST"])
def priority(request: BoardRequest, board: str, theme: int) -> HttpResponse:
    """Make a theme a priority of a year, or of none, with the reasons."""
    found = theme_of(request, theme)
    demand(policies.may_manage(request.reach))
    initial = {
        "version": found.version,
        "priority_year": str(found.priority_year or 0),
        "reason": found.reason,
    }
    form = PriorityForm(request.POST or None, initial=initial, year=request.reach.today.year)
    return form_page(
        request,
        form,
        lambda: operations.set_priority(
            theme=found, by=request.user, now=timezone.localtime(), **form.answers
        ),
        title="Is it a priority?",
        caption=found.name,
        button="Save",
        back=found.get_absolute_url(),
    )


@require_http_methods(["GET", "POST"])
def fill(request: BoardRequest, board: str, theme: int) -> HttpResponse:
    """Put findings into a theme: the newest that aren't in it are offered."""
    found = theme_of(request, theme)
    demand(policies.may_manage(request.reach))
    offered = queries.findings_of(request.reach).exclude(groupings__theme=found)
    form = AddFindings(request.POST or None, findings=offered)

    def make() -> Theme:
        chosen = form.cleaned_data["findings"]
        operations.group(theme=found, findings=chosen, by=request.user, now=timezone.localtime())
        return found

    return form_page(
        request,
        form,
        make,
        title="Put findings into the theme",
        caption=found.name,
        button="Put them in",
        back=found.get_absolute_url(),
        intro=f"The newest {OFFERED} findings are offered. Any other finding is put in from its "
        "own page.",
    )


@require_http_methods(["GET", "POST"])
def put(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """Put one finding into a theme that is there, or into a new one."""
    finding = finding_of(request, number)
    demand(policies.may_manage(request.reach))
    form = ChooseTheme(request.POST or None, reach=request.reach, finding_id=finding.pk)
    return form_page(
        request,
        form,
        lambda: _put(request, finding, form),
        title="Put it in a theme",
        caption=finding.title,
        button="Put it in",
        back=finding.get_absolute_url(),
    )


def _put(request: BoardRequest, finding: Finding, form: ChooseTheme) -> Finding:
    now = timezone.localtime()
    if theme := form.chosen:
        operations.group(theme=theme, findings=[finding], by=request.user, now=now)
    else:
        operations.make_theme(
            board=request.reach.board,
            name=form.cleaned_data["name"],
            says="",
            findings=[finding],
            by=request.user,
            now=now,
        )
    return finding


@require_POST
def take_out(request: BoardRequest, board: str, theme: int, number: int) -> HttpResponse:
    """Take a finding out of a theme."""
    found, finding = theme_of(request, theme), finding_of(request, number)
    demand(policies.may_manage(request.reach))
    operations.ungroup(theme=found, finding=finding, by=request.user, now=timezone.localtime())
    return redirect(found)
