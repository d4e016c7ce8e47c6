"""Turning a case into another type of review: what it would mean, then doing it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed
from uplift.loop.cases import operations
from uplift.loop.cases.conversion import others, preview
from uplift.loop.cases.forms.changes import ConvertForm
from uplift.loop.cases.views.common import address, demand, now, open_case, page, sent_before


@require_safe
def choose(request: BoardRequest, board: str, case: str) -> HttpResponse:
    """The types that it could be turned into."""
    opened = open_case(request, case)
    demand(opened.may("convert"))
    return page(request, "convert_choose", opened, types=others(opened))


@require_http_methods(["GET", "POST"])
def convert(request: BoardRequest, board: str, case: str, to: str) -> HttpResponse:
    """What is carried over, which clocks are counted anew; and the reasons."""
    if again := sent_before(request):
        return again
    opened = open_case(request, case)
    demand(opened.may("convert"))
    into = next((process for process in others(opened) if process.id == to), None)
    if into is None:
        raise Http404("The framework has no other type of that name.")
    form = ConvertForm(request.POST or None, opened=opened)
    typed = Typed(request, form)

    def make() -> str:
        given = form.answers
        values = {"to": to, "reasons": given.pop("reasons")}
        operations.record(
            case=opened.case, step="convert", values=values, by=request.user,
            roles=opened.roles, now=now(), **given,
        )  # fmt: skip
        messages.success(request, "The type of review is changed. What was recorded is all kept.")
        return address("page", opened.case)

    return typed.send(make) or page(
        request, "convert", opened, form=form, typed=typed, preview=preview(opened, into)
    )
