"""The board's publications, and its decisions on what to publish."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from uplift.ground.access.gate import BoardRequest
from uplift.ground.documents import tables
from uplift.ground.documents.downloads import download, file_name
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading
from uplift.loop.publishing.forms import PublicationFilter
from uplift.loop.publishing.models import Publication
from uplift.loop.publishing.queries.decisions import decisions_of, in_words
from uplift.loop.publishing.queries.publications import publications_of

_PAGE = 25
_COLUMNS = ("Case", "Title", "Text", "On the site", "Published on", "Stays until", "Withdrawn on")


@require_GET
def publications(request: BoardRequest, board: str) -> HttpResponse:
    """Every publication of the cases that this person sees."""
    filters = PublicationFilter(request.GET)
    rows = Paginator(_chosen(request, filters), _PAGE)
    page = rows.get_page(request.GET.get("page"))
    return render(request, "publishing/list.html", {"filters": filters, "page": page})


@require_GET
def export(request: BoardRequest, board: str, ending: str) -> HttpResponse:
    """The same list as Excel or CSV."""
    if ending not in ("xlsx", "csv"):
        raise Http404("Exports are xlsx or csv.")
    rows = [_row(one) for one in _chosen(request, PublicationFilter(request.GET))]
    history.read(
        board=request.reach.board,
        by=request.user,
        now=timezone.now(),
        kind=Reading.Kind.EXPORT,
        subject="publishing.publication:list",
        about=f"{len(rows)} publications as {ending}",
    )
    name = file_name(board, "publications", ending=ending)
    if ending == "csv":
        return download(tables.csv(_COLUMNS, rows), name=name, content_type=tables.CSV_TYPE)
    content = tables.excel(_COLUMNS, rows, name="Publications", note=f"Exported by {request.user}")
    return download(content, name=name, content_type=tables.EXCEL_TYPE)


@require_GET
def decisions(request: BoardRequest, board: str) -> HttpResponse:
    """The log of decisions on publication, with reasons; nobody can alter it."""
    page = Paginator(decisions_of(request.reach), _PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "decisions": in_words(page.object_list)}
    return render(request, "publishing/decisions.html", context)


def _chosen(request: BoardRequest, filters: PublicationFilter) -> QuerySet[Publication]:
    chosen = {k: v for k, v in filters.cleaned_data.items() if v} if filters.is_valid() else {}
    return publications_of(request.reach).filter(**chosen)


def _row(publication: Publication) -> tuple[tables.Cell, ...]:
    return (
        publication.case.reference,
        publication.title,
        publication.get_status_display(),
        publication.get_standing_display(),
        publication.published_on,
        publication.keep_until,
        publication.withdrawn_on,
    )
