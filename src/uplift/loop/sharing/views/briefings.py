"""Briefings: the list, one of them, writing and issuing it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.documents import pdf
from uplift.ground.documents.downloads import download, file_name
from uplift.ground.documents.sheet import Passage, Sheet
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading
from uplift.ground.ui.filters.dates import when
from uplift.loop.learning.pages import demand, form_page, page_of
from uplift.loop.learning.queries import findings_of, with_source
from uplift.loop.sharing import operations, policies, queries
from uplift.loop.sharing.forms import BriefingForm, ChangeBriefing, IssueForm
from uplift.loop.sharing.models import Briefing


def briefing_of(request: BoardRequest, number: int) -> Briefing:
    """The board's briefing of that number, if the person sees it."""
    return get_object_or_404(
        queries.briefings_of(request.reach).select_related("board", "by"), number=number
    )


@require_safe
def listing(request: BoardRequest, board: str) -> HttpResponse:
    """The briefings that the person sees; what they have to confirm stands above."""
    to_confirm = queries.to_confirm(request.reach)
    rows = queries.with_counts(queries.briefings_of(request.reach), request.reach)
    context = {
        "page": page_of(request, rows),
        "first": to_confirm.first(),
        "to_confirm": to_confirm.count(),
        "refusal": policies.may_share(request.reach),
    }
    return render(request, "sharing/list.html", context)


@require_safe
def page(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """One briefing to read and to print; whom it has reached, and who has passed it on."""
    briefing, reach = briefing_of(request, number), request.reach
    deliveries = list(briefing.deliveries.select_related("agency"))
    confirmations = list(queries.confirmations_of(reach).filter(briefing=briefing))
    mine = [one for one in confirmations if reach.may_for("confirm_sharing", one.agency_id)]
    context = {
        "briefing": briefing,
        "findings": with_source(findings_of(reach).filter(briefings=briefing), reach),
        "deliveries": deliveries,
        "reached": sum(one.reach for one in deliveries)
        + sum(c.reached or 0 for c in confirmations),
        "routes": dict(queries.routes_of(reach)),
        "confirmations": confirmations,
        "confirmed": sum(1 for one in confirmations if one.confirmed_on),
        "mine": next((one for one in mine if not one.confirmed_on), None),
        "refusal": policies.may_share(reach),
    }
    return render(request, "sharing/briefing.html", context)


@require_safe
def printed(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """A briefing as a PDF, for a wall or a meeting; that it was taken away is recorded."""
    briefing, now = briefing_of(request, number), timezone.localtime()
    sheet = Sheet(
        title=briefing.title,
        blocks=(Passage(briefing.body),),
        board=request.reach.board.name,
        printed=f"Printed by {request.user} on {when(now)}",
        reference=f"Briefing {briefing.number}",
        marking="" if briefing.issued_on else "Draft",
    )
    content = pdf.write(sheet)
    history.read(
        board=request.reach.board,
        by=request.user,
        now=now,
        kind=Reading.Kind.EXPORT,
        subject=briefing,
    )
    name = file_name("briefing", str(briefing.number), briefing.title, ending="pdf")
    return download(content, name=name, content_type=pdf.CONTENT_TYPE)


@require_http_methods(["GET", "POST"])
def new(request: BoardRequest, board: str) -> HttpResponse:
    """Write a briefing, on the findings named in the address."""
    demand(policies.may_share(request.reach))
    form = BriefingForm(request.POST or None, reach=request.reach, initial=_begun(request))
    return _written(
        request,
        form,
        lambda: operations.write_briefing(
            board=request.reach.board, by=request.user, now=timezone.localtime(), **form.answers
        ),
        title="Write a briefing",
        back=request.path.removesuffix("new/"),
    )


def _begun(request: BoardRequest) -> dict[str, Any]:
    numbers = [key for key in request.GET.getlist("finding") if key.isdecimal()][:50]
    chosen = list(findings_of(request.reach).filter(number__in=numbers, released_on__isnull=False))
    title = chosen[0].title[:200] if len(chosen) == 1 else ""
    findings = [finding.pk for finding in chosen]
    return {"title": title, "findings": findings, "body": queries.begun(chosen)}


@require_http_methods(["GET", "POST"])
def change(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """Change a briefing that isn't issued yet."""
    briefing = briefing_of(request, number)
    demand(policies.may_change(request.reach, briefing))
    initial = ChangeBriefing.initial_of(briefing)
    form = ChangeBriefing(request.POST or None, reach=request.reach, initial=initial)
    return _written(
        request,
        form,
        lambda: operations.change_briefing(
            briefing=briefing, by=request.user, now=timezone.localtime(), **form.answers
        ),
        title="Change the briefing",
        back=briefing.get_absolute_url(),
    )


def _written(request: BoardRequest, form: BriefingForm, make: Any, **context: Any) -> HttpResponse:
    """Save what was written, or show how it will look."""
    look = request.POST.get("then") == "preview" and form.is_valid()
    return form_page(
        request,
        form,
        make,
        act=not look,
        template="sharing/write.html",
        button="Save the draft",
        preview=form.cleaned_data if look else None,
        **context,
    )


@require_http_methods(["GET", "POST"])
def issue(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """Look at the briefing once more, and let everyone read it."""
    briefing = briefing_of(request, number)
    demand(policies.may_change(request.reach, briefing))
    form = IssueForm(request.POST or None, initial={"version": briefing.version})

    def make() -> Briefing:
        answers = form.answers
        answers.pop("checked")
        return operations.issue(
            briefing=briefing, by=request.user, now=timezone.localtime(), **answers
        )

    return form_page(request, form, make, template="sharing/issue.html", briefing=briefing)
