"""Approving, publishing, withdrawing, removing."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.forms import OnceForm
from uplift.ground.drafts.typed import Typed
from uplift.ground.ui.refusal import Refusal
from uplift.loop.publishing import operations
from uplift.loop.publishing.forms import BackForm, SubmitForm, WithdrawForm
from uplift.loop.publishing.rendering import rendered
from uplift.loop.publishing.views.common import done, load, read, stop_if
from uplift.loop.publishing.wayfinding import Way


@require_http_methods(["GET", "POST"])
def approve(request: BoardRequest, board: str, publication: int) -> HttpResponse:
    """Read the text as the public will, and approve it."""
    way = load(request, publication)
    read(request, way.publication)
    context = {"html": rendered(way.publication).html}
    sentence = "The text is approved."
    return _ask(request, way, "approve", way.approve, SubmitForm, sentence, context=context)


@require_http_methods(["GET", "POST"])
def send_back(request: BoardRequest, board: str, publication: int) -> HttpResponse:
    """Give the text back to those who wrote it."""
    way = load(request, publication)
    sentence = "The text is a draft again. Those who wrote it see your words."
    return _ask(request, way, "send_back", way.send_back, BackForm, sentence)


@require_http_methods(["GET", "POST"])
def publish(request: BoardRequest, board: str, publication: int) -> HttpResponse:
    """Put the approved text on the site."""
    way = load(request, publication)
    sentence = "It is on the site: a frozen copy that nobody can change."
    until = way.publication.keep_until or way.plan.keep_until(request.reach.today)
    return _ask(
        request,
        way,
        "publish",
        way.publish,
        SubmitForm,
        sentence,
        context={"until": until},
        roles=way.roles,
    )


@require_http_methods(["GET", "POST"])
def withdraw(request: BoardRequest, board: str, publication: int) -> HttpResponse:
    """Take it off the site at once."""
    way = load(request, publication)
    sentence = "It is off the site. Copies in browsers are gone within a minute."
    return _ask(request, way, "withdraw", way.withdraw, WithdrawForm, sentence, roles=way.roles)


@require_http_methods(["GET", "POST"])
def remove(request: BoardRequest, board: str, publication: int) -> HttpResponse:
    """Take it off the site after its time."""
    way = load(request, publication)
    sentence = "It is off the site."
    return _ask(request, way, "remove", way.remove, SubmitForm, sentence, roles=way.roles)


def _ask(
    request: BoardRequest,
    way: Way,
    operation: str,
    refusal: Refusal | None,
    form_class: type[OnceForm],
    sentence: str,
    *,
    context: dict[str, Any] | None = None,
    **more: Any,
) -> HttpResponse:
    """Ask before an operation; do it when the answer is sent, and say so."""
    stop_if(request, refusal)
    form = form_class(request.POST or None, initial={"version": way.publication.version})
    operate: Callable[..., Any] = getattr(operations, operation)

    def make() -> str:
        operate(
            publication=way.publication,
            by=request.user,
            now=timezone.now(),
            **form.answers,
            **more,
        )
        return done(request, way.publication, sentence)

    typed = Typed(request, form)
    shown = {
        "publication": way.publication,
        "way": way,
        "plan": way.plan,
        "refusal": refusal,
        "form": form,
        "typed": typed,
        **(context or {}),
    }
    return typed.send(make) or render(request, f"publishing/{operation}.html", shown)
