"""The board's colours, and the page that shows every component."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from uplift.ground.ui import brand, samples

_YEAR = 365 * 24 * 3600


@require_safe
@cache_control(public=True, max_age=_YEAR, immutable=True)
def brand_stylesheet(request: HttpRequest, colour: str) -> HttpResponse:
    """The stylesheet of one colour; it depends on the address alone."""
    return HttpResponse(brand.stylesheet(f"#{colour}"), content_type="text/css")


@require_safe
def style(request: HttpRequest, page: str = "components") -> HttpResponse:
    """The living style page; not there in production."""
    if page not in samples.PAGES or not samples.shown():
        raise Http404("No such style page.")
    return render(request, f"ui/style/{page}.html", samples.context(request))
