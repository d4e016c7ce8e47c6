"""What anyone may read. Nothing of a case gets here but through a frozen copy."""

from collections.abc import Iterable
from functools import wraps
from typing import Any, Protocol

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from uplift.front.public.forms import CopyFilter
from uplift.ground.boards.models import Board
from uplift.loop.publishing.queries import copies

#: How long a browser or a cache on the way may keep a page, in seconds: what is withdrawn is
#: gone everywhere well within five minutes.
FRESH = 60
_PAGE = 20
_FEED = 50


class View(Protocol):
    """A view of this room."""

    def __call__(self, request: HttpRequest, **kwargs: str) -> HttpResponse: ...


def for_anyone(view: View) -> View:
    """A page for anyone: read only, and kept by caches for a minute at most."""

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, **kwargs: str) -> HttpResponse:
        response = view(request, **kwargs)
        patch_cache_control(response, public=True, max_age=FRESH)
        return response

    return answer


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """The boards of this instance; who has signed in is led to their own."""
    if request.user.is_authenticated:
        return redirect("boards")
    return render(request, "public/landing.html", {"boards": Board.objects.all()})


@for_anyone
def board(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """What a board has published."""
    found = _board(kwargs["board"])
    today = timezone.localdate()
    filters = CopyFilter(found, today, request.GET)
    chosen = filters.cleaned_data if filters.is_valid() else {}
    rows = copies.on_show(found, today, **chosen)
    page = Paginator(rows, _PAGE).get_page(request.GET.get("page"))
    page.object_list = _opened(page.object_list)
    context = {
        "board": found,
        "page": page,
        "filters": filters,
        "chosen": any(chosen.values()),
        "forms": dict(copies.FORMS),
    }
    return render(request, "public/board.html", context)


@for_anyone
def report(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """A publication, or where it has gone."""
    found = _board(kwargs["board"])
    shown = copies.find(found, kwargs["slug"])
    if shown is None:
        return render(request, "ui/errors/not_found.html", status=404)
    context = {"board": found, "report": shown, "today": timezone.localdate()}
    if shown.html:
        return render(request, "public/report.html", context)
    gone = 200 if shown.standing == copies.Standing.ON_REQUEST else 410
    return render(request, "public/gone.html", context, status=gone)


@for_anyone
def feed(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """The latest publications of a board as an Atom feed."""
    found = _board(kwargs["board"])
    rows = _opened(copies.on_show(found, timezone.localdate())[:_FEED])
    context = {"board": found, "rows": rows, "site": settings.SITE_URL}
    return render(request, "public/feed.xml", context, content_type="application/atom+xml")


@for_anyone
def sitemap(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """Every public page, for search engines."""
    rows = copies.everywhere(timezone.localdate())
    context = {"boards": Board.objects.all(), "rows": rows, "site": settings.SITE_URL}
    return render(request, "public/sitemap.xml", context, content_type="application/xml")


@for_anyone
def robots(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """What search engines may read: the learning, and nothing else."""
    return render(
        request, "public/robots.txt", {"site": settings.SITE_URL}, content_type="text/plain"
    )


@for_anyone
def accessibility(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "public/accessibility.html")


@for_anyone
def privacy(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """What this site does with what it learns of its readers."""
    return render(request, "public/privacy.html")


def _opened(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row | {"opening": copies.opening(row["text"])} for row in rows]


def _board(slug: str) -> Board:
    return get_object_or_404(Board, slug=slug)
