"""A source's chronology as a workbook: taken away, brought back, looked at, confirmed."""

import base64

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.boards.models import Agency
from uplift.ground.documents.downloads import download, file_name
from uplift.ground.documents.tables import EXCEL_TYPE
from uplift.ground.drafts.forms import OnceForm
from uplift.ground.drafts.typed import Typed
from uplift.ground.history.models import Reading
from uplift.loop.reviews import operations, policies, queries
from uplift.loop.reviews.exports import own_rows
from uplift.loop.reviews.forms import BringForm, TakeForm
from uplift.loop.reviews.models import Entry, Upload
from uplift.loop.reviews.operations.uploads import changes
from uplift.loop.reviews.queries import Sight
from uplift.loop.reviews.sheets import template
from uplift.loop.reviews.views.accounts import entries_from
from uplift.loop.reviews.views.common import (
    A_PAGE,
    address,
    demand,
    form_page,
    note,
    now,
    page,
    see,
    source_of,
)


def upload_of(sight: Sight, source: Agency | None, number: int) -> Upload:
    """The workbook of that number of this source; else 404."""
    uploads = Upload.objects.filter(case=sight.case, agency=source)
    return get_object_or_404(uploads.defer("content").select_related("by"), pk=number)


@require_safe
def workbook(request: BoardRequest, board: str, case: str, agency: str, kind: str) -> HttpResponse:
    """The workbook to fill in: `empty`, or with what the source has `told` so far."""
    sight = see(request, case)
    source = source_of(sight, agency)
    if kind not in {"empty", "told"}:
        raise Http404("No such workbook.")
    note(request, sight, f"chronology of {source or 'others'}, {kind}", Reading.Kind.EXPORT)
    entries = queries.for_pages(entries_from(sight, source))
    name = source.name if source else "Another source"
    content = template(
        reference=sight.case.reference,
        pseudonym=sight.case.pseudonym,
        source=name,
        agencies=list(sight.case.board.agencies.values_list("name", flat=True)),
        rows=own_rows(entries) if kind == "told" else (),
    )
    saved = file_name(sight.case.reference, "chronology", name, ending="xlsx")
    return download(content, name=saved, content_type=EXCEL_TYPE)


@require_http_methods(["GET", "POST"])
def bring(request: BoardRequest, board: str, case: str, agency: str) -> HttpResponse:
    """Bring a filled-in workbook and go to what it holds. Nothing is taken in yet."""
    sight = see(request, case)
    source, back = source_of(sight, agency), address("account", sight, agency=agency)
    demand(policies.may_tell(sight, source))
    form = BringForm(request.POST or None, request.FILES or None, agency=source)

    def make() -> str:
        brought = operations.bring(
            case=sight.case,
            agency=source,
            upload=form.cleaned_data["workbook"],
            source=form.cleaned_data.get("source", ""),
            by=request.user,
            now=now(),
        )
        return address("upload", sight, agency=agency, upload=brought.pk)

    return form_page(
        request, sight, form, make, title="Bring a workbook", button="Show what would come in",
        back=back, files=True, intro="Nothing is taken in before you have seen it.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def upload(request: BoardRequest, board: str, case: str, agency: str, upload: int) -> HttpResponse:
    """What a workbook would bring, or what is wrong with it by cell; taking it in."""
    sight = see(request, case)
    source, back = source_of(sight, agency), address("account", sight, agency=agency)
    found = upload_of(sight, source, upload)
    refusal = policies.may_tell(sight, source)
    form = TakeForm(request.POST or None)
    typed = Typed(request, form)

    def make() -> str:
        demand(refusal)
        replace = form.cleaned_data["how"] == "replace"
        operations.take(upload=found, replace=replace, by=request.user, now=now())
        messages.success(request, "The workbook is in the chronology.")
        return back

    if sent := typed.send(make):
        return sent
    note(request, sight, f"workbook {found.pk}")
    rows = Paginator(queries.for_pages(Entry.objects.filter(upload=found)), A_PAGE)
    new, gone = changes(found) if found.state == Upload.State.READY else ([], [])
    return page(
        request, "upload", sight, "sources", upload=found, source=source, slug=agency, form=form,
        typed=typed, rows=rows.get_page(request.GET.get("page")), new=len(new), gone=len(gone),
        refusal=refusal,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def drop(request: BoardRequest, board: str, case: str, agency: str, upload: int) -> HttpResponse:
    """Throw a waiting workbook away, once it is sure."""
    sight = see(request, case)
    source = source_of(sight, agency)
    found = upload_of(sight, source, upload)
    demand(policies.may_tell(sight, source))

    def make() -> str:
        operations.drop(upload=found, by=request.user, now=now())
        messages.success(request, "The workbook isn't taken in.")
        return address("account", sight, agency=agency)

    return form_page(
        request, sight, OnceForm(request.POST or None), make, title="Throw the workbook away?",
        button="Throw it away", back=address("upload", sight, agency=agency, upload=found.pk),
        intro="Nothing of it comes into the chronology. That it came is kept on record.",
    )  # fmt: skip


@require_safe
def original(
    request: BoardRequest, board: str, case: str, agency: str, upload: int
) -> HttpResponse:
    """The workbook as it was brought, unsealed: for its own agency, and for who may see names."""
    sight = see(request, case)
    source = source_of(sight, agency)
    found = upload_of(sight, source, upload)
    if source is None or source not in sight.own:
        demand(policies.may_name(sight))
    note(request, sight, f"workbook {found.pk} as it came", Reading.Kind.FILE)
    content = base64.b64decode(found.content)
    return download(content, name=found.name, content_type=EXCEL_TYPE)
