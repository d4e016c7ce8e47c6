"""Handing lists and documents of the cases to someone: each time is recorded."""

from collections.abc import Iterable, Sequence

from django.db.models import Model
from django.http import Http404, HttpResponse
from django.utils import timezone

from uplift.ground.access.gate import BoardRequest
from uplift.ground.documents import pdf, tables, word
from uplift.ground.documents.downloads import download, file_name
from uplift.ground.documents.sheet import Sheet
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading
from uplift.ground.ui.filters.dates import when


def printed_by(request: BoardRequest) -> str:
    """Who takes it away, and when: it stands on every page."""
    return f"Printed by {request.user.name} on {when(timezone.localtime())}"


def give_table(
    request: BoardRequest,
    kind: str,
    *,
    name: str,
    subject: Model,
    columns: Sequence[str],
    rows: Iterable[Sequence[tables.Cell]],
) -> HttpResponse:
    """Rows as `xlsx` or `csv`."""
    if kind not in {"xlsx", "csv"}:
        raise Http404("No such kind of file.")
    _record(request, subject, f"{name} as {kind}")
    if kind == "csv":
        content, content_type = tables.csv(columns, rows), tables.CSV_TYPE
    else:
        content = tables.excel(columns, rows, name=name, note=printed_by(request))
        content_type = tables.EXCEL_TYPE
    return download(content, name=file_name(name, ending=kind), content_type=content_type)


def give_sheet(
    request: BoardRequest, kind: str, sheet: Sheet, *, subject: Model, told: str = ""
) -> HttpResponse:
    """A document as `docx` or `pdf`; `told` adds to what the history keeps of it."""
    writer = {"docx": word, "pdf": pdf}.get(kind)
    if writer is None:
        raise Http404("No such kind of document.")
    content = writer.write(sheet)
    _record(request, subject, f"{sheet.title} as {kind}{told}")
    name = file_name(sheet.reference, sheet.title, ending=kind)
    return download(content, name=name, content_type=writer.CONTENT_TYPE)


def _record(request: BoardRequest, subject: Model, about: str) -> None:
    history.read(
        board=request.reach.board,
        by=request.user,
        now=timezone.localtime(),
        kind=Reading.Kind.EXPORT,
        subject=subject,
        about=about,
    )
