"""Who sits at the board: the list, giving a seat, ending one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from uplift.front.desk import operations
from uplift.front.desk.forms import EndSeat, GiveSeat, SeatFilter
from uplift.front.desk.queries.empty import empty_seats
from uplift.front.desk.queries.seats import role_names, roles_of, seats, seats_at
from uplift.front.desk.views.paging import chosen, exported, page_of
from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed


@require_GET
def people(request: BoardRequest, board: str) -> HttpResponse:
    """The seats that count at the board."""
    names = role_names(request.reach)
    form = SeatFilter(request.GET or None, roles=names)
    page = page_of(request, seats(request.reach, **chosen(form)))
    context = {
        "filters": form,
        "page": page,
        "names": names,
        "empty": empty_seats(request.reach),
    }
    return render(request, "desk/people.html", context)


@require_GET
def people_export(request: BoardRequest, board: str) -> HttpResponse:
    """The same to take away."""
    names = role_names(request.reach)
    found = seats(request.reach, **chosen(SeatFilter(request.GET or None, roles=names)))
    rows = (
        (
            seat.user.name,
            seat.user.email,
            names.get(seat.role, seat.role),
            str(seat.agency or seat.group or ""),
            seat.starts,
            seat.ends,
        )
        for seat in found
    )
    columns = ("Name", "E-mail", "Role", "Agency or group", "From", "Until")
    return exported(request, "People", columns, rows)


@require_http_methods(["GET", "POST"])
def give(request: BoardRequest, board: str) -> HttpResponse:
    """Give someone a seat."""
    reach, roles = request.reach, roles_of(request.reach)
    form = GiveSeat(request.POST or None, reach=reach, roles=roles, initial={"starts": reach.today})
    typed = Typed(request, form)

    def make() -> str:
        answers = form.answers
        role_id = answers.pop("role")
        seat = operations.give_seat(
            board=reach.board,
            role_id=role_id,
            role=roles[role_id],
            by=request.user,
            now=timezone.now(),
            **answers,
        )
        messages.success(request, f"{seat.user} has the seat.")
        return reverse("desk:people", args=(board,))

    return typed.send(make) or render(
        request, "desk/give_seat.html", {"form": form, "typed": typed, "roles": roles}
    )


@require_http_methods(["GET", "POST"])
def end(request: BoardRequest, board: str, seat: int) -> HttpResponse:
    """End someone's seat on a day."""
    reach = request.reach
    found = get_object_or_404(seats_at(reach.board), pk=seat)
    form = EndSeat(request.POST or None, initial={"on": reach.today})
    typed = Typed(request, form)

    def make() -> str:
        operations.end_seat(
            board=reach.board, seat=found, by=request.user, now=timezone.now(), **form.answers
        )
        messages.success(request, f"The seat of {found.user} ends.")
        return reverse("desk:people", args=(board,))

    context = {
        "form": form,
        "typed": typed,
        "seat": found,
        "role": role_names(reach).get(found.role, found.role),
    }
    return typed.send(make) or render(request, "desk/end_seat.html", context)
