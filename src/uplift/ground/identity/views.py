"""One's own account, and the demo's one-click sign-in."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from uplift.ground.identity.models import User
from uplift.ground.identity.sessions import touch
from uplift.ground.ui.links import back_to

BACKEND = settings.AUTHENTICATION_BACKENDS[0]


@require_safe
@login_required
def account_home(request: HttpRequest) -> HttpResponse:
    """Who is signed in, and what can be changed about it."""
    context = {"second_step": is_mfa_enabled(request.user)}
    return render(request, "identity/account.html", context)


@require_POST
@login_required
def session_alive(request: HttpRequest) -> HttpResponse:
    """The person asked to stay signed in."""
    touch(request)
    return HttpResponse(status=204)


@require_http_methods(["GET", "HEAD", "POST"])
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """The people of the demonstration by board, each a click away. Not there in production."""
    if not settings.DEMO or settings.PRODUCTION:
        raise Http404("There is no demonstration here.")
    people = User.objects.filter(demo=True, is_active=True)
    if request.method != "POST":
        boards: dict[str, list[User]] = {}
        for person in people.order_by("pk"):
            boards.setdefault(person.demo_board, []).append(person)
        return render(request, "identity/demo.html", {"boards": boards})
    user = get_object_or_404(people, pk=_number(request.POST.get("person", "")))
    login(request, user, backend=BACKEND)
    return redirect(back_to(request, settings.LOGIN_REDIRECT_URL))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
