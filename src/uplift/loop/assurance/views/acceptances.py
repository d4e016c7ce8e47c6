"""Which agencies have accepted the framework, and recording that one does."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.frameworks.models import Adoption
from uplift.ground.ui.filters.dates import day
from uplift.loop.assurance import operations, policies, queries
from uplift.loop.assurance.forms import AcceptanceFilter, AcceptForm, TakeBackForm
from uplift.loop.assurance.views.framework import adoption_of
from uplift.loop.learning.pages import demand, exported, form_page, page_of, wanted


def _found(request: BoardRequest, adoption: Adoption, form: AcceptanceFilter) -> QuerySet[Any]:
    rows = queries.agencies_of(request.reach, adoption)
    answer = wanted(form).get("accepted", "")
    return rows.filter(accepted=answer == "yes") if answer else rows


def _agency(request: BoardRequest, adoption: Adoption, slug: str) -> Any:
    return get_object_or_404(queries.agencies_of(request.reach, adoption), slug=slug)


@require_safe
def listing(request: BoardRequest, board: str) -> HttpResponse:
    """The board's agencies: who has not accepted comes first."""
    adoption, reach = adoption_of(request), request.reach
    filters = AcceptanceFilter(request.GET or None)
    page = page_of(request, _found(request, adoption, filters))
    manages = reach.may("manage_board")
    owned = [policies.accepts_for(reach, one) for one in page.object_list]
    rows = [
        (one, one.told, own, own or manages)
        for one, own in zip(page.object_list, owned, strict=True)
    ]
    every = [one.accepted for one in queries.agencies_of(reach, adoption)]
    context = {
        "adoption": adoption,
        "filters": filters,
        "page": page,
        "rows": rows,
        "accepted": sum(every),
        "agencies": len(every),
    }
    return render(request, "assurance/acceptances.html", context)


@require_safe
def export(request: BoardRequest, board: str, kind: str) -> HttpResponse:
    """The same list, whole, as a file."""
    adoption = adoption_of(request)
    rows = (
        (agency.name, agency.accepted_on, *_standing(agency))
        for agency in _found(request, adoption, AcceptanceFilter(request.GET or None))
    )
    columns = ("Agency", "Accepted on", "By", "Post", "What shows it", "Entered by")
    return exported(request, kind, name="acceptances", columns=columns, rows=rows)


def _standing(agency: Any) -> tuple[str, ...]:
    one = next((one for one in agency.told if one.taken_back_at is None), None)
    return (one.name, one.post, one.evidence, one.by.name) if one else ("", "", "", "")


@require_http_methods(["GET", "POST"])
def accept(request: BoardRequest, board: str, agency: str) -> HttpResponse:
    """Record that an agency accepts the framework in force."""
    adoption, reach = adoption_of(request), request.reach
    found = _agency(request, adoption, agency)
    demand(policies.may_accept(reach, found, adoption))
    own = policies.accepts_for(reach, found)
    form = AcceptForm(request.POST or None, initial={"on": reach.today})
    form.fields["evidence"].required = not own

    def make() -> str:
        operations.accept(
            agency=found,
            adoption=adoption,
            on_behalf=not own,
            by=request.user,
            now=timezone.now(),
            **form.answers,
        )
        return reverse("assurance:acceptances", args=(board,))

    behalf = "" if own else " You enter it on the agency's behalf: say what shows it."
    return form_page(
        request,
        form,
        make,
        title="Accept the framework",
        caption=found.name,
        intro=f"{adoption.edition}, adopted from {day(adoption.starts)}.{behalf}",
        button="Record the acceptance",
        back=reverse("assurance:acceptances", args=(board,)),
    )


@require_http_methods(["GET", "POST"])
def take_back(request: BoardRequest, board: str, agency: str) -> HttpResponse:
    """Take back an acceptance that was entered by mistake."""
    found = _agency(request, adoption_of(request), agency)
    standing = next((one for one in found.told if one.taken_back_at is None), None)
    if standing is None:
        raise Http404("The agency hasn't accepted.")
    demand(policies.may_take_back(request.reach, standing))
    form = TakeBackForm(request.POST or None)

    def make() -> str:
        operations.take_back(
            acceptance=standing, by=request.user, now=timezone.now(), **form.answers
        )
        return reverse("assurance:acceptances", args=(board,))

    return form_page(
        request,
        form,
        make,
        title="Take the acceptance back",
        caption=found.name,
        intro="For an entry made by mistake. It stays on record with your reason.",
        button="Take it back",
        back=reverse("assurance:acceptances", args=(board,)),
    )
