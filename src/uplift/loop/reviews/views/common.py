"""What the pages of a chronology share."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from uplift.ground.access.gate import BoardRequest
from uplift.ground.boards.models import Agency
from uplift.ground.drafts.typed import Typed
from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading
from uplift.ground.ui.refusal import Refusal
from uplift.loop.reviews.models import Entry
from uplift.loop.reviews.queries import OTHER, Sight, entries_of, for_pages, sight_of

A_PAGE = 50


def now() -> dt.datetime:
    """This moment on the clock in London."""
    return timezone.localtime()


def see(request: BoardRequest, case: str) -> Sight:
    """What this person sees of the case's chronology; else 404."""
    found = sight_of(request.reach, case)
    if found is None:
        raise Http404("No such chronology.")
    return found


def see_whole(request: BoardRequest, case: str) -> Sight:
    """The same, for a page of the merged chronology; else 404."""
    found = see(request, case)
    if not found.whole:
        raise Http404("Another's chronology.")
    return found


def see_as_member(request: BoardRequest, case: str) -> Sight:
    """The same, for a page of those who see the case; else 404."""
    found = see(request, case)
    if not found.member:
        raise Http404("Of the case's own people.")
    return found


def source_of(sight: Sight, slug: str) -> Agency | None:
    """The agency whose chronology the address names, None for other sources; 404 for one that
    this person has nothing to do with."""
    if slug == OTHER and sight.member:
        return None
    if sight.member:
        return get_object_or_404(sight.case.board.agencies, slug=slug)
    found = next((agency for agency in sight.own if agency.slug == slug), None)
    if found is None:
        raise Http404("Another agency's chronology.")
    return found


def entry_of(sight: Sight, number: int) -> Entry:
    """The entry of that number, as far as this person sees it; else 404."""
    return get_object_or_404(for_pages(entries_of(sight)).select_related("case__board", "agency",
        "episode", "merged_into__agency"), number=number)  # fmt: skip


def demand(refusal: Refusal | None) -> None:
    """Stop here where there is a refusal."""
    if refusal:
        raise refusal


def note(
    request: BoardRequest,
    sight: Sight,
    what: str,
    kind: Reading.Kind = Reading.Kind.PAGE,
    reason: str = "",
) -> None:
    """Record that this person read, or took away, something of the chronology."""
    history.read(
        board=sight.case.board,
        by=request.user,
        now=now(),
        kind=kind,
        subject=sight.case,
        about=f"{sight.case.reference}, {what}",
        reason=reason,
    )


def address(name: str, sight: Sight, **more: Any) -> str:
    """The address of one of the chronology's pages."""
    kwargs = {"board": sight.case.board.slug, "case": sight.case.reference, **more}
    return reverse(f"reviews:{name}", kwargs=kwargs)


def page(
    request: BoardRequest, template: str, sight: Sight, way: str = "", **more: Any
) -> HttpResponse:
    """A page in the case's layout, or for an agency in one that shows nothing of the case."""
    layout = "cases/layout.html" if sight.member else "reviews/agency.html"
    context = {"case": sight.case, "sight": sight, "tab": "chronology", "layout": layout}
    return render(request, f"reviews/{template}.html", {**context, "way": way, **more})


def form_page(
    request: BoardRequest,
    sight: Sight,
    form: forms.BaseForm,
    make: Callable[[], Model | str],
    *,
    title: str,
    button: str,
    back: str,
    **more: Any,
) -> HttpResponse:
    """A page with one form: do what it asks and go where `make` says, or draw it."""
    typed = Typed(request, form)
    sent = typed.send(make)
    context: dict[str, Any] = {
        "form": form,
        "typed": typed,
        "heading": title,
        "button": button,
        "back_to": back,
    }
    return sent or page(request, "form", sight, **context, **more)
