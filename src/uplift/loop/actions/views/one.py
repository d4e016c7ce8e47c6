"""One action: how it stands, and what its agency or the board says of it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from uplift.ground.access.gate import BoardRequest
from uplift.ground.drafts.forms import OnceForm
from uplift.ground.ui.filters.dates import day
from uplift.loop.actions import operations, policies
from uplift.loop.actions.forms import AnswerForm, EmbedForm, FinishForm, ReopenForm, SayForm
from uplift.loop.actions.models import Action
from uplift.loop.actions.views.listing import action_of
from uplift.loop.learning.pages import demand, form_page
from uplift.loop.learning.queries import findings_of, with_source


@require_safe
def page(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """One action, what is next with it, and the findings it answers."""
    action = action_of(request, number)
    reach = request.reach
    context = {
        "action": action,
        "days": (action.due - reach.today).days,
        "progress": action.progress.select_related("by"),
        "findings": with_source(findings_of(reach).filter(actions=action), reach),
        "unanswered": policies.may_answer(reach, action),
        "unfinished": policies.may_finish(reach, action),
        "unjudged": policies.may_embed(reach, action),
        "silent": policies.may_say(reach, action),
        "unchanged": policies.may_change(reach, action),
        "closed": policies.may_reopen(reach, action),
        "reads": reach.may("read_learning"),
    }
    return render(request, "actions/action.html", context)


@require_http_methods(["GET", "POST"])
def answer(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """Accept or decline an action."""
    action = action_of(request, number)
    demand(policies.may_answer(request.reach, action))
    form = AnswerForm(request.POST or None, initial={"version": action.version})

    def make(**answers: Any) -> Any:
        accept = answers.pop("accept") == "yes"
        return operations.answer(accept=accept, **answers)

    intro = f"By {day(action.due)}. Anyone will see that it is done by this: {action.success}"
    title = "Do you accept this action?"
    return _one(request, action, form, make, title, "Send the answer", intro=intro)


@require_http_methods(["GET", "POST"])
def say(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """Tell how an action is going."""
    action = action_of(request, number)
    demand(policies.may_say(request.reach, action))
    form = SayForm(request.POST or None)
    return _one(request, action, form, operations.say, "How is it going?", "Add it")


@require_http_methods(["GET", "POST"])
def finish(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """Say that an action is done."""
    action = action_of(request, number)
    demand(policies.may_finish(request.reach, action))
    initial = {"version": action.version, "on": request.reach.today}
    form = FinishForm(request.POST or None, initial=initial)
    return _one(request, action, form, operations.finish, "It is done", "Say it is done")


@require_http_methods(["GET", "POST"])
def embed(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """Judge that what was done lasts."""
    action = action_of(request, number)
    demand(policies.may_embed(request.reach, action))
    initial = {"version": action.version, "on": request.reach.today}
    form = EmbedForm(request.POST or None, initial=initial)
    return _one(request, action, form, operations.embed, "Does it last?", "Say it lasts")


@require_http_methods(["GET", "POST"])
def reopen(request: BoardRequest, board: str, number: int) -> HttpResponse:
    """Open an action again."""
    action = action_of(request, number)
    demand(policies.may_reopen(request.reach, action))
    form = ReopenForm(request.POST or None, initial={"version": action.version})
    return _one(request, action, form, operations.reopen, "Open it again", "Open it again")


def _one(
    request: BoardRequest,
    action: Action,
    form: OnceForm,
    operation: Callable[..., Any],
    title: str,
    button: str,
    intro: str = "",
) -> HttpResponse:
    """The page of one question about an action, which leads back to the action."""

    def make() -> Action:
        operation(action=action, by=request.user, now=timezone.localtime(), **form.answers)
        return action

    return form_page(
        request,
        form,
        make,
        title=title,
        caption=action.title,
        intro=intro,
        button=button,
        back=action.get_absolute_url(),
    )
