"""One's own: what one did and read, the daily e-mail, the calendar's address."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from uplift.front.desk import operations
from uplift.front.desk.forms import DigestForm, DoingsFilter
from uplift.front.desk.models import CalendarFeed
from uplift.front.desk.queries import doings
from uplift.front.desk.views.paging import chosen, exported, page_of
from uplift.front.desk.words import in_words
from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.typed import Typed


@require_GET
def did(request: BoardRequest, board: str) -> HttpResponse:
    """What one changed at the board."""
    form = DoingsFilter(request.GET or None)
    page = page_of(request, doings.changes_of(request.reach, **chosen(form)))
    return render(request, "desk/did.html", {"filters": form, "page": page, "said": in_words})


@require_GET
def did_export(request: BoardRequest, board: str) -> HttpResponse:
    """The same to take away."""
    entries = doings.changes_of(request.reach, **chosen(DoingsFilter(request.GET or None)))
    rows = ((e.at, in_words(e.operation), e.about) for e in entries.iterator())
    return exported(request, "What I did", ("When", "What", "About"), rows)


@require_GET
def read(request: BoardRequest, board: str) -> HttpResponse:
    """What one read, searched, opened and took away at the board."""
    form = DoingsFilter(request.GET or None)
    page = page_of(request, doings.readings_of(request.reach, **chosen(form)))
    return render(request, "desk/read.html", {"filters": form, "page": page})


@require_GET
def read_export(request: BoardRequest, board: str) -> HttpResponse:
    """The same to take away."""
    found = doings.readings_of(request.reach, **chosen(DoingsFilter(request.GET or None)))
    rows = ((r.at, r.get_kind_display(), r.about, r.reason) for r in found.iterator())
    return exported(request, "What I read", ("When", "What", "About", "Reason"), rows)


@require_http_methods(["GET", "POST"])
def own_settings(request: BoardRequest, board: str) -> HttpResponse:
    """The daily e-mail and the calendar's address."""
    wanted = "yes" if request.user.digest else "no"
    form = DigestForm(request.POST or None, initial={"wanted": wanted})
    sent = Typed(request, form).send(lambda: _set_digest(request, form))
    if sent:
        return sent
    feed = CalendarFeed.objects.filter(user=request.user).first()
    address = reverse("calendar_feed", args=(feed.token,)) if feed else ""
    context = {"form": form, "feed": feed, "address": settings.SITE_URL + address}
    return render(request, "desk/settings.html", context)


def _set_digest(request: BoardRequest, form: DigestForm) -> str:
    wanted = form.answers["wanted"] == "yes"
    operations.set_digest(wanted=wanted, by=request.user, now=timezone.now())
    messages.success(request, "Your choice is kept.")
    return request.path


@require_POST
def feed_new(request: BoardRequest, board: str) -> HttpResponse:
    """Make a calendar address; the one there was stops working."""
    operations.new_feed(by=request.user, now=timezone.now())
    messages.success(request, "Your calendar has a new address.")
    return redirect("desk:settings", board=board)


@require_POST
def feed_end(request: BoardRequest, board: str) -> HttpResponse:
    """Make the calendar's address stop working."""
    operations.end_feed(by=request.user, now=timezone.now())
    messages.success(request, "The calendar's address no longer works.")
    return redirect("desk:settings", board=board)
