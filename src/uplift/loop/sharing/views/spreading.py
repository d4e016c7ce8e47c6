"""Delivering a briefing, asking agencies to pass it on, and confirming that they did."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.loop.learning.pages import demand, form_page, page_of
from uplift.loop.sharing import operations, policies, queries
from uplift.loop.sharing.forms import AskForm, ConfirmForm, DeliveryForm
from uplift.loop.sharing.models import Briefing, Confirmation
from uplift.loop.sharing.views.briefings import briefing_of


@require_safe
def waiting(request: BoardRequest, board: str) -> HttpResponse:
    """Who hasn't confirmed yet: for an agency, what it is asked."""
    context = {
        "page": page_of(request, queries.waiting(request.reach)),
        "refusal": policies.may_share(request.reach),
        "own": request.reach.agencies.get("confirm_sharing", frozenset()),
    }
    return render(request, "sharing/waiting.html", context)


@require_http_methods(["GET", "POST"])
def deliver(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """Record whom the briefing has reached, and by which route."""
    briefing = briefing_of(request, number)
    demand(policies.may_spread(request.reach, briefing))
    form = DeliveryForm(request.POST or None, reach=request.reach)

    def make() -> Briefing:
        operations.deliver(
            briefing=briefing, by=request.user, now=timezone.localtime(), **form.answers
        )
        return briefing

    return form_page(
        request,
        form,
        make,
        title="Whom has it reached?",
        caption=briefing.title,
        button="Record it",
        back=briefing.get_absolute_url(),
    )


@require_http_methods(["GET", "POST"])
def ask(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """Ask agencies to pass the briefing on."""
    briefing = briefing_of(request, number)
    demand(policies.may_spread(request.reach, briefing))
    form = AskForm(request.POST or None, reach=request.reach, briefing=briefing)

    def make() -> Briefing:
        now = timezone.localtime()
        operations.ask(briefing=briefing, by=request.user, now=now, **form.answers)
        return briefing

    return form_page(
        request,
        form,
        make,
        title="Ask agencies to pass it on",
        caption=briefing.title,
        button="Ask them",
        back=briefing.get_absolute_url(),
        intro="Each agency lead finds it in their work, and says when and how it was passed on.",
    )


@require_http_methods(["GET", "POST"])
def confirm(request: BoardRequest, board: str, confirmation: int) -> HttpResponse:
    """Confirm that the briefing was passed on: when, how, to how many."""
    asked = _confirmation_of(request, confirmation)
    if asked.confirmed_on:
        return redirect(asked.briefing)
    demand(policies.may_confirm(request.reach, asked))
    form = ConfirmForm(request.POST or None, initial={"on": request.reach.today})

    def make() -> Briefing:
        now = timezone.localtime()
        operations.confirm(confirmation=asked, by=request.user, now=now, **form.answers)
        messages.success(request, f"Thank you: {asked.agency} has confirmed it.")
        return asked.briefing

    return form_page(
        request,
        form,
        make,
        title="Has it been passed on?",
        caption=f"{asked.agency} · {asked.briefing.title}",
        button="Confirm",
        back=asked.briefing.get_absolute_url(),
    )


@require_POST
def ask_again(request: BoardRequest, board: str, confirmation: int) -> HttpResponse:
    """Ask an agency again."""
    asked = _confirmation_of(request, confirmation)
    demand(policies.may_share(request.reach))
    operations.ask_again(confirmation=asked, by=request.user, now=timezone.localtime())
    messages.success(request, f"{asked.agency} is asked again.")
    return redirect(asked.briefing)


def _confirmation_of(request: BoardRequest, pk: int) -> Confirmation:
    return get_object_or_404(
        queries.confirmations_of(request.reach).select_related("agency", "briefing__board"), pk=pk
    )
