"""Each source's own chronology: what it told, added to row by row."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.boards.models import Agency
from uplift.loop.reviews import operations, policies, queries
from uplift.loop.reviews.forms import EntryForm, ShareForm
from uplift.loop.reviews.models import Shared, Upload
from uplift.loop.reviews.models.entry import EntryQuerySet
from uplift.loop.reviews.queries import Sight
from uplift.loop.reviews.views.common import (
    A_PAGE,
    address,
    demand,
    form_page,
    note,
    now,
    page,
    see,
    see_as_member,
    source_of,
)


def entries_from(sight: Sight, agency: Agency | None) -> EntryQuerySet:
    """What stands of one source's account, also where it is told under another's."""
    return queries.entries_of(sight).filter(agency=agency)


@require_safe
def sources(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Who was asked, and how much each has told."""
    sight = see_as_member(request, case)
    note(request, sight, "chronology, sources")
    told = {one["agency__slug"]: one["entries"] for one in queries.told(sight)}
    shared = set(Shared.objects.filter(case=sight.case).values_list("agency__slug", flat=True))
    asked = list(queries.asked_agencies(sight.case))
    others = sight.case.board.agencies.exclude(pk__in=[agency.pk for agency in asked])
    return page(
        request, "sources", sight, "sources", asked=asked, told=told, shared=shared,
        others=[agency for agency in others if agency.slug in told],
        refusal=policies.may_review(sight),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def share(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """Choose which agencies read the merged chronology."""
    sight = see_as_member(request, case)
    demand(policies.may_review(sight))
    asked, back = list(queries.asked_agencies(sight.case)), address("sources", sight)
    before = Shared.objects.filter(case=sight.case).values_list("agency__slug", flat=True)
    form = ShareForm(request.POST or None, agencies=asked, initial={"agencies": list(before)})

    def make() -> str:
        chosen = [form.asked[slug] for slug in form.cleaned_data["agencies"]]
        operations.share_with(case=sight.case, agencies=chosen, by=request.user, now=now())
        messages.success(request, "Saved who may read the merged chronology.")
        return back

    return form_page(
        request, sight, form, make, title="Share the merged chronology", button="Save", back=back,
        intro="Until you share it, each agency sees only what it told itself. Real names are in "
        "nobody's view.",
    )  # fmt: skip


@require_safe
def account(request: BoardRequest, board: str, case: str, agency: str) -> HttpResponse:
    """What one source told, in order of time."""
    sight = see(request, case)
    source = source_of(sight, agency)
    note(request, sight, f"chronology of {source or 'others'}")
    rows = Paginator(queries.for_pages(entries_from(sight, source)), A_PAGE)
    uploads = Upload.objects.filter(case=sight.case, agency=source).defer("content")
    return page(
        request,
        "account",
        sight,
        "sources",
        source=source,
        slug=agency,
        rows=rows.get_page(request.GET.get("page")),
        uploads=list(uploads.select_related("by")[:20]),
        may_tell=policies.may_tell(sight, source),
    )


@require_http_methods(["GET", "POST"])
def add(request: BoardRequest, board: str, case: str, agency: str) -> HttpResponse:
    """Add one event."""
    sight = see(request, case)
    source, back = source_of(sight, agency), address("account", sight, agency=agency)
    demand(policies.may_tell(sight, source))
    form = EntryForm(request.POST or None, sight=sight, agency=source)

    def make() -> str:
        entry = operations.add_entry(
            case=sight.case, agency=source, contents=form.contents, by=request.user, now=now()
        )
        messages.success(request, f"Entry {entry.number} is added: {entry.when}.")
        again = request.POST.get("then") == "save and add another"
        return address("add", sight, agency=agency) if again else back

    return form_page(
        request, sight, form, make, title="Add to the chronology", button="Save", back=back,
        secondary="Save and add another",
        intro="Real names of the family that are sealed in the case are replaced by their "
        "made-up names when you save.",
    )  # fmt: skip
