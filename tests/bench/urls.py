"""The product's addresses, and an empty page in the same frame to measure the others by."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from uplift.config.urls import (
    handler400,
    handler403,
    handler404,
    handler500,
)
from uplift.config.urls import urlpatterns as pages
from uplift.ground.access.gate import BoardRequest

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def empty(request: BoardRequest, board: str) -> HttpResponse:
    """Nothing but the frame."""
    return render(request, "ui/page.html")


urlpatterns = [path("b/<slug:board>/empty/", empty, name="empty"), *pages]
