"""Access settled before any view: what the route table doesn't list doesn't exist."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.module_loading import import_string

from uplift.ground.access.reach import ATTEND, Reach, reach
from uplift.ground.access.routes import Route, Who
from uplift.ground.boards.models import Board
from uplift.ground.identity.models import User


class BoardRequest(HttpRequest):
    """A request that has passed the gate to a board's page."""

    reach: Reach
    user: User


@lru_cache(maxsize=1)
def table() -> dict[str, Route]:
    """The route table by name."""
    routes: tuple[Route, ...] = import_string(settings.ROUTE_TABLE)
    return {route.name: route for route in routes}


class RouteGate:
    """Asks the route table about each request; foreign and missing look the same (404)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Let the view be called, or answer in its place."""
        match = request.resolver_match
        route = table().get(match.view_name) if match else None
        if route is None:
            raise Http404("This address isn't in the route table.")
        if route.who is Who.ANYONE:
            return None
        if not isinstance(request.user, User):
            return redirect_to_login(request.get_full_path())
        if route.who is Who.BOARD:
            request.reach = self._reach(request.user, kwargs["board"], route)  # type: ignore[attr-defined]  # views see BoardRequest
        return None

    @staticmethod
    def _reach(user: User, slug: str, route: Route) -> Reach:
        board = Board.objects.filter(slug=slug).first()
        if board is None:
            raise Http404("No such board.")
        found = reach(user, board, timezone.localdate())
        needs = route.needs or (ATTEND,)
        if not any(found.may(capability) for capability in needs):
            raise Http404("Not for this person.")
        return found
