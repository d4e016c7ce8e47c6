"""A group that serves several boards: the cases of all of them in one list, and nothing else."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from uplift.ground.boards.models import Group
from uplift.ground.identity.models import User
from uplift.loop.cases.listing import rows
from uplift.loop.cases.queries import cases_of_group, groups_of

A_PAGE = 25


@require_safe
def panel(request: HttpRequest, group: int) -> HttpResponse:
    """The cases in which the group has a part, at every board that it serves."""
    assert isinstance(request.user, User)  # noqa: S101 - the gate has settled it
    today = timezone.localdate()
    found: Group = get_object_or_404(groups_of(request.user, today), pk=group)
    cases = cases_of_group(found, request.user, today).select_related("board")
    page = Paginator(cases, A_PAGE).get_page(request.GET.get("page"))
    context = {"group": found, "page": page, "rows": rows(page.object_list, today)}
    return render(request, "cases/panel.html", context)
