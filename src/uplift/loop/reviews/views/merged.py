"""The merged chronology: as a list, as a picture, as a file, and with real names."""

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.history.models import Reading
from uplift.ground.ui.forms import refuse
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases import operations as cases
from uplift.loop.cases.exports import give_sheet, give_table, printed_by
from uplift.loop.reviews import exports, policies, queries
from uplift.loop.reviews.forms import Filter, NamesForm
from uplift.loop.reviews.models import Entry, Pair
from uplift.loop.reviews.models.entry import EntryQuerySet
from uplift.loop.reviews.names import Names
from uplift.loop.reviews.picture import Band, Told, draw, zoomed
from uplift.loop.reviews.queries import OTHER, Sight
from uplift.loop.reviews.views.common import A_PAGE, demand, note, now, page, see_whole

MOST_NAMED = 200  # entries on a page with real names


def _filtered(sight: Sight, form: Filter) -> EntryQuerySet:
    wanted = form.wanted if form.is_bound else {}
    return queries.matching(queries.entries_of(sight).alone(), wanted)


@require_safe
def chronology(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """All that all sources told, by date, filtered as asked."""
    sight = see_whole(request, case)
    note(request, sight, "chronology")
    form = Filter(request.GET or None, sight=sight)
    entries = _filtered(sight, form)
    rows = Paginator(queries.for_pages(entries), A_PAGE).get_page(request.GET.get("page"))
    pairs = Pair.objects.filter(case=sight.case)
    return page(
        request,
        "chronology",
        sight,
        "list",
        filters=form,
        rows=rows,
        odds=queries.contradicted(list(rows.object_list)),
        told=form.told,
        doubles=pairs.to_look_at().count(),
        may_tell=policies.may_tell(sight, None),
        may_name=sight.member and policies.may_name(sight) is None,
        may_export=sight.member and policies.may_export(sight) is None,
    )


@require_safe
def export(request: BoardRequest, board: str, case: str, kind: str) -> HttpResponse:
    """The list as it is filtered, whole, to keep."""
    sight = see_whole(request, case)
    demand(policies.may_export(sight))
    form = Filter(request.GET or None, sight=sight)
    entries = _filtered(sight, form)
    entries = queries.for_pages(entries)
    if kind == "pdf":
        sheet = exports.sheet(sight.case, entries, printed_by(request))
        return give_sheet(request, kind, sheet, subject=sight.case)
    name = f"{sight.case.reference} chronology"
    return give_table(
        request,
        kind,
        name=name,
        subject=sight.case,
        columns=exports.COLUMNS,
        rows=exports.rows(entries),  # type: ignore[arg-type]  # cells of every kind
    )


@require_safe
def picture(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """The whole time, a year or a month of it as one picture, and the same as a table."""
    sight = see_whole(request, case)
    note(request, sight, "chronology, picture")
    entries = queries.entries_of(sight).alone()
    bounds = queries.bounds(entries)
    if bounds is None:
        return page(request, "picture", sight, "picture", drawn=None)
    zoom = zoomed(bounds, request.GET.get("show", ""))
    first, last = zoom.span
    alike = (
        entries.filter(earliest__lte=last, latest__gte=first)
        .order_by("earliest")
        .values_list("agency__slug", "agency__name", "earliest", "latest", "knowledge")
        .annotate(Count("pk"))
    )
    told = [
        Told(slug or OTHER, name or "Others", early, late, known == Entry.Knowledge.LATER, count)
        for slug, name, early, late, known, count in alike
    ]
    bands = [Band(e.pk, str(e), e.starts, e.ends) for e in sight.case.episodes.all()]
    return page(request, "picture", sight, "picture", drawn=draw(zoom.span, told, bands), zoom=zoom)


@never_cache
@require_http_methods(["GET", "POST"])
def names(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Ask why, record it, and show a page of the chronology with real names."""
    sight = see_whole(request, case)
    demand(policies.may_name(sight))
    form, shown, rows = NamesForm(request.POST or None), None, None
    if form.is_valid():
        try:
            shown = _opened(request, sight, form.cleaned_data["reason"])
        except Refusal as refusal:
            refuse(form, refusal)
        else:
            entries = queries.for_pages(queries.entries_of(sight).alone())
            rows = Paginator(entries, MOST_NAMED).get_page(form.cleaned_data["page"] or 1)
    return page(request, "names", sight, "list", form=form, shown=shown, rows=rows)


def _opened(request: BoardRequest, sight: Sight, reason: str) -> Names:
    people = cases.open_identity(case=sight.case, reason=reason, by=request.user, now=now())
    note(request, sight, "chronology with names", Reading.Kind.IDENTITY, reason)
    return Names((person.pseudonym, sealed) for person, sealed in people)
