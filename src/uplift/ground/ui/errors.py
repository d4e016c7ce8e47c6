"""What people see when a page can't be given, in plain words."""

from collections.abc import Callable

from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from uplift.ground.ui.refusal import Refusal

_TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


class RefusalPages:
    """Middleware: a refusal that no view caught becomes a page with its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal; leave everything else to the handlers."""
        if not isinstance(exception, Refusal):
            return None
        context = {"sentence": exception.sentence}
        return render(request, "ui/errors/refused.html", context, status=exception.status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 when more was sent than the server takes."""
    if isinstance(exception, _TOO_MUCH):
        return render(request, "ui/errors/too_much.html", status=413)
    return render(request, "ui/errors/bad_request.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return render(request, "ui/errors/forbidden.html", status=403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without its token: an old page, or another site's form."""
    return render(request, "ui/errors/forged.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, the same whether a page doesn't exist or isn't this person's to see."""
    return render(request, "ui/errors/not_found.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: rendered without the request, so that nothing that failed is asked again."""
    return HttpResponse(render_to_string("ui/errors/server_error.html"), status=500)
