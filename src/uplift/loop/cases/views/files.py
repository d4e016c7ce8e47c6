"""The files of a case."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.documents.responses import serve
from uplift.ground.history.models import Reading
from uplift.ground.ui.filters.text import plural
from uplift.ground.ui.forms import refuse
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases import operations
from uplift.loop.cases.forms.files import BringForm
from uplift.loop.cases.opened import Opened
from uplift.loop.cases.views.common import address, note, now, open_case, page


@require_http_methods(["GET", "POST"])
def files(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """The case's files, and a place to add more."""
    opened = open_case(request, case)
    refusal = opened.may("record")
    form = BringForm(request.POST or None, request.FILES or None)
    sent = request.method == "POST" and not refusal and form.is_valid()
    if sent and _brought(request, opened, form):
        return redirect(address("files", opened.case))
    note(request, opened, "files")
    return page(request, "files", opened, "files", form=form, refusal=refusal)


def _brought(request: BoardRequest, opened: Opened, form: BringForm) -> bool:
    """Whether the files are in the case now; the reason why not stands in the form."""
    uploads = form.cleaned_data["papers"]
    title = form.cleaned_data["title"] if len(uploads) == 1 else ""
    try:
        for upload in uploads:
            operations.bring(
                case=opened.case, upload=upload, title=title, by=request.user, now=now()
            )
    except Refusal as refusal:
        refuse(form, refusal)
        return False
    messages.success(request, f"{plural(len(uploads), 'file')} added.")
    return True


@require_safe
def file(request: BoardRequest, board: str, case: str, number: int) -> HttpResponseBase:
    """One file, as a download."""
    opened = open_case(request, case)
    found = get_object_or_404(opened.case.files.select_related("file"), pk=number)
    response = serve(found.file)
    note(request, opened, f"file {found.pk}", Reading.Kind.FILE)
    return response
