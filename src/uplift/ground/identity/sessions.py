"""Sessions end: half an hour after the last request, twelve hours after signing in."""

from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout, user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from uplift.ground.identity.models import User
from uplift.ground.identity.signals import work_interrupted

BEGAN, SEEN, SECOND_STEP = "uplift_began", "uplift_seen", "uplift_second_step"

#: The last request is noted to the minute, so that reading pages rarely writes.
NOTED_EVERY = 60

#: Open to someone who still has to set up the second step that is asked of everyone.
BEFORE_SECOND_STEP = {
    "account_logout",
    "account_reauthenticate",
    "mfa_activate_totp",
    "session_alive",
}


class Timer(NamedTuple):
    """Seconds until the session ends if nothing more is asked (`idle`), and at most (`left`)."""

    idle: int
    left: int


@receiver(user_logged_in)
def begin(request: HttpRequest, **_: Any) -> None:
    """Start the clocks of a new session."""
    request.session[BEGAN] = request.session[SEEN] = int(timezone.now().timestamp())


def touch(request: HttpRequest) -> None:
    """Note that the person is there now."""
    request.session[SEEN] = int(timezone.now().timestamp())


class SessionLimits:
    """Middleware: ends sessions in time, and asks for the second step where all must have one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Answer in the view's place when the session has ended."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        if not isinstance(request.user, User):
            return None
        if reason := _ended(request):
            return _end(request, request.user, reason)
        name = request.resolver_match.view_name if request.resolver_match else ""
        if _lacks_second_step(request, request.user) and name not in BEFORE_SECOND_STEP:
            return redirect("mfa_activate_totp")
        return None


def _ended(request: HttpRequest) -> str:
    """Why the session is over, or nothing; keeps its clocks going otherwise."""
    now = int(timezone.now().timestamp())
    if BEGAN not in request.session:
        begin(request)
    began, seen = request.session[BEGAN], request.session[SEEN]
    if now - began >= settings.SESSION_ABSOLUTE_SECONDS:
        return "long"
    if now - seen >= settings.SESSION_IDLE_SECONDS:
        return "idle"
    if now - seen >= NOTED_EVERY:
        touch(request)
    left = settings.SESSION_ABSOLUTE_SECONDS - (now - began)
    timer = Timer(idle=settings.SESSION_IDLE_SECONDS, left=left)
    request.session_timer = timer  # type: ignore[attr-defined]  # the page's script reads it
    return ""


def _end(request: HttpRequest, user: User, reason: str) -> HttpResponseRedirect:
    if request.method == "POST":
        work_interrupted.send(sender=User, user=user, request=request)
    logout(request)
    query = urlencode({"next": _way_back(request), "ended": reason})
    return HttpResponseRedirect(f"{reverse('account_login')}?{query}")


def _way_back(request: HttpRequest) -> str:
    """The page to return to: this one, or the one whose form was sent."""
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    referer = urlsplit(request.headers.get("Referer", ""))
    if referer.netloc == request.get_host():
        return referer.path + (f"?{referer.query}" if referer.query else "")
    return request.path


def _lacks_second_step(request: HttpRequest, user: User) -> bool:
    if not settings.UPLIFT_REQUIRE_MFA or request.session.get(SECOND_STEP):
        return False
    if is_mfa_enabled(user):
        request.session[SECOND_STEP] = True
        return False
    return True
